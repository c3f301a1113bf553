package io.jenkins.plugins.delivery.engine.analysis;

import io.jenkins.plugins.delivery.engine.analysis.preset.SeriesSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A metric provider that the administrator configured, as far as arguments are concerned.
 *
 * @param name as metrics call it
 * @param kind what it can be asked
 * @param source whose series presets ask for, unless a metric says it
 * @param presets queries of the administrator, by the names by which metrics ask for them
 */
public record KnownProvider(String name, Kind kind, SeriesSource source, Map<String, String> presets) {
    public KnownProvider {
        presets = Map.copyOf(presets);
    }

    /** One with the ready-made presets alone. */
    public KnownProvider(String name, Kind kind, SeriesSource source) {
        this(name, kind, source, Map.of());
    }

    /** What a provider can be asked. */
    public enum Kind {
        /** PromQL: values, history, alerts. */
        PROMETHEUS,
        /** A number in a JSON document. */
        WEB,
        /** CPU and memory of pods. */
        KUBERNETES_METRICS,
        /** Alerts. */
        ALERTMANAGER
    }

    static List<KnownProvider> prometheus(Collection<String> names) {
        return names.stream()
                .map(name -> new KnownProvider(name, Kind.PROMETHEUS, SeriesSource.HTTP))
                .toList();
    }
}
