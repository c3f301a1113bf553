package io.jenkins.plugins.delivery.rehearsal;

import static io.jenkins.plugins.delivery.rehearsal.StorefrontScenarios.assertMet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult;
import io.jenkins.plugins.delivery.rehearsal.runtime.KillPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The storefront's release, with the controller killed on the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StorefrontSurvivalTest {
    /** How many boundaries are tried one at a time; {@code -Dkills=1000} tries all. */
    private static final int KILLS = Integer.getInteger("kills", 3);

    private StorefrontScenarios scenarios;
    private RehearsalResult killedEverywhere;

    @TempDir
    static Path folder;

    @BeforeAll
    void theProgramsRunForReal() throws Exception {
        scenarios = new StorefrontScenarios(folder);
        killedEverywhere = scenarios.rehearsal("kill-everywhere").once(KillPlan.everywhere());
    }

    @Test
    void aControllerKilledAtEveryBoundaryOfOneRunStillDelivers() {
        assertMet(killedEverywhere);
        assertThat(killedEverywhere.result()).isEqualTo("SUCCESS");
        assertThat(killedEverywhere.durability().restarts()).isGreaterThan(20);
    }

    @Test
    void aControllerKilledOnceEndsAsIfNothingHadHappened() throws Exception {
        int boundaries = killedEverywhere.durability().boundaries();
        List<Integer> tried = IntStream.rangeClosed(1, boundaries)
                .filter(at -> at % Math.max(1, boundaries / KILLS) == 0)
                .boxed()
                .toList();
        for (int at : tried) {
            RehearsalResult ended = scenarios.rehearsal("kill-everywhere").once(KillPlan.at(at));
            assertThat(tuple(ended.result(), ended.durability().restarts()))
                    .as("killed at boundary %s of %s: %s", at, boundaries, ended.error())
                    .isEqualTo(tuple("SUCCESS", reached(ended, at) ? 1 : 0));
            assertMet(ended);
        }
    }

    /** How often a program is saved depends a little on how fast the cluster answers: a run may have fewer boundaries. */
    private static boolean reached(RehearsalResult ended, int boundary) {
        return ended.durability().boundaries() >= boundary;
    }
}
