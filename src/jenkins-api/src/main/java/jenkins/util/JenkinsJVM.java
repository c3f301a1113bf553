package jenkins.util;

public class JenkinsJVM {
    protected JenkinsJVM() {}

    public static boolean isJenkinsJVM() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void checkJenkinsJVM() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void checkNotJenkinsJVM() {
        throw new UnsupportedOperationException("unwritten");
    }

    protected static void setJenkinsJVM(boolean flag) {
        throw new UnsupportedOperationException("unwritten");
    }
}
