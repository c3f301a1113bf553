package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.cluster.Access;
import io.jenkins.plugins.delivery.engine.cluster.Images;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.cluster.Workload;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A release comes back whole, or it is said why not. */
class RollbackStrategyTest {
    private final Simulation world = new Simulation();

    @Test
    void config_maps_of_the_release_come_back_with_it() {
        world.serving(Plans.rolling("1")).serving(Plans.rolling("2"));

        world.run(Plans.rollback("previous"));

        assertThat(world.cluster
                        .get(ConfigMap.class, "shop-config")
                        .orElseThrow()
                        .getData())
                .containsEntry("greeting", "hello 1");
    }

    @Test
    void an_ordered_application_comes_back_too() {
        world.serving(Plans.ordered("1")).serving(Plans.ordered("2")).withoutLosingRequests();

        assertThat(world.run(Plans.rollback("previous")).phase()).isEqualTo(Phase.COMPLETED);
        assertThat(Images.of(world.cluster.get(StatefulSet.class, "shop").orElseThrow()))
                .isEqualTo("registry/shop:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Deployment", "StatefulSet"})
    void what_nobody_recorded_comes_back_from_what_kubernetes_keeps(String kind) {
        Simulation unrecorded = UnrecordedWorld.of(kind).withoutLosingRequests();

        RolloutState end = unrecorded.run(Plans.rollback("previous"));

        assertThat(end.phase()).as("%s", end.ending()).isEqualTo(Phase.COMPLETED);
        assertThat(end.facts().toVersion()).isEqualTo("1");
        HasMetadata workload = unrecorded
                .cluster
                .all(HasMetadata.class, any -> any.getKind().equals(kind))
                .get(0);
        assertThat(Images.of(workload)).isEqualTo("registry/shop:1");
        assertThat(Workload.of(workload).orElseThrow().labels()).doesNotContainKey("pod-template-hash");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_served_before_the_first_colour_comes_back_as_a_colour(boolean recorded) {
        world.serving(Plans.rolling("1"));
        if (!recorded) {
            world.cluster
                    .all(ConfigMap.class, any -> any.getMetadata().getName().contains("-release-"))
                    .forEach(world.cluster::remove);
        }
        label("blue");
        assertThat(world.run(Plans.blueGreen("2")).phase()).isEqualTo(Phase.COMPLETED);
        assertThat(selected()).isEqualTo("green");

        RolloutState end = world.run(Plans.rollback("previous"));

        assertThat(end.phase()).as("%s", end.ending()).isEqualTo(Phase.COMPLETED);
        assertThat(end.facts().toVersion()).isEqualTo("1");
        assertThat(selected()).isEqualTo("blue");
        assertThat(Images.of(world.cluster.get(Deployment.class, "shop-blue").orElseThrow()))
                .startsWith("registry/shop")
                .endsWith("1");
    }

    private String selected() {
        Service service = world.cluster.get(Service.class, "shop").orElseThrow();
        return service.getSpec().getSelector().get(Labels.COLOR);
    }

    /** As people do before they deploy by colours for the first time. */
    private void label(String color) {
        Deployment deployment = world.cluster.get(Deployment.class, "shop").orElseThrow();
        deployment.getSpec().getTemplate().getMetadata().getLabels().put(Labels.COLOR, color);
        world.cluster.put(deployment);
        Service service = world.cluster.get(Service.class, "shop").orElseThrow();
        service.getSpec().getSelector().put(Labels.COLOR, color);
        world.cluster.put(service);
    }

    @Test
    void without_an_earlier_revision_that_is_said() {
        world.serving(Plans.ordered("1"));

        assertThat(world.run(Plans.rollback("previous")).ending().reason())
                .contains("no release of 'shop' before the one that serves is kept in namespace 'shop-prod'");
    }

    @Test
    void a_tag_that_was_moved_meanwhile_does_not_matter() {
        String digest = "sha256:" + "ab".repeat(32);
        world.serving(Plans.rolling("1"));
        ConfigMap record = world.cluster.get(ConfigMap.class, "shop-release-1").orElseThrow();
        record.getData().compute("release.json", (key, json) -> json.replace("sha256:1", digest));
        world.cluster.put(record);
        world.serving(Plans.rolling("2"));

        world.run(Plans.rollback("previous"));

        assertThat(Images.of(world.cluster.get(Deployment.class, "shop").orElseThrow()))
                .isEqualTo("registry/shop@" + digest);
    }

    @Test
    void an_unknown_version_is_answered_with_those_that_are_kept() {
        world.serving(Plans.rolling("1.0")).serving(Plans.rolling("1.1"));

        assertThat(world.run(Plans.rollback("1.11")).ending().reason())
                .isEqualTo("to: no release '1.11' of 'shop' is kept; did you mean '1.1'? (kept are 1.1, 1.0)");
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1.1, 2.0, 1.0, refused",
        "1.0, 1.1, 1.1, 1.1, allowed",
        "1.0, 1.1, 1.0, 1.0, allowed",
        "1.9, 1.10, 1.10, 1.9, refused",
        "blue, green, green, blue, refused",
        "blue, green, blue, blue, allowed",
        "blue, green, yellow, blue, refused"
    })
    void nothing_goes_below_the_database(String first, String second, String floor, String to, String answer) {
        world.serving(Plans.rolling(first))
                .serving(Plans.rolling(second))
                .serving(Plans.rolling("9.9").notBelow(floor));

        RolloutState end = world.run(Plans.rollback(to));

        if (answer.equals("allowed")) {
            assertThat(end.phase()).isEqualTo(Phase.COMPLETED);
        } else {
            assertThat(end.facts()).isNull();
            assertThat(end.ending().reason())
                    .contains("version 9.9 has left a database that works with " + floor + " or newer");
        }
    }

