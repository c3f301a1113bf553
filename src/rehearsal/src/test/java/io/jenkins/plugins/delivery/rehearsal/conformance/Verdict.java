package io.jenkins.plugins.delivery.rehearsal.conformance;

import java.util.List;

/** How a case came out. */
record Verdict(String name, String area, Kind kind, String reason, List<String> details, long millis) {
    /** The three ends. */
    enum Kind {
        PASSED,
        DIFFERING,
        NOT_SUPPORTED,
        CRASHED
    }
}
