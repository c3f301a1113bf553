package io.jenkins.plugins.delivery.rehearsal.conformance;

import java.util.List;

/** How a case came out. */
record Verdict(String name, String area, Kind kind, String reason, List<String> details, long millis) {
    /** How a case may end. */
    enum Kind {
        PASSED,
        DIFFERING,
        CRASHED
    }
}
