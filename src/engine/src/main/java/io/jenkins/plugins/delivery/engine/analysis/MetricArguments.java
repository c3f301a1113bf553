package io.jenkins.plugins.delivery.engine.analysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code metrics: [[preset: 'error-rate', max: 0.01], …]}. */
public final class MetricArguments {
    /** The provider that is asked unless a metric names another. */
    public static final String DEFAULT_PROVIDER = "prometheus";

    private static final Set<String> KEYS = Set.of(
            "name",
            "preset",
            "source",
            "query",
            "path",
            "samples",
            "events",
            "alerts",
            "provider",
            "series",
            "min",
            "max",
            "maxIncrease",
            "maxDecrease",
            "compareWith",
            "releases",
            "critical",
            "failures",
            "minSamples",
            "onNoData",
            "judge",
            "confidence",
            "tolerance",
            "effectSize",
            "nan",
            "outliers",
            "step",
            "warmUp",
            "lookback",
            "group",
            "weight",
            "score",
            "marginal");

    private MetricArguments() {}

    /**
     * Reads the list, where all providers speak PromQL.
     *
     * @param providers names of the metric providers that the administrator configured
     * @throws io.jenkins.plugins.delivery.engine.argument.ArgumentException naming the element and key at fault
     */
    public static List<MetricSpec> parse(String argument, @CheckForNull Object value, Collection<String> providers) {
        return parse(argument, value, KnownProvider.prometheus(providers));
    }

    /**
     * Reads the list.
     *
     * @param providers the metric providers that the administrator configured
     * @throws io.jenkins.plugins.delivery.engine.argument.ArgumentException naming the element and key at fault
     */
    public static List<MetricSpec> parse(String argument, @CheckForNull Object value, List<KnownProvider> providers) {
        List<ArgumentMap> maps = ArgumentMap.list(argument, value, KEYS);
        boolean scored = maps.stream().anyMatch(ScoreArguments::asksForScore);
        List<MetricSpec> specs = new ArrayList<>(maps.stream()
                .filter(map -> !map.has("score"))
                .map(map -> new MetricReader(map, providers, scored).read())
                .toList());
        if (scored) {
            ScoreArguments.check(argument, specs);
            specs.add(ScoreArguments.score(argument, maps));
        }
        Set<String> names = new HashSet<>();
        for (MetricSpec spec : specs) {
            if (!names.add(spec.name())) {
                throw new ArgumentException(
                        argument, "there are two metrics called '" + spec.name() + "'; give one of them a name");
            }
        }
        return List.copyOf(specs);
    }
}
