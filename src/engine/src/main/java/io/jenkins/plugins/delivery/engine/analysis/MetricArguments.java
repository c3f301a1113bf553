package io.jenkins.plugins.delivery.engine.analysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.analysis.MetricSpec.OnNoData;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code metrics: [[preset: 'error-rate', max: 0.01], …]}. */
public final class MetricArguments {
    /** The provider that is asked unless a metric names another. */
    public static final String DEFAULT_PROVIDER = "prometheus";

    private static final Set<String> KEYS = Set.of(
            "name",
            "preset",
            "query",
            "provider",
            "min",
            "max",
            "maxIncrease",
            "critical",
            "failures",
            "minSamples",
            "onNoData",
            "judge");
    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%");
    private static final int FORGIVEN = 3;

    private MetricArguments() {}

    /**
     * Reads the list.
     *
     * @param providers names of the metric providers that the administrator configured
     * @throws io.jenkins.plugins.delivery.engine.argument.ArgumentException naming the element and key at fault
     */
    public static List<MetricSpec> parse(String argument, @CheckForNull Object value, Collection<String> providers) {
        List<MetricSpec> specs = ArgumentMap.list(argument, value, KEYS).stream()
                .map(map -> spec(map, providers))
                .toList();
        Set<String> names = new HashSet<>();
        for (MetricSpec spec : specs) {
            if (!names.add(spec.name())) {
                throw new ArgumentException(
                        argument, "there are two metrics called '" + spec.name() + "'; give one of them a name");
            }
        }
        return specs;
    }

    private static MetricSpec spec(ArgumentMap map, Collection<String> providers) {
        if (map.has("preset") == map.has("query")) {
            throw new ArgumentException(
                    map.place(), "give either a preset (" + String.join(", ", MetricPreset.names()) + ") or a query");
        }
        MetricPreset preset = map.has("preset")
                ? MetricPreset.named(
                        Choices.pick(map.place("preset"), "preset", map.raw("preset"), MetricPreset.names()))
                : null;
        boolean critical = map.flag("critical", true);
        MetricSpec spec = new MetricSpec(
                map.text("name")
                        .orElseGet(() -> preset == null ? map.text("query").orElseThrow() : preset.id()),
                Choices.pick(
                        map.place("provider"),
                        "metric provider",
                        map.text("provider").orElse(DEFAULT_PROVIDER),
                        providers),
                preset == null ? map.text("query").orElseThrow() : preset.query(),
                preset == null ? null : preset.samplesQuery(),
                preset != null && preset.zeroWhenEmpty(),
                boxed(map.number("min")),
                boxed(map.number("max")),
                increase(map),
                critical,
                notNegative(map, "failures", critical ? 0 : FORGIVEN),
                notNegative(map, "minSamples", 0),
                map.has("onNoData")
                        ? Choices.pick(map.place("onNoData"), map.raw("onNoData"), OnNoData.class)
                        : OnNoData.HOLD);
        return checked(map, spec);
    }

    private static MetricSpec checked(ArgumentMap map, MetricSpec spec) {
        Choices.pick(map.place("judge"), "judge", map.text("judge").orElse("threshold"), List.of("threshold"));
        Double min = spec.min();
        Double max = spec.max();
        if (min == null && max == null && spec.maxIncrease() == null) {
            throw new ArgumentException(map.place(), "say what is good: min, max or maxIncrease");
        }
        if (min != null && max != null && min > max) {
            throw new ArgumentException(map.place("min"), min + " is above max, " + max);
        }
        if (spec.minSamples() > 0 && spec.samplesQuery() == null) {
            throw new ArgumentException(map.place("minSamples"), "only a preset knows how many samples it has");
        }
        if (spec.maxIncrease() != null && !spec.query().contains("{{pods}}")) {
            throw new ArgumentException(
                    map.place("query"), "maxIncrease compares canary with stable, so the query needs {{pods}}");
        }
        return spec;
    }

    private static int notNegative(ArgumentMap map, String key, int otherwise) {
        int number = map.wholeNumber(key, otherwise);
        if (number < 0) {
            throw new ArgumentException(map.place(key), number + " is below 0");
        }
        return number;
    }

    @CheckForNull
    private static Double increase(ArgumentMap map) {
        if (!map.has("maxIncrease")) {
            return null;
        }
        Matcher percent = PERCENT.matcher(String.valueOf(map.raw("maxIncrease")).strip());
        if (percent.matches()) {
            return Double.parseDouble(percent.group(1)) / 100;
        }
        double fraction = map.number("maxIncrease").orElseThrow();
        if (fraction < 0) {
            throw new ArgumentException(map.place("maxIncrease"), "'" + fraction + "' is below 0; write '20%' or 0.2");
        }
        return fraction;
    }

    @CheckForNull
    private static Double boxed(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }
}
