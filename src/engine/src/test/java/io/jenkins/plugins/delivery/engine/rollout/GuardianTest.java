package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuardianTest {
    private static final Map<String, Double> STABLE = Map.of("1", 100.0);
    private static final Map<String, Double> NEW = Map.of("2", 100.0);
    private static final int FOR_GOOD = Integer.MAX_VALUE;

    /** Every n-th call is tried; all of them with {@code -Drollout.exhaustive=true}. */
    private static final int STRIDE = Boolean.getBoolean("rollout.exhaustive") ? 1 : 9;

    record Story(String name, Function<String, RolloutPlan> version, Simulation told) {
        Story(String name, Function<String, RolloutPlan> version) {
            this(name, version, new Simulation());
            told.metrics = (query, at) -> new Measurement.Value(0.001);
            told.serving(version.apply("1"));
        }

        @Override
        public String toString() {
            return name;
        }

        RolloutPlan guarded() {
            return version.apply("2").guarded(new Guard(Duration.ofMinutes(5), "registry/guardian:1", ""));
        }

        Absence begin() {
            Simulation world = told.copy();
            world.metrics = told.metrics;
            return new Absence(world, guarded());
        }
    }

    static Stream<Story> stories() {
        return Stream.of(
                new Story("blue-green", Plans::blueGreen),
                new Story(
                        "canary",
                        version ->
                                Plans.canary(version, "nginx", Plans.errorRate().get(0))),
                new Story(
                        "canary by replicas",
                        version -> Plans.canary(
                                version, "replicas", Plans.errorRate().get(0))),
                new Story("rolling", Plans::rolling));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void aControllerThatDoesItsWorkNeverMeetsItsGuardian(Story story) {
        Absence absence = story.begin();

        absence.run(FOR_GOOD);

        assertThat(absence.state().phase()).isEqualTo(Phase.COMPLETED);
        assertThat(absence.world.controllers.traffic()).isEqualTo(NEW);
        assertThat(absence.guardian.log()).hasSizeLessThan(3).noneMatch(line -> line.contains("took"));
        assertThat(absence.events()).isEmpty();
        assertThat(absence.world.cluster.get(Job.class, "shop-rollout-guardian"))
                .isEmpty();
    }

    /** Killed for good after each tick there is, and so in each phase; then it comes back after all. */
    @ParameterizedTest
    @MethodSource("stories")
    void stableServesInTheEndWheneverTheControllerDies(Story story) {
        Absence whole = story.begin();
        whole.run(FOR_GOOD);
        Set<Phase> died = new LinkedHashSet<>();
        for (int ticks = 1; ticks < whole.ticks; ticks++) {
            Absence absence = story.begin();
            absence.run(ticks);
            died.add(absence.state().phase());
            endsWell(absence, "after tick " + ticks + " in " + absence.state().phase());
        }
        assertThat(died).contains(Phase.APPLY, Phase.READY, Phase.RETIRE, Phase.UNLOCK);
    }

    /** Killed between any two calls, which is in the middle of a tick. */
    @ParameterizedTest
    @MethodSource("stories")
    void stableServesInTheEndWhereverTheControllerDies(Story story) {
        int calls = calls(story);
        for (int last = 1; last < calls; last += STRIDE) {
            Absence absence = story.begin();
            int[] left = {last};
            absence.world.cluster.hook = (moment, verb, kind) -> {
                if (!absence.away && !absence.inGuardian && moment.equals("after") && --left[0] == 0) {
                    throw new Simulation.Killed();
                }
            };
            absence.run(FOR_GOOD);
            endsWell(absence, "after call " + last);
        }
    }

    /** A controller that was only asleep wakes in the middle of a call, when the guardian has already restored. */
    @ParameterizedTest
    @MethodSource("stories")
    void aControllerThatWakesInTheMiddleOfACallDoesNotFight(Story story) {
        int calls = calls(story);
        for (int asleep = 1; asleep < calls; asleep += STRIDE) {
            for (boolean dies : new boolean[] {true, false}) {
                Absence absence = story.begin();
                int[] left = {asleep};
                absence.world.cluster.hook = (moment, verb, kind) -> {
                    if (!absence.inGuardian && moment.equals("before") && --left[0] == 0) {
                        absence.guardianAlone(Duration.ofMinutes(6));
                        absence.away = dies;
                    }
                };
                absence.run(FOR_GOOD);
                absence.world.cluster.hook = (moment, verb, kind) -> {};
                endsWell(absence, "asleep before call " + asleep + (dies ? ", and dead after it" : ""));
            }
        }
    }

    /** The controller comes back in the middle of what the guardian does, whatever that is. */
    @ParameterizedTest
    @MethodSource("stories")
    void aGuardianWhoseRolloutComesBackDoesNotFight(Story story) {
        for (int ticks = 6; ticks < 60; ticks += 2 * STRIDE) {
            for (int call = 1; call < 80; call += STRIDE) {
                Absence absence = story.begin();
                absence.run(ticks, false);
                int[] left = {call};
                absence.world.cluster.hook = (moment, verb, kind) -> {
                    if (absence.inGuardian && absence.silent() && --left[0] == 0) {
                        absence.controllerAlone();
                    }
                };
                absence.run(ticks);
                absence.world.cluster.hook = (moment, verb, kind) -> {};
                absence.comeBack();
                assertThat(absence.world.controllers.traffic())
                        .as(
                                "%s ticks, call %s: %s, %s",
                                ticks, call, absence.state().ending(), absence.guardian)
                        .isEqualTo(absence.state().phase() == Phase.COMPLETED ? NEW : STABLE);
                assertThat(absence.lease()).isEmpty();
            }
        }
    }

    @Test
    void aTimeWithoutAnswersFromTheClusterIsNotAnAbsence() {
        Absence absence = stories().findFirst().orElseThrow().begin();
        absence.run(8, false);
        boolean[] down = {true};
        absence.world.cluster.hook = (moment, verb, kind) -> {
            if (down[0]) {
                throw new io.jenkins.plugins.delivery.engine.cluster.ClusterException(
                        io.jenkins.plugins.delivery.engine.cluster.ClusterException.Kind.UNAVAILABLE, "down", null);
            }
        };
        absence.until(absence.world.now.plus(Duration.ofMinutes(7)));
        down[0] = false;

        absence.run(FOR_GOOD);

        assertThat(absence.state().phase()).isEqualTo(Phase.COMPLETED);
        assertThat(absence.events()).doesNotContain("RolledBackByGuardian");
    }

    private static int calls(Story story) {
        Absence whole = story.begin();
        int[] calls = {0};
        whole.world.cluster.hook = (moment, verb, kind) -> {
            if (!whole.inGuardian && moment.equals("after")) {
                calls[0]++;
            }
        };
        whole.run(FOR_GOOD);
        return calls[0];
    }

    private static void endsWell(Absence absence, String when) {
        Phase left = absence.state().phase();
        boolean back = absence.events().contains("RolledBackByGuardian");
        absence.run(absence.ticks);
        boolean went = absence.events().contains("RolledBackByGuardian");
        Map<String, Double> traffic = absence.world.controllers.traffic();
        String said = when + (absence.guardian == null ? "" : ": " + absence.guardian.log());
        assertThat(traffic).as(said).isIn(STABLE, NEW);
        if (left.untouched() || !decided(left) && !left.isFinal()) {
            assertThat(traffic).as(said).isEqualTo(STABLE);
        }
        absence.comeBack();
        RolloutState end = absence.state();
        assertThat(end.phase()).as(said).isIn(Phase.COMPLETED, Phase.ROLLED_BACK);
        assertThat(absence.world.controllers.traffic())
                .as(said)
                .isEqualTo(end.phase() == Phase.COMPLETED ? NEW : STABLE);
        if (back || went) {
            assertThat(end.phase()).as(said).isEqualTo(Phase.ROLLED_BACK);
            assertThat(end.ending().cause()).as(said).isEqualTo(Ending.Cause.GUARDIAN);
            assertThat(end.ending().reason()).startsWith("rolled back by guardian: nobody renewed the lease for 5m");
        }
        assertThat(absence.lease()).as(said).isEmpty();
        assertThat(absence.world.cluster.get(Job.class, "shop-rollout-guardian"))
                .as(said)
                .isEmpty();
    }

    private static boolean decided(Phase phase) {
        return phase == Phase.RETIRE || phase == Phase.UNLOCK;
    }
}