    @Test
    void a_migration_counts_before_any_release_tells_of_it() {
        world.serving(Plans.rolling("1")).serving(Plans.rolling("2"));

        assertThat(world.run(Plans.rollback("1").notBelow("2")).ending().reason())
                .contains("a migration has left a database that works with 2 or newer");
        assertThat(world.run(Plans.rollback("1").notBelow("1")).phase()).isEqualTo(Phase.COMPLETED);
    }

    @Test
    void a_floor_stays_when_later_releases_say_nothing() {
        world.serving(Plans.rolling("1"))
                .serving(Plans.rolling("2").notBelow("2"))
                .serving(Plans.rolling("3"));
        world.cluster.delete(
                world.cluster.get(ConfigMap.class, "shop-release-2").orElseThrow());

        assertThat(world.run(Plans.rollback("1")).ending().reason()).contains("works with 2 or newer");
    }

    @Test
    void configuration_that_is_not_of_the_release_is_told_when_it_changed() {
        put("ConfigMap", "team", "a: '1'");
        put("Secret", "db", "a: MQ==");
        world.serving(reading(Plans.rolling("1"))).serving(reading(Plans.rolling("2")));
        put("ConfigMap", "team", "a: '2'");
        put("Secret", "db", "a: Mg==");

        assertThat(world.run(Plans.rollback("previous")).facts().preflight().warnings())
                .contains(
                        "ConfigMap 'team' has changed since version 1 served, and stays as it is now: it is not among the"
                                + " manifests of the release",
                        "Secret 'db' has changed since version 1 served, and stays as it is now: secrets are not kept");
    }

    @Test
    void secrets_need_not_be_readable() {
        put("Secret", "db", "a: MQ==");
        world.cluster.denied.add(Access.to("get", "", "secrets"));
        world.serving(reading(Plans.rolling("1"))).serving(reading(Plans.rolling("2")));

        assertThat(world.run(Plans.rollback("previous")).facts().preflight().warnings())
                .contains("whether Secret 'db' is as it was when version 1 served is not known: it cannot be read");
    }

    @Test
    void the_last_good_release_is_kept_however_old_it_is() {
        world.serving(Plans.rolling("good"));
        IntStream.range(0, 12).forEach(i -> {
            world.serving(Plans.rolling("bad" + i));
            new Releases(world.cluster, "shop")
                    .markBad(new Releases(world.cluster, "shop").all().get(0));
        });

        List<Release> kept = new Releases(world.cluster, "shop").all();

        assertThat(kept).hasSize(11).last().extracting(Release::version).isEqualTo("good");
        assertThat(kept.get(0).good()).isFalse();
    }

    private void put(String kind, String name, String data) {
        world.cluster.put(Serialization.unmarshal(
                "apiVersion: v1\nkind: " + kind + "\nmetadata: {name: " + name + ", uid: u}\ndata: {" + data + "}\n"));
    }

    private static RolloutPlan reading(RolloutPlan plan) {
        return plan.releasing(
                plan.version(),
                plan.manifests().stream()
                        .map(json -> json.replace(
                                "\"name\":\"shop\"}]",
                                "\"name\":\"shop\",\"envFrom\":[{\"configMapRef\":{\"name\":\"team\"}},"
                                        + "{\"secretRef\":{\"name\":\"db\"}}]}]"))
                        .toList());
    }
}
