package io.jenkins.plugins.delivery.engine.flow.load;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * How requests of one name went. Times are milliseconds; null where the tool did not write it.
 *
 * @param name of the request, or of all
 * @param errors how many failed, as the tool counts
 */
record LoadNumbers(
        String name,
        long requests,
        long errors,
        @CheckForNull Double mean,
        @CheckForNull Double p50,
        @CheckForNull Double p95,
        @CheckForNull Double p99,
        @CheckForNull Double max) {
    double errorPercent() {
        return requests == 0 ? 0 : 100.0 * errors / requests;
    }
}
