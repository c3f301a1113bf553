package io.jenkins.plugins.delivery.engine.scan;

/** How a finding compares with the baseline. */
public enum Standing {
    /** The baseline does not have it. */
    NEW,
    /** The baseline has it too, or there is no baseline to compare with. */
    OUTSTANDING,
    /** It is there, and somebody said with a reason that it does not count. */
    SUPPRESSED,
    /** Only the baseline has it. */
    FIXED
}
