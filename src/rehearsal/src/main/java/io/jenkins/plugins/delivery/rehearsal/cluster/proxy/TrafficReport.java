package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the users of one application met.
 *
 * @param requests answered, by version
 * @param errors answered with a status of 500 or above, by version
 * @param lost not answered by any pod
 * @param lostReasons why, each reason once
 * @param points over virtual time, in order
 */
public record TrafficReport(
        FrontKey front,
        Map<String, Long> requests,
        Map<String, Long> errors,
        long lost,
        List<String> lostReasons,
        List<Point> points) {
    /** One tick of the pump: requests by version, and how many were lost. */
    public record Point(Instant at, Map<String, Integer> requests, int errors, int lost) {
        /** The share of a version in the requests of this point, 0 to 1. */
        public double share(String version) {
            int total = requests.values().stream().mapToInt(Integer::intValue).sum();
            return total == 0 ? 0 : (double) requests.getOrDefault(version, 0) / total;
        }
    }

    /** All requests that were sent. */
    public long sent() {
        return requests.values().stream().mapToLong(Long::longValue).sum() + lost;
    }
}
