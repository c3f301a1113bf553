package io.jenkins.plugins.delivery.engine.analysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.analysis.KnownProvider.Kind;
import io.jenkins.plugins.delivery.engine.analysis.preset.MetricPreset;
import io.jenkins.plugins.delivery.engine.analysis.preset.PresetQueries;
import io.jenkins.plugins.delivery.engine.analysis.preset.SeriesSource;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a metric asks whom.
 *
 * @param name that the metric has if it is given no other
 * @param provider who is asked
 * @param preset null for a query of one's own
 * @param text the query; of alerts, their matchers
 * @param samples how many samples are behind it
 * @param counting what can be counted; null where nothing can
 * @param alerts whether it asks for alerts
 */
record MetricQuery(
        String name,
        KnownProvider provider,
        @CheckForNull MetricPreset preset,
        String text,
        @CheckForNull String samples,
        @CheckForNull Counting counting,
        boolean alerts) {
    private static final List<String> WHATS = List.of("preset", "query", "events", "alerts");
    private static final List<String> SIDES = List.of("{{pods}}", "{{workload}}", "{{service}}", "{{canary}}");

    static MetricQuery parse(ArgumentMap map, List<KnownProvider> providers) {
        List<String> given = WHATS.stream().filter(map::has).toList();
        if (given.size() != 1) {
            throw new ArgumentException(
                    map.place(),
                    "give either a preset (" + String.join(", ", presets(providers)) + "), a query, events or alerts"
                            + (given.isEmpty() ? "" : ", not " + String.join(" and ", given)));
        }
        if (map.has("source") && !map.has("preset")) {
            throw new ArgumentException(map.place("source"), "only a preset has a source");
        }
        return switch (given.get(0)) {
            case "preset" -> preset(map, providers);
            case "alerts" -> alerts(map, providers);
            default -> own(map, providers);
        };
    }

    private static MetricQuery preset(ArgumentMap map, List<KnownProvider> providers) {
        String name = Choices.pick(map.place("preset"), "preset", map.raw("preset"), presets(providers));
        if (!MetricPreset.names().contains(name)) {
            return ofSettings(map, name, providers);
        }
        MetricPreset preset = MetricPreset.named(name);
        Kind kind = preset.ofPods() ? Kind.KUBERNETES_METRICS : Kind.PROMETHEUS;
        KnownProvider provider = provider(map, providers, List.of(kind));
        SeriesSource source = map.has("source")
                ? SeriesSource.named(
                        Choices.pick(map.place("source"), "source", map.raw("source"), SeriesSource.names()))
                : provider.source();
        for (String key : List.of("path", "samples")) {
            if (map.has(key)) {
                throw new ArgumentException(map.place(key), "a preset knows it by itself");
            }
        }
        PresetQueries queries = source.queries(preset);
        boolean counted = queries.events() != null || queries.buckets() != null;
        return new MetricQuery(
                preset.id(),
                provider,
                preset,
                queries.value(),
                queries.samples(),
                counted
                        ? new Counting(queries.events(), queries.buckets(), queries.quantile(), queries.perSecond())
                        : null,
                false);
    }

    /** A preset of the administrator: a query that a provider keeps. */
    private static MetricQuery ofSettings(ArgumentMap map, String name, List<KnownProvider> providers) {
        for (String key : List.of("path", "source")) {
            if (map.has(key)) {
                throw new ArgumentException(map.place(key), "the preset '" + name + "' of the settings has none");
            }
        }
        List<KnownProvider> having = providers.stream()
                .filter(one -> one.presets().containsKey(name))
                .toList();
        KnownProvider provider = provider(map, having, List.of(Kind.PROMETHEUS));
        String samples = map.text("samples").orElse(null);
        return new MetricQuery(name, provider, null, provider.presets().get(name), samples, null, false);
    }

    private static List<String> presets(List<KnownProvider> providers) {
        return Stream.concat(
                        MetricPreset.names().stream(),
                        providers.stream()
                                .flatMap(one -> one.presets().keySet().stream())
                                .sorted())
                .distinct()
                .toList();
    }

    private static MetricQuery own(ArgumentMap map, List<KnownProvider> providers) {
        KnownProvider provider = provider(map, providers, List.of(Kind.PROMETHEUS, Kind.WEB));
        boolean web = provider.kind() == Kind.WEB;
        if (map.has("path") && !web) {
            throw new ArgumentException(map.place("path"), "only a provider of type WEB reads a JSON document");
        }
        String samples = map.text("samples").orElse(null);
        if (map.has("events")) {
            String events = map.text("events").orElseThrow();
            if (samples == null || web) {
                throw new ArgumentException(
                        map.place("events"),
                        web
                                ? "they need a provider that speaks PromQL"
                                : "say samples: '<query>', how many there are in all");
            }
            return new MetricQuery(events, provider, null, events, samples, new Counting(events, null, 0, 1), false);
        }
        String text = map.text("query").orElseThrow();
        String query = web ? WebQuery.text(map.text("path").orElse(""), text) : text;
        return new MetricQuery(
                text,
                provider,
                null,
                query,
                samples == null || !web ? samples : WebQuery.text(samples, text),
                null,
                false);
    }

    private static MetricQuery alerts(ArgumentMap map, List<KnownProvider> providers) {
        KnownProvider provider = provider(map, providers, List.of(Kind.ALERTMANAGER, Kind.PROMETHEUS));
        String matchers = AlertMatchers.parse(map.place("alerts"), map.raw("alerts"));
        return new MetricQuery("alerts", provider, null, matchers, null, null, true);
    }

    /** The one that is named; otherwise {@code prometheus} if it can answer, otherwise the first that can. */
    private static KnownProvider provider(ArgumentMap map, List<KnownProvider> providers, List<Kind> able) {
        List<KnownProvider> fit = able.stream()
                .flatMap(kind -> providers.stream().filter(provider -> provider.kind() == kind))
                .toList();
        String otherwise = Stream.concat(
                        fit.stream()
                                .filter(one -> able.size() == 1 || one.kind() == able.get(0))
                                .filter(one -> one.name().equals(MetricArguments.DEFAULT_PROVIDER)),
                        fit.stream())
                .map(KnownProvider::name)
                .findFirst()
                .orElse(MetricArguments.DEFAULT_PROVIDER);
        String name = Choices.pick(
                map.place("provider"),
                "metric provider",
                map.text("provider").orElse(otherwise),
                providers.stream().map(KnownProvider::name).toList());
        return fit.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ArgumentException(
                        map.place("provider"),
                        "'" + name + "' cannot answer that; it takes a provider of type "
                                + String.join(
                                        " or ", able.stream().map(Kind::name).toList())));
    }

    boolean tellsSidesApart() {
        return preset != null || SIDES.stream().anyMatch(text::contains);
    }

    Unit unit() {
        if (preset == null) {
            return counting == null ? Unit.NUMBER : Unit.SHARE;
        }
        return preset.latency() ? Unit.SECONDS : preset == MetricPreset.REQUEST_RATE ? Unit.NUMBER : Unit.SHARE;
    }
}
