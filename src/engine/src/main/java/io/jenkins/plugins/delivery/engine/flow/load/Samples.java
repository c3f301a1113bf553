package io.jenkins.plugins.delivery.engine.flow.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up single requests. Names beyond the first thousand are counted as one. */
final class Samples {
    /** What all the names are called that are too many. */
    static final String OTHERS = "(others)";

    private static final int MOST_NAMES = 1000;

    private final Map<String, Counted> byName = new LinkedHashMap<>();
    private final Counted all = new Counted();
    private double first = Double.MAX_VALUE;
    private double last = -Double.MAX_VALUE;

    private static final class Counted {
        private final Latencies latencies = new Latencies();
        private long errors;

        LoadNumbers numbers(String name) {
            return new LoadNumbers(
                    name,
                    latencies.count(),
                    errors,
                    latencies.mean(),
                    latencies.percentile(50),
                    latencies.percentile(95),
                    latencies.percentile(99),
                    latencies.max());
        }
    }

    /**
     * @param end when it ended, in milliseconds since any fixed moment
     * @param millis how long it took
     */
    void add(String name, double end, double millis) {
        named(name).latencies.add(millis);
        all.latencies.add(millis);
        first = Math.min(first, end - millis);
        last = Math.max(last, end);
    }

    void error(String name) {
        named(name).errors++;
        all.errors++;
    }

    private Counted named(String name) {
        String key = byName.containsKey(name) || byName.size() < MOST_NAMES ? name : OTHERS;
        return byName.computeIfAbsent(key, any -> new Counted());
    }

    LoadResult result(String tool) {
        List<LoadNumbers> single = byName.entrySet().stream()
                .map(entry -> entry.getValue().numbers(entry.getKey()))
                .toList();
        Double perSecond = last > first ? all.latencies.count() * 1000.0 / (last - first) : null;
        return new LoadResult(tool, perSecond, all.numbers("all"), single, List.of());
    }
}
