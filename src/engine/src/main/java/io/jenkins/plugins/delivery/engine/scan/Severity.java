package io.jenkins.plugins.delivery.engine.scan;

/** How bad a finding is, from worst to mildest. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    INFO;

    /**
     * The severity of a CVSS base score, by the qualitative rating scale of CVSS v3.1, section 5 (the same bands that
     * GitHub applies to {@code security-severity}).
     *
     * @param score from 0.0 to 10.0; what lies outside is taken for the nearer end
     */
    public static Severity ofCvss(double score) {
        if (score >= 9.0) {
            return CRITICAL;
        }
        if (score >= 7.0) {
            return HIGH;
        }
        if (score >= 4.0) {
            return MEDIUM;
        }
        return score > 0.0 ? LOW : INFO;
    }
}
