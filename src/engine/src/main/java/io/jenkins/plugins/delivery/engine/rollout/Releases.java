package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The last releases of one application, each in a ConfigMap {@code <app>-release-<number>}. */
final class Releases {
    private static final String FILE = "release.json";
    private static final int KEPT = 10;

    private final Cluster cluster;
    private final String app;

    Releases(Cluster cluster, String app) {
        this.cluster = cluster;
        this.app = app;
    }

    /** The releases that are kept, newest first. */
    List<Release> all() {
        return records().stream()
                .map(record -> RolloutJson.read(record.getData().get(FILE), Release.class))
                .sorted(Comparator.comparingInt(Release::number).reversed())
                .toList();
    }

    /** Writes down what serves now, once for each rollout. */
    void record(RolloutPlan plan, Facts facts, String serving, Instant now) {
        List<Release> known = all();
        if (known.stream().noneMatch(release -> release.rollout().equals(plan.id()))) {
            int number = known.isEmpty() ? 1 : known.get(0).number() + 1;
            cluster.create(configMap(release(number, plan, facts, serving, now)));
        }
        records().stream()
                .sorted(Comparator.comparingInt(Releases::number).reversed())
                .skip(KEPT)
                .forEach(cluster::delete);
    }

    /** Notes that a release was rolled back from, so that it is not brought back by itself. */
    void markBad(Release release) {
        records().stream()
                .filter(record -> number(record) == release.number())
                .forEach(record ->
                        cluster.patch(record, Map.of("data", Map.of(FILE, RolloutJson.write(release.bad())))));
    }

    private List<ConfigMap> records() {
        return cluster.list(ConfigMap.class, Map.of(Labels.NAME, app, Labels.MANAGED_BY, Labels.US)).stream()
                .filter(record -> record.getMetadata().getLabels().containsKey(Labels.RELEASE))
                .filter(record -> record.getData() != null && record.getData().containsKey(FILE))
                .toList();
    }

    private static int number(ConfigMap record) {
        return Integer.parseInt(record.getMetadata().getLabels().get(Labels.RELEASE));
    }

    private Release release(int number, RolloutPlan plan, Facts facts, String serving, Instant now) {
        Optional<Deployment> deployment = cluster.find(Deployment.class, serving);
        Map<String, String> images = new TreeMap<>();
        Map<String, String> digests = new TreeMap<>();
        deployment.ifPresent(there -> {
            for (Container container : there.getSpec().getTemplate().getSpec().getContainers()) {
                images.put(container.getName(), String.valueOf(container.getImage()));
            }
            Workloads.pods(cluster, there).forEach(pod -> digests.putAll(digests(pod)));
        });
        return new Release(
                number,
                facts.toVersion(),
                facts.effective(),
                plan.id(),
                now,
                images,
                digests,
                configuration(plan),
                plan.manifests(),
                true);
    }

    private static Map<String, String> digests(Pod pod) {
        Map<String, String> digests = new TreeMap<>();
        if (pod.getStatus() != null) {
            for (ContainerStatus container : pod.getStatus().getContainerStatuses()) {
                if (container.getImageID() != null && !container.getImageID().isEmpty()) {
                    digests.put(container.getName(), container.getImageID());
                }
            }
        }
        return digests;
    }

    private static Map<String, String> configuration(RolloutPlan plan) {
        Map<String, String> hashes = new TreeMap<>();
        plan.release().objects().stream()
                .filter(ConfigMap.class::isInstance)
                .map(ConfigMap.class::cast)
                .forEach(map ->
                        hashes.put(map.getMetadata().getName(), sha256(RolloutJson.write(new TreeMap<>(data(map))))));
        return hashes;
    }

    private static Map<String, String> data(ConfigMap map) {
        return map.getData() == null ? Map.of() : map.getData();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private ConfigMap configMap(Release release) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(app + "-release-" + release.number())
                .withNamespace(cluster.namespace())
                .addToLabels(Labels.NAME, app)
                .addToLabels(Labels.MANAGED_BY, Labels.US)
                .addToLabels(Labels.RELEASE, String.valueOf(release.number()))
                .addToAnnotations(Labels.VERSION, release.version())
                .endMetadata()
                .addToData(FILE, RolloutJson.write(release))
                .build();
    }
}
