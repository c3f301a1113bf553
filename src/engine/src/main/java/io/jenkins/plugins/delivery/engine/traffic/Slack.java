package io.jenkins.plugins.delivery.engine.traffic;

/**
 * How far the number of pods may be from what the application needs while they are split, as in the strategy of a
 * Deployment.
 *
 * @param maxSurge pods above the number that is needed: a number, or a percentage of it, rounded up
 * @param maxUnavailable pods below the number that is needed: a number, or a percentage of it, rounded down
 */
public record Slack(String maxSurge, String maxUnavailable) {
    /** A quarter more, and none fewer. */
    public static final Slack DEFAULT = new Slack("25%", "0");

    public Slack {
        check("maxSurge", maxSurge);
        check("maxUnavailable", maxUnavailable);
    }

    int surge(int replicas) {
        return (int) Math.ceil(pods(maxSurge, replicas));
    }

    /** Never so many that nobody is left. */
    int unavailable(int replicas) {
        return Math.min(replicas - 1, (int) Math.floor(pods(maxUnavailable, replicas)));
    }

    private static double pods(String text, int replicas) {
        return text.endsWith("%")
                ? replicas * Integer.parseInt(text.substring(0, text.length() - 1)) / 100.0
                : Integer.parseInt(text);
    }

    private static void check(String name, String value) {
        if (!value.matches("\\d{1,4}|(\\d{1,2}|100)%")) {
            throw new IllegalArgumentException(
                    name + ": '" + value + "' is neither a number of pods nor a percentage from 0% to 100%");
        }
    }
}
