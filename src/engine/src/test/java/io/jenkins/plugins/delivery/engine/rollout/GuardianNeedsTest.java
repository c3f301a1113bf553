package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.cluster.Access;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The Role of the guardian is what guardians use, and nothing else: every strategy, router and switch in the cluster, with the controller gone
 * in every phase in which something changes.
 */
class GuardianNeedsTest {
    /** Goes back as another story does, or waits for a person who is not there. */
    private static final Set<String> LIKE_OTHERS = Set.of(
            "blue-green, checks fail",
            "bad canary, nginx",
            "bad canary, replicas",
            "canary that pauses",
            "canary that nobody promotes",
            "rolling, never ready",
            "blue-green, service",
            "canary, haproxy",
            "canary, haproxy that hangs up",
            "rollback",
            "rollback of blue-green");

    private static final Set<String> DISTURBED = Set.of("usual kinds", "rolling, ordered", "autoscaler");

    /** Between them a guardian finds what it would find in the next or the last one. */
    private static final Set<Phase> TELLING =
            EnumSet.of(Phase.APPLY, Phase.READY, Phase.SHIFT, Phase.OBSERVE, Phase.PROMOTE, Phase.KEEP, Phase.RETIRE);

    private static Stream<Stories.Story> stories() {
        return Stream.of(
                        Stories.serving().filter(story -> !LIKE_OTHERS.contains(story.name())),
                        Worlds.routed(),
                        Stream.of(Worlds.autoscaled(), Worlds.scaledByKeda(), Worlds.newKinds(), Worlds.usualKinds()))
                .flatMap(all -> all);
    }

    @Test
    void its_role_grants_what_guardians_use_and_no_more() throws IOException {
        Set<Access> used = new TreeSet<>();
        stories().forEach(story -> record(story, used));

        assertThat(Roles.granted("guardian-rbac.yaml", "progressive-delivery-guardian"))
                .containsExactlyInAnyOrderElementsOf(used);
    }

    private static void record(Stories.Story story, Set<Access> used) {
        boolean disturbed = DISTURBED.contains(story.name());
        for (int ticks : moments(story)) {
            gone(story, ticks, used, absence -> absence.run(ticks));
            if (disturbed) {
                gone(story, ticks, used, GuardianNeedsTest::disturb);
                gone(story, ticks, used, GuardianNeedsTest::settledMeanwhile);
                gone(story, ticks, used, GuardianNeedsTest::withoutSlices);
            }
        }
    }

    /** The controller stays away from some tick on, and something happens in the cluster. */
    private static void gone(Stories.Story story, int ticks, Set<Access> used, Consumer<Absence> then) {
        Absence absence = begin(story);
        absence.world.cluster.hook = Roles.recording(used, () -> absence.inGuardian);
        absence.run(ticks, false);
        then.accept(absence);
    }

    /** The first tick in each phase that tells something. */
    private static List<Integer> moments(Stories.Story story) {
        Absence whole = begin(story);
        Map<Phase, Integer> first = new LinkedHashMap<>();
        for (int ticks = 1; !whole.state().phase().isFinal(); ticks++) {
            whole.run(ticks, false);
            if (whole.guards() && TELLING.contains(whole.state().phase())) {
                first.putIfAbsent(whole.state().phase(), ticks);
            }
        }
        return List.copyOf(first.values());
    }

    private static Absence begin(Stories.Story story) {
        Simulation world = story.world().get();
        world.metrics = (query, at) -> new Measurement.Value(0.001);
        Guard guard = new Guard(Duration.ofMinutes(5), "registry/guardian:1", "");
        return new Absence(world, story.plan().get().guarded(guard));
    }

    /** Somebody deletes the lease and what was there before, and pods crash. */
    private static void disturb(Absence absence) {
        FakeCluster cluster = absence.world.cluster;
        Facts facts = absence.state().facts();
        if (facts == null) {
            return;
        }
        cluster.all(HasMetadata.class, any -> facts.before().containsKey(Objects.key(any)))
                .forEach(cluster::remove);
        absence.lease().ifPresent(cluster::remove);
        absence.world.controllers.neverReady.addAll(List.of("1", "2"));
        for (Pod pod : cluster.all(Pod.class, any -> true)) {
            cluster.put(new PodBuilder(pod)
                    .editStatus()
                    .withContainerStatuses(new ContainerStatusBuilder()
                            .withName("shop")
                            .withNewState()
                            .withNewWaiting()
                            .withReason("CrashLoopBackOff")
                            .endWaiting()
                            .endState()
                            .build())
                    .withConditions(new PodConditionBuilder()
                            .withType("Ready")
                            .withStatus("False")
                            .build())
                    .endStatus()
                    .build());
        }
        absence.guardianAlone(Duration.ofMinutes(30));
    }

    /** The cluster has no EndpointSlices that say where traffic goes. */
    private static void withoutSlices(Absence absence) {
        absence.world.controllers.slices = false;
        absence.world.cluster.all(EndpointSlice.class, any -> true).forEach(absence.world.cluster::remove);
        absence.guardianAlone(Duration.ofMinutes(7));
    }

    /** The controller decides that the new version stays in the moment in which the guardian takes the lease. */
    private static void settledMeanwhile(Absence absence) {
        FakeCluster cluster = absence.world.cluster;
        FakeCluster.Hook recording = cluster.hook;
        cluster.hook = new FakeCluster.Hook() {
            @Override
            public void at(String moment, String verb, String kind) {
                if (absence.inGuardian && moment.equals("after") && verb.equals("replace") && kind.equals("Lease")) {
                    ConfigMap record =
                            cluster.get(ConfigMap.class, "shop-rollout").orElseThrow();
                    cluster.put(new ConfigMapBuilder(record)
                            .addToData(RolloutRecord.END, RolloutRecord.DECIDED)
                            .build());
                }
            }

            @Override
            public void uses(Access access) {
                recording.uses(access);
            }
        };
        absence.guardianAlone(Duration.ofMinutes(7));
    }
}
