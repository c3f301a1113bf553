package io.jenkins.plugins.delivery.rehearsal.cluster.pod;

import java.time.Duration;

/** How long a kubelet waits before it tries again: 10 s, doubled each time, at most five minutes. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Backoff() {}

    /** Before the retry with this number, from 1. */
    static Duration before(int retry) {
        Duration delay = FIRST.multipliedBy(1L << Math.min(10, Math.max(0, retry - 1)));
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }
}
