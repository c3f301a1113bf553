package io.jenkins.plugins.delivery.rehearsal.cluster.metrics;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Quantiles, of values and of histograms with cumulative buckets.
 *
 * <p>Source: {@code quantile} and {@code histogram_quantile} of Prometheus, with linear interpolation within a bucket.
 */
final class Quantiles {
    private static final String BOUND = "le";

    private Quantiles() {}

    static double of(double q, Collection<Double> values) {
        if (q < 0 || q > 1) {
            return q < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        List<Double> sorted = values.stream().sorted().toList();
        double rank = q * (sorted.size() - 1);
        int below = (int) Math.floor(rank);
        int above = Math.min(sorted.size() - 1, below + 1);
        return sorted.get(below) + (sorted.get(above) - sorted.get(below)) * (rank - below);
    }

    static Expression.Vector ofHistogram(double q, Expression.Vector buckets) {
        Map<Labels, TreeMap<Double, Double>> histograms = new LinkedHashMap<>();
        buckets.samples().forEach((labels, count) -> {
            String bound = labels.get(BOUND);
            if (!bound.isEmpty()) {
                double le = bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
                Labels rest = labels.without(List.of(BOUND, Labels.NAME));
                histograms.computeIfAbsent(rest, any -> new TreeMap<>()).merge(le, count, Double::sum);
            }
        });
        Map<Labels, Double> results = new LinkedHashMap<>();
        histograms.forEach((labels, histogram) -> results.put(labels, quantile(q, histogram)));
        return new Expression.Vector(results);
    }

    private static double quantile(double q, TreeMap<Double, Double> buckets) {
        boolean complete = buckets.size() >= 2 && Double.isInfinite(buckets.lastKey());
        double total = complete ? buckets.lastEntry().getValue() : 0;
        if (total == 0 || Double.isNaN(q)) {
            return Double.NaN;
        }
        if (q < 0 || q > 1) {
            return q < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double rank = q * total;
        double lowerBound = 0;
        double lowerCount = 0;
        for (Map.Entry<Double, Double> bucket : buckets.entrySet()) {
            if (bucket.getValue() >= rank) {
                if (Double.isInfinite(bucket.getKey())) {
                    return lowerBound;
                }
                double inside = bucket.getValue() - lowerCount;
                return inside == 0
                        ? bucket.getKey()
                        : lowerBound + (bucket.getKey() - lowerBound) * ((rank - lowerCount) / inside);
            }
            lowerBound = bucket.getKey();
            lowerCount = bucket.getValue();
        }
        return lowerBound;
    }
}
