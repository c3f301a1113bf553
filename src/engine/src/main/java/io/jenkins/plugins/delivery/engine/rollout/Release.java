package io.jenkins.plugins.delivery.engine.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.cluster.Images;
import io.jenkins.plugins.delivery.engine.cluster.Manifests;
import io.jenkins.plugins.delivery.engine.cluster.Workload;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release that served, kept in the cluster so that it can be brought back whole.
 *
 * @param number counts up with each release of the application
 * @param version for people
 * @param strategy how it was rolled out
 * @param rollout the rollout that brought it
 * @param at when it was complete
 * @param images what each container was told to run: by its name in the application's workload, and by
 *     {@code Kind/name/container} in others
 * @param digests what each container really ran, by the same keys
 * @param configuration hashes of the ConfigMaps and Secrets that the pods refer to, by {@code Kind/name}; empty for what could
 *     not be read
 * @param manifests the objects as JSON
 * @param good false once it was rolled back from
 * @param schemaFloor the oldest version that works with the database as this release leaves it; null for any
 * @param measured the last good value of each metric while it was rolled out
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
        boolean good,
        @CheckForNull String schemaFloor,
        Map<String, Double> measured) {
    private static final Pattern DIGEST = Pattern.compile(".*@(sha256:[0-9a-f]{64})");

    public Release {
        images = Map.copyOf(images);
        digests = Map.copyOf(digests);
        configuration = Map.copyOf(configuration);
        manifests = List.copyOf(manifests);
        measured = measured == null ? Map.of() : Map.copyOf(measured);
    }

    Release bad() {
        return new Release(
                number,
                version,
                strategy,
                rollout,
                at,
                images,
                digests,
                configuration,
                manifests,
                false,
                schemaFloor,
                measured);
    }

    /** The manifests with each image as it really ran: a tag may mean another image by now. */
    List<String> pinned(String app) {
        return pinned(app, workload -> false);
    }

    /** The same, without the workloads that stay as the manifests say them. */
    List<String> pinned(String app, Predicate<Workload> unpinned) {
        return Images.substitute(
                        Manifests.of(manifests),
                        (workload, container) -> unpinned.test(workload)
                                ? container.getImage()
                                : exact(RanImages.key(app, workload, container.getName()))
                                        .orElse(container.getImage()))
                .documents();
    }

    private Optional<String> exact(String key) {
        String image = images.getOrDefault(key, "");
        Matcher digest = DIGEST.matcher(digests.getOrDefault(key, ""));
        return digest.matches() && !image.isEmpty() && !image.contains("@")
                ? Optional.of(repository(image) + "@" + digest.group(1))
                : Optional.empty();
    }

    private static String repository(String image) {
        int colon = image.lastIndexOf(':');
        return colon > image.lastIndexOf('/') ? image.substring(0, colon) : image;
    }
}
