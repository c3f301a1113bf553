package io.jenkins.plugins.delivery.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Action;

/**
 * A report on a build that knows where what it deployed can be reached. A smoke test of an environment starts from the
 * newest one of its build.
 */
public interface DeployedAddress extends Action {
    /** Name of the environment of the settings. */
    String getEnvironment();

    /** Where the application answers, such as {@code http://shop.staging.svc}, or null while nothing is known. */
    @CheckForNull
    String getAddress();
}
