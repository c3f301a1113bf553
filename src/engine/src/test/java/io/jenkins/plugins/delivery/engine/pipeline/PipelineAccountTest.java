package io.jenkins.plugins.delivery.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.engine.pipeline.PipelineAccount.Ending;
import io.jenkins.plugins.delivery.engine.pipeline.Stage.Way;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PipelineAccountTest {
    private static final PipelinePlan PLAN = new PipelinePlan(List.of(
            Stage.of("lint", "Lint", StageKind.LINT, "", Way.USUAL),
            Stage.of("scan", "Scan", StageKind.SCAN, "", Way.OFF),
            Stage.of("staging", "Staging", StageKind.DEPLOY, "staging", Way.USUAL),
            Stage.of("smoke", "Smoke", StageKind.SMOKE, "staging", Way.USUAL),
            Stage.of("production", "Production", StageKind.DEPLOY, "production", Way.USUAL)));

    @Test
    void says_what_was_done_what_was_not_and_how_to_go_on() {
        PipelineAccount account = PipelineAccount.of("shop", "1.5", PLAN, 2, "1 of 2 checks failed");
        assertThat(account.headline()).isEqualTo("shop 1.5 stopped in Smoke");
        assertThat(account.sentences())
                .containsExactly(
                        "Stopped in Smoke: 1 of 2 checks failed",
                        "Done: Lint, Staging.",
                        "Not done: Production.",
                        "To go on: staging runs the new version, and it does not answer as it should. Correct it in a commit, or"
                                + " bring the version before back: rollbackDeploy environment: 'staging', app: 'shop', to:"
                                + " 'previous'.");
        assertThat(account.entries())
                .extracting(PipelineAccount.Entry::ending)
                .containsExactly(Ending.DONE, Ending.LEFT_OUT, Ending.DONE, Ending.STOPPED, Ending.NOT_DONE);
    }

    @Test
    void says_how_far_it_got_when_nothing_went_wrong() {
        PipelineAccount account = PipelineAccount.of("shop", "1.5", PLAN, 4, null);
        assertThat(account.headline()).isEqualTo("shop 1.5 is in production");
        assertThat(account.sentences()).containsExactly("Done: Lint, Staging, Smoke, Production.");
        PipelinePlan checks = new PipelinePlan(PLAN.stages().subList(0, 2));
        assertThat(PipelineAccount.of("shop", "", checks, 1, null).headline()).isEqualTo("shop got through Lint");
    }

    @ParameterizedTest
    @EnumSource(StageKind.class)
    void every_stage_says_how_to_go_on(StageKind kind) {
        assertThat(kind.goOn("shop", "staging")).isNotBlank().doesNotContain("%");
    }
}
