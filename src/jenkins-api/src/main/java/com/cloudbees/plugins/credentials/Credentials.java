package com.cloudbees.plugins.credentials;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Run;
import java.io.Serializable;

/** Something that one proves to be somebody with. */
public interface Credentials extends Describable<Credentials>, Serializable, ExtensionPoint {
    /** Who may see them; null where that makes no sense. */
    CredentialsScope getScope();

    @Override
    CredentialsDescriptor getDescriptor();

    /** What a build is given; the same, unless they are made anew for each build. */
    default Credentials forRun(Run<?, ?> context) {
        return this;
    }
}
