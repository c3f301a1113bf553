package io.jenkins.plugins.delivery.rehearsal.cluster.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The increase of a counter over a range: resets are added up, and the ends are extrapolated to those of the range, but
 * not below zero and not further than half the average distance of two samples when the range reaches further.
 *
 * <p>Source: {@code extrapolatedRate} of Prometheus.
 */
final class Rates {
    private Rates() {}

    /** NaN when there are fewer than two samples. */
    static double increase(List<SeriesStore.Sample> samples, Duration range, Instant at) {
        if (samples.size() < 2) {
            return Double.NaN;
        }
        SeriesStore.Sample first = samples.get(0);
        SeriesStore.Sample last = samples.get(samples.size() - 1);
        double increase = last.value() - first.value() + resets(samples);
        double sampled = (last.millis() - first.millis()) / 1000.0;
        double average = sampled / (samples.size() - 1);
        double toStart = (first.millis() - (at.toEpochMilli() - range.toMillis())) / 1000.0;
        double toEnd = (at.toEpochMilli() - last.millis()) / 1000.0;
        double threshold = average * 1.1;
        if (toStart >= threshold) {
            toStart = average / 2;
        }
        if (increase > 0 && first.value() >= 0) {
            toStart = Math.min(toStart, sampled * (first.value() / increase));
        }
        if (toEnd >= threshold) {
            toEnd = average / 2;
        }
        return increase * (sampled + toStart + toEnd) / sampled;
    }

    private static double resets(List<SeriesStore.Sample> samples) {
        double lost = 0;
        for (int i = 1; i < samples.size(); i++) {
            if (samples.get(i).value() < samples.get(i - 1).value()) {
                lost += samples.get(i - 1).value();
            }
        }
        return lost;
    }

    /** Per second, from the last two samples alone. */
    static double instant(List<SeriesStore.Sample> samples) {
        if (samples.size() < 2) {
            return Double.NaN;
        }
        SeriesStore.Sample last = samples.get(samples.size() - 1);
        SeriesStore.Sample before = samples.get(samples.size() - 2);
        double increase = last.value() < before.value() ? last.value() : last.value() - before.value();
        return increase * 1000 / (last.millis() - before.millis());
    }
}
