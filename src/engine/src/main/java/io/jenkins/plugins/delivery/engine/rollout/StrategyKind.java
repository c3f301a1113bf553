package io.jenkins.plugins.delivery.engine.rollout;

/** How a release takes over. */
public enum StrategyKind {
    /** A second set of pods, and one switch. */
    BLUE_GREEN("blue-green"),
    /** A growing share of traffic, judged at each step. */
    CANARY("canary"),
    /** Pod by pod, by the Deployment itself. */
    ROLLING("rolling"),
    /** The last good release once more, in the way that it came. */
    ROLLBACK("rollback");

    private final String words;

    StrategyKind(String words) {
        this.words = words;
    }

    /** The name for people. */
    public String words() {
        return words;
    }
}
