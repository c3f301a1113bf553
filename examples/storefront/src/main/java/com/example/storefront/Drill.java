package com.example.storefront;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What this release does wrong on purpose, so that people can practise how a rollout ends when a release is bad.
 *
 * @param errorRate share of API requests that fail, 0 to 1
 * @param latency added to each API request
 * @param crash whether the program ends right after its start
 * @param neverReady whether the readiness probe always fails
 */
public record Drill(double errorRate, Duration latency, boolean crash, boolean neverReady) {

    private static final AtomicLong REQUESTS = new AtomicLong();

    /** Nothing goes wrong. */
    public static final Drill NONE = new Drill(0, Duration.ZERO, false, false);

    static Drill from(Map<String, String> environment) {
        return new Drill(
                rate(environment.getOrDefault("FAULT_ERROR_RATE", "0")),
                Duration.ofMillis(Settings.number(environment, "FAULT_LATENCY_MS", 0, 60_000)),
                Boolean.parseBoolean(environment.get("FAULT_CRASH")),
                Boolean.parseBoolean(environment.get("FAULT_NEVER_READY")));
    }

    /** Whether the next request is one that fails: evenly spread, so that two drills go the same way. */
    public boolean nextFails() {
        long number = REQUESTS.incrementAndGet();
        return Math.floor(number * errorRate) > Math.floor((number - 1) * errorRate);
    }

    private static double rate(String value) {
        try {
            double rate = Double.parseDouble(value);
            if (rate >= 0 && rate <= 1) {
                return rate;
            }
        } catch (NumberFormatException e) {
            // said below, together with a number out of range
        }
        throw new IllegalArgumentException("FAULT_ERROR_RATE is \"" + value + "\", expected a number from 0 to 1");
    }
}
