package io.jenkins.plugins.delivery.engine.scan;

/** Severity, kind and standing of a finding in one byte: what gates count and queries select by. */
final class Classification {
    private static final int KINDS = Kind.values().length;
    private static final int STANDINGS = Standing.values().length;

    /** How many there are. */
    static final int COUNT = Severity.values().length * KINDS * STANDINGS;

    private static final Severity[] SEVERITY = Severity.values();
    private static final Kind[] KIND = Kind.values();
    private static final Standing[] STANDING = Standing.values();

    private Classification() {}

    static byte of(Finding finding, Standing standing) {
        return (byte)
                ((finding.severity().ordinal() * KINDS + finding.kind().ordinal()) * STANDINGS + standing.ordinal());
    }

    static Severity severity(int classification) {
        return SEVERITY[classification / STANDINGS / KINDS];
    }

    static Kind kind(int classification) {
        return KIND[classification / STANDINGS % KINDS];
    }

    static Standing standing(int classification) {
        return STANDING[classification % STANDINGS];
    }

    /** Whether it is there and nobody has said that it does not count. */
    static boolean counts(int classification) {
        return standing(classification).compareTo(Standing.SUPPRESSED) < 0;
    }

    /** What counts before what does not, then the worst first, then the newest. */
    static int rank(int classification) {
        int byWorst = severity(classification).ordinal() * STANDINGS
                + standing(classification).ordinal();
        return counts(classification) ? byWorst : byWorst + COUNT;
    }
}
