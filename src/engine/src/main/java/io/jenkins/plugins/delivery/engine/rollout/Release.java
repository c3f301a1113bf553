package io.jenkins.plugins.delivery.engine.rollout;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A release that served, kept in the cluster so that it can be brought back whole.
 *
 * @param number counts up with each release of the application
 * @param version for people
 * @param strategy how it was rolled out
 * @param rollout the rollout that brought it
 * @param at when it was complete
 * @param images what each container was told to run
 * @param digests what each container really ran
 * @param configuration SHA-256 of each ConfigMap among the manifests
 * @param manifests the objects as JSON
 * @param good false once it was rolled back from
 */
public record Release(
        int number,
        String version,
        StrategyKind strategy,
        String rollout,
        Instant at,
        Map<String, String> images,
        Map<String, String> digests,
        Map<String, String> configuration,
        List<String> manifests,
        boolean good) {
    public Release {
        images = Map.copyOf(images);
        digests = Map.copyOf(digests);
        configuration = Map.copyOf(configuration);
        manifests = List.copyOf(manifests);
    }

    @JsonIgnore
    Release bad() {
        return new Release(number, version, strategy, rollout, at, images, digests, configuration, manifests, false);
    }
}
