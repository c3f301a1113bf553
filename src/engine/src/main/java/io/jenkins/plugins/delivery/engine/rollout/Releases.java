package io.jenkins.plugins.delivery.engine.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.manifest.Configuration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The last releases of one application, each in a ConfigMap {@code <app>-release-<number>}, or several when it is large. */
final class Releases {
    private static final int KEPT = 10;

    private final Cluster cluster;
    private final String app;

    Releases(Cluster cluster, String app) {
        this.cluster = cluster;
        this.app = app;
    }

    /** The releases that are kept, newest first. */
    List<Release> all() {
        return all(records());
    }

    private List<Release> all(List<ConfigMap> records) {
        return format().read(records).stream()
                .sorted(Comparator.comparingInt(Release::number).reversed())
                .toList();
    }

    /** Writes down what serves now, once for each rollout. */
    void record(Scene scene, String serving) {
        RolloutPlan plan = scene.plan();
        List<ConfigMap> records = records();
        List<Release> known = all(records);
        if (known.stream().noneMatch(release -> release.rollout().equals(plan.id()))) {
            int number = 1
                    + records.stream()
                            .filter(ReleaseRecord::isFirst)
                            .mapToInt(ReleaseRecord::number)
                            .max()
                            .orElse(0);
            String floor = plan.schemaFloor() != null || known.isEmpty()
                    ? plan.schemaFloor()
                    : known.get(0).schemaFloor();
            write(format().write(release(number, scene, serving, floor)));
        }
        forgetAllBut(kept(known));
    }

    /** The last one is the one that counts: nobody else may have written it. The others may be left of an attempt before. */
    private void write(List<ConfigMap> records) {
        records.subList(0, records.size() - 1).forEach(part -> cluster.apply(part, cluster.find(part), true));
        cluster.create(records.get(records.size() - 1));
    }

    /** The newest, and the newest good one however old it is. */
    private static Set<Integer> kept(List<Release> before) {
        Set<Integer> numbers = new HashSet<>();
        before.stream().limit(KEPT - 1L).map(Release::number).forEach(numbers::add);
        before.stream().filter(Release::good).findFirst().map(Release::number).ifPresent(numbers::add);
        before.stream().map(Release::number).max(Integer::compare).ifPresent(newest -> numbers.add(newest + 1));
        return numbers;
    }

    private void forgetAllBut(Set<Integer> numbers) {
        List<ConfigMap> records = records();
        int newest = records.stream().mapToInt(ReleaseRecord::number).max().orElse(0);
        records.stream()
                .filter(record -> ReleaseRecord.number(record) <= newest - KEPT)
                .filter(record -> !numbers.contains(ReleaseRecord.number(record)))
                .forEach(cluster::delete);
    }

    /** Notes that a release was rolled back from, so that it is not brought back by itself. */
    void markBad(Release release) {
        records().stream()
                .filter(record -> ReleaseRecord.number(record) == release.number())
                .filter(ReleaseRecord::isFirst)
                .forEach(record -> cluster.patch(
                        record, Map.of("metadata", Map.of("annotations", Map.of(ReleaseRecord.BAD, "true")))));
    }

    private ReleaseRecord format() {
        return new ReleaseRecord(app, cluster.namespace());
    }

    private List<ConfigMap> records() {
        return cluster.list(ConfigMap.class, Map.of(Labels.NAME, app, Labels.MANAGED_BY, Labels.US)).stream()
                .filter(record -> record.getMetadata()
                        .getLabels()
                        .getOrDefault(Labels.RELEASE, "")
                        .matches("\\d{1,9}"))
                .toList();
    }

    private Release release(int number, Scene scene, String serving, @CheckForNull String floor) {
        RolloutPlan plan = scene.plan();
        Facts facts = scene.facts();
        RanImages ran = RanImages.of(cluster, plan, serving);
        return new Release(
                number,
                facts.toVersion(),
                facts.effective(),
                plan.id(),
                scene.now(),
                ran.images(),
                ran.digests(),
                Configuration.hashes(cluster, plan.release().objects()),
                plan.manifests(),
                true,
                floor,
                Compared.measured(scene.state()));
    }
}
