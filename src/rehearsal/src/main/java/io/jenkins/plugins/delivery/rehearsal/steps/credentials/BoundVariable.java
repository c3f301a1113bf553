package io.jenkins.plugins.delivery.rehearsal.steps.credentials;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.util.Secret;
import java.io.Serializable;

/**
 * A variable that holds a secret.
 *
 * @param file what to delete when the block ends, if the secret is a path
 */
record BoundVariable(
        String name, Secret value, @CheckForNull String file) implements Serializable {
    BoundVariable(String name, String value) {
        this(name, Secret.fromString(value), null);
    }
}
