package jenkins.util;

import jenkins.model.Jenkins;

/** Whether this JVM is the controller's. */
public class JenkinsJVM {
    protected JenkinsJVM() {}

    public static boolean isJenkinsJVM() {
        return Jenkins.getInstanceOrNull() != null;
    }

    public static void checkJenkinsJVM() {
        if (!isJenkinsJVM()) {
            throw new IllegalStateException("Not running on the Jenkins controller JVM");
        }
    }
}
