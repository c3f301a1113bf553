package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.rollout.Stories.Story;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two controllers: the older one sleeps at a call, its build counts as over, a newer build takes the lease and rolls out,
 * and then the older one wakes up where it was. With {@code -Drollout.exhaustive=true} it sleeps at every call.
 */
class FencingTest {
    private static final String STORIES = "io.jenkins.plugins.delivery.engine.rollout.Stories";
    private static final boolean EXHAUSTIVE = Boolean.getBoolean("rollout.exhaustive");
    private static final int SLEEPS = 3;
    /** Who has no lease yet waits for it like anybody, and who gives it back has done its work. */
    private static final Set<Phase> OUTSIDE = EnumSet.of(Phase.LOCK, Phase.PLAN, Phase.UNLOCK);

    @ParameterizedTest
    @MethodSource(STORIES + "#all")
    void whereverTheOlderOneSleepsNothingOfTheNewerOneIsOverwritten(Story story) {
        int calls = told(story, Integer.MAX_VALUE).calls;
        int step = EXHAUSTIVE ? 1 : Math.max(1, calls / SLEEPS);
        for (int at = Math.floorMod(story.name().hashCode(), step); at < calls; at += step) {
            Telling telling = told(story, at);

            untouched(telling, "asleep at call " + at + " of " + calls);
            assertThat(telling.end.phase().isFinal())
                    .as("asleep at call %s", at)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource(STORIES + "#all")
    void asleepBetweenReadingAndWritingItsWriteIsRefused(Story story) {
        List<Integer> writes = told(story, Integer.MAX_VALUE).writes;
        int step = EXHAUSTIVE ? 1 : Math.max(1, writes.size() / SLEEPS);
        for (int i = Math.floorMod(story.name().hashCode(), step); i < writes.size(); i += step) {
            Telling telling = told(story, writes.get(i));

            untouched(telling, "asleep before write " + i + " of " + writes.size());
        }
    }

    @Test
    void whatIsPromotedByTheOlderOneIsRefusedWhenTheNewerOneHasPromoted() {
        Simulation world = new Simulation().serving(Plans.canary("1", "nginx"));
        RolloutPlan older = Plans.canary("2", "nginx");
        RolloutPlan newer = Plans.canary("3", "nginx");
        boolean[] slept = {false};
        Phase[] phase = {Phase.LOCK};
        world.beforeTick = state -> {
            phase[0] = state.phase();
            return state;
        };
        world.cluster.hook = (moment, verb, kind) -> {
            if (moment.equals("before") && verb.equals("apply") && phase[0] == Phase.PROMOTE && !slept[0]) {
                slept[0] = true;
                world.finishedBuilds.add(older.holder());
                assertThat(world.run(newer).phase()).isEqualTo(Phase.COMPLETED);
            }
        };

        RolloutState end = world.run(older);

        assertThat(slept[0]).isTrue();
        assertThat(end.phase()).isEqualTo(Phase.STUCK);
        assertThat(end.ending().cause()).isEqualTo(Ending.Cause.INTERFERENCE);
        assertThat(end.waitingFor()).contains(newer.holder(), "took the lease");
        assertThat(world.controllers.traffic()).isEqualTo(Map.of("3", 100.0));
        assertThat(world.cluster.get(Deployment.class, "shop"))
                .hasValueSatisfying(stable -> assertThat(Objects.annotation(stable, "delivery.jenkins.io/rollout"))
                        .isEqualTo(newer.id()));
    }

    /** All is as the newer one left it; only what the older one itself had made may go again. */
    private static void untouched(Telling telling, String why) {
        List<String> left = telling.newer.lines().toList();
        List<String> now = telling.after.lines().toList();
        assertThat(left).as("%s: %s", why, telling.end.waitingFor()).containsAll(now);
        assertThat(left.stream().filter(object -> !now.contains(object)))
                .as("%s: %s", why, telling.end.waitingFor())
                .allMatch(object -> object.contains("\"" + telling.older + "\""));
    }

    private static Telling told(Story story, int sleepsAt) {
        Telling telling = new Telling();
        Simulation world = story.world().get();
        if (!world.controllers.traffic().containsKey("nobody")) {
            world.withoutLosingRequests();
        }
        RolloutPlan older = story.plan().get();
        RolloutPlan newer = story.plan().get();
        telling.older = older.id();
        var inner = world.beforeTick;
        world.beforeTick = state -> {
            telling.phase = state.phase();
            return inner.apply(state);
        };
        AtomicInteger calls = new AtomicInteger();
        FakeCluster.Hook awake = (moment, verb, kind) -> {};
        world.cluster.hook = (moment, verb, kind) -> {
            if (!moment.equals("before") || OUTSIDE.contains(telling.phase)) {
                return;
            }
            if (Set.of("apply", "patch", "create", "replace", "delete").contains(verb) && !kind.equals("Lease")) {
                telling.writes.add(calls.get());
            }
            if (calls.getAndIncrement() == sleepsAt) {
                world.cluster.hook = awake;
                world.finishedBuilds.add(older.holder());
                telling.acted = world.run(newer).transitions().stream().anyMatch(step -> step.to() == Phase.APPLY);
                telling.newer = world.cluster.fingerprint();
            }
        };
        telling.end = world.run(older);
        world.cluster.hook = awake;
        telling.after = telling.acted ? world.cluster.fingerprint() : telling.newer;
        telling.calls = calls.get();
        return telling;
    }

    /** How it went: what the newer one left, and what was there when the older one had ended as well. */
    private static final class Telling {
        private String older = "";
        private Phase phase = Phase.LOCK;
        private int calls;
        private final List<Integer> writes = new ArrayList<>();
        /** A rollback that finds nothing to go back to touches nothing: then there is nothing to overwrite. */
        private boolean acted;

        private String newer = "";
        private String after = "";
        private RolloutState end;
    }
}
