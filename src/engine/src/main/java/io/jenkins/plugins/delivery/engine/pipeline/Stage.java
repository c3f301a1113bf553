package io.jenkins.plugins.delivery.engine.pipeline;

/**
 * One stage of the flow.
 *
 * @param key name of its setting
 * @param title as people see it
 * @param kind what it is for
 * @param environment where it does it; empty where it is about none
 * @param way how it is done
 * @param leftOut why it does not run; empty where it does
 */
public record Stage(String key, String title, StageKind kind, String environment, Way way, String leftOut) {
    /** What a Jenkinsfile made of a stage. */
    public enum Way {
        /** As it comes. */
        USUAL,
        /** With arguments of the Jenkinsfile. */
        ARGUMENTS,
        /** By a closure of the Jenkinsfile. */
        REPLACED,
        /** Switched off. */
        OFF
    }

    static Stage of(String key, String title, StageKind kind, String environment, Way way) {
        return new Stage(key, title, kind, environment, way, way == Way.OFF ? "it is switched off" : "");
    }

    Stage without(String why) {
        return leftOut.isEmpty() ? new Stage(key, title, kind, environment, way, why) : this;
    }

    public boolean runs() {
        return leftOut.isEmpty();
    }

    /** Whether it does what the shared library does, so that it needs what that needs. */
    boolean isOurs() {
        return runs() && way != Way.REPLACED;
    }
}
