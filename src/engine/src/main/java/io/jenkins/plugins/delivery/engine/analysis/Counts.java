package io.jenkins.plugins.delivery.engine.analysis;

import io.jenkins.plugins.delivery.engine.analysis.Measurement.Line;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Point;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Range;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Increases of counters, stretch by stretch. */
final class Counts {
    private static final String BOUND = "le";

    private Counts() {}

    /** Several series are added up. What is not a finite number was not counted. */
    static TreeMap<Instant, Double> of(Range range) {
        TreeMap<Instant, Double> counts = new TreeMap<>();
        range.lines().forEach(line -> line.points().stream()
                .filter(Counts::counts)
                .forEach(point -> counts.merge(point.at(), point.number(), Double::sum)));
        return counts;
    }

    /** Cumulated counts by the upper bound of their bucket, in seconds. */
    static TreeMap<Instant, TreeMap<Double, Double>> byBound(Range range, int perSecond) {
        TreeMap<Instant, TreeMap<Double, Double>> counts = new TreeMap<>();
        for (Line line : range.lines()) {
            double bound = bound(line.labels()) / perSecond;
            for (Point point : line.points()) {
                if (counts(point) && !Double.isNaN(bound)) {
                    counts.computeIfAbsent(point.at(), any -> new TreeMap<>())
                            .merge(bound, point.number(), Double::sum);
                }
            }
        }
        counts.values().removeIf(buckets -> !buckets.containsKey(Double.POSITIVE_INFINITY));
        return counts;
    }

    private static double bound(Map<String, String> labels) {
        String text = labels.getOrDefault(BOUND, "NaN");
        try {
            return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static boolean counts(Point point) {
        return Double.isFinite(point.number()) && point.number() >= 0;
    }
}
