package io.jenkins.plugins.delivery.engine.scan.format;

/** How much of a report may be in memory as one tree: far more than any scanner writes of one finding. */
final class TreeLimit {
    private static final int VALUES = 500_000;
    private static final int CHARACTERS = 30_000_000;

    /** What was expected where the limit is exceeded. */
    static final String WORDS = "a finding of at most " + VALUES + " values and " + CHARACTERS + " characters";

    private int values;
    private long characters;

    /** Counts one more value of this length. */
    boolean isExceededBy(int length) {
        values++;
        characters += length;
        return values > VALUES || characters > CHARACTERS;
    }
}
