package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * What somebody says of vulnerabilities in packages.
 *
 * @param vulnerabilities names of one vulnerability
 * @param packages package URLs that it is about, with or without a version, and digests of images
 * @param status what is said
 * @param justification why, in the words of the document; not empty for {@link Status#NOT_AFFECTED}
 * @param time when it was said; the latest statement counts; null means before any other
 * @param where file and place in it, for messages
 */
public record VexStatement(
        List<String> vulnerabilities,
        List<String> packages,
        Status status,
        String justification,
        @CheckForNull Instant time,
        String where)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The four that all kinds of VEX have. */
    public enum Status {
        NOT_AFFECTED("not affected"),
        FIXED("fixed"),
        UNDER_INVESTIGATION("under investigation"),
        AFFECTED("affected");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        /** Whether a finding that this is said of does not count. Something that is looked into still counts. */
        boolean suppresses() {
            return this == NOT_AFFECTED || this == FIXED;
        }
    }

    public VexStatement {
        vulnerabilities = List.copyOf(vulnerabilities);
        packages = List.copyOf(packages);
    }

    /** For the remark of a finding. */
    String words() {
        return "VEX: " + status.words + (justification.isEmpty() ? "" : ", " + justification) + " (" + where + ")";
    }
}
