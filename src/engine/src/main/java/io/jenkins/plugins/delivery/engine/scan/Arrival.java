package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * A finding on its way into the {@link FindingArena}.
 *
 * @param digest its fingerprint but for the occurrence
 * @param shape what it has in common with others
 * @param rule for a finding about a package, whose shape does not say it; else null
 * @param component for a finding about a package, whose shape does not say it; else null
 * @param path where it is, null where nobody has said
 */
record Arrival(
        byte[] digest,
        FindingShape shape,
        @CheckForNull String rule,
        @CheckForNull Component component,
        String message,
        @CheckForNull KnownPaths.Known path,
        int line) {

    /** A finding about a package that is kept under another name than it had. */
    static Arrival ofPackage(byte[] digest, Finding finding, @CheckForNull KnownPaths.Known path) {
        int line = finding.place() == null ? 0 : finding.place().line();
        return new Arrival(
                digest,
                FindingShape.ofPackage(finding),
                finding.rule(),
                finding.component(),
                finding.message(),
                path,
                line);
    }

    @CheckForNull
    Place place() {
        return path == null ? null : new Place(path.text, line);
    }

    Finding finding() {
        String fingerprint = Fingerprints.text(digest);
        return rule == null
                ? shape.finding(fingerprint, message, place())
                : shape.finding(fingerprint, rule, component, message, place());
    }

    /** For the n-th problem with this digest. */
    int hash(int occurrence) {
        return Fingerprints.hash(digest) + occurrence - 1;
    }
}
