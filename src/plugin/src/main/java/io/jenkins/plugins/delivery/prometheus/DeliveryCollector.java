package io.jenkins.plugins.delivery.prometheus;

import hudson.Extension;
import io.jenkins.plugins.delivery.engine.exposition.MetricFamily;
import io.jenkins.plugins.delivery.steps.rollout.DeliveryFigures;
import io.prometheus.client.Collector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Rollouts, gates and the figures of DORA among what the plugin {@code prometheus} shows. That plugin finds collectors among
 * the extensions, asks them in the background as Jenkins itself, and decides who may read the answers.
 */
@Extension(optional = true)
public final class DeliveryCollector extends Collector {
    private static final Logger LOGGER = Logger.getLogger(DeliveryCollector.class.getName());

    @Override
    public List<MetricFamilySamples> collect() {
        try {
            return DeliveryFigures.get().families().stream()
                    .map(DeliveryCollector::samples)
                    .toList();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The deployment log could not be read for Prometheus", e);
            return List.of();
        }
    }

    private static MetricFamilySamples samples(MetricFamily family) {
        List<MetricFamilySamples.Sample> samples = family.samples().stream()
                .map(sample -> new MetricFamilySamples.Sample(
                        sample.name(),
                        new ArrayList<>(sample.labels().keySet()),
                        new ArrayList<>(sample.labels().values()),
                        sample.value().doubleValue()))
                .toList();
        return new MetricFamilySamples(family.name(), type(family.type()), family.help(), samples);
    }

    private static Type type(MetricFamily.Type type) {
        return switch (type) {
            case COUNTER -> Type.COUNTER;
            case GAUGE -> Type.GAUGE;
            case SUMMARY -> Type.SUMMARY;
        };
    }
}
