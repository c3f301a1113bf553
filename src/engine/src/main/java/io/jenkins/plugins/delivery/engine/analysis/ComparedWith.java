package io.jenkins.plugins.delivery.engine.analysis;

/** What a new version is compared with. */
public enum ComparedWith {
    /** The fresh pods of the version before, if there are any, and the stable version otherwise. */
    STABLE,
    /** The values that the last good releases had when they were rolled out. */
    RELEASES
}
