package io.jenkins.plugins.delivery.rehearsal.cluster.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Samples by series. Thread-safe. */
final class SeriesStore {
    private static final int MOST_SAMPLES = 20_000;
    private final Map<Labels, List<Sample>> series = new LinkedHashMap<>();

    /** A value at a time, in milliseconds since the epoch. */
    record Sample(long millis, double value) {}

    synchronized void add(Labels labels, Instant at, double value) {
        List<Sample> samples = series.computeIfAbsent(labels, any -> new ArrayList<>());
        samples.add(new Sample(at.toEpochMilli(), value));
        if (samples.size() > MOST_SAMPLES) {
            samples.subList(0, MOST_SAMPLES / 2).clear();
        }
    }

    /** The samples of the chosen series in the range that ends at an instant: from is left out, the end is not. */
    synchronized Map<Labels, List<Sample>> range(Predicate<Labels> chosen, Instant end, Duration length) {
        long last = end.toEpochMilli();
        long first = last - length.toMillis();
        Map<Labels, List<Sample>> found = new LinkedHashMap<>();
        series.forEach((labels, samples) -> {
            if (chosen.test(labels)) {
                List<Sample> inside = samples.stream()
                        .filter(sample -> sample.millis > first && sample.millis <= last)
                        .toList();
                if (!inside.isEmpty()) {
                    found.put(labels, inside);
                }
            }
        });
        return found;
    }
}
