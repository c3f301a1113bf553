package io.jenkins.plugins.delivery.engine.exposition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All samples of one figure.
 *
 * @param name of the family, in the words of Prometheus: the base unit at its end, {@code _total} for a counter
 * @param help one sentence
 * @param samples none is none, and not 0
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">exposition formats</a>
 */
public record MetricFamily(String name, Type type, String help, List<Sample> samples) {
    public MetricFamily {
        samples = List.copyOf(samples);
    }

    /** What a value means. */
    public enum Type {
        /** Only grows while the process lives. */
        COUNTER,
        /** Goes up and down. */
        GAUGE,
        /** A sum and a count. */
        SUMMARY
    }

    /**
     * One value.
     *
     * @param name of the series: that of the family, for a summary with {@code _sum} or {@code _count} at its end
     * @param labels in the order in which they are shown
     */
    public record Sample(String name, Map<String, String> labels, Number value) {
        public Sample {
            labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        }
    }

    /** A counter with one value for each set of labels. */
    public static MetricFamily counter(String name, String help, Map<Map<String, String>, ? extends Number> values) {
        return new MetricFamily(name, Type.COUNTER, help, samples(name, values));
    }

    /** A gauge with one value for each set of labels. */
    public static MetricFamily gauge(String name, String help, Map<Map<String, String>, ? extends Number> values) {
        return new MetricFamily(name, Type.GAUGE, help, samples(name, values));
    }

    /** A summary without quantiles. */
    public static MetricFamily summary(
            String name,
            String help,
            Map<Map<String, String>, ? extends Number> sums,
            Map<Map<String, String>, ? extends Number> counts) {
        List<Sample> samples = new ArrayList<>(samples(name + "_sum", sums));
        samples.addAll(samples(name + "_count", counts));
        return new MetricFamily(name, Type.SUMMARY, help, samples);
    }

    /** A gauge that counts how often each set of labels occurs. */
    public static MetricFamily occurrences(String name, String help, Collection<Map<String, String>> occurrences) {
        Map<Map<String, String>, Long> values = byLabels();
        occurrences.forEach(labels -> values.merge(labels, 1L, Long::sum));
        return gauge(name, help, values);
    }

    /** A map from labels to values that is read in a steady order. */
    public static <N extends Number> Map<Map<String, String>, N> byLabels() {
        return new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
    }

    /** Labels in this order: name, value, name, value. */
    public static Map<String, String> labels(String... namesAndValues) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            labels.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return labels;
    }

    private static List<Sample> samples(String name, Map<Map<String, String>, ? extends Number> values) {
        return values.entrySet().stream()
                .map(value -> new Sample(name, value.getKey(), value.getValue()))
                .toList();
    }
}
