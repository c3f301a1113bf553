package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.analysis.MetricArguments;
import io.jenkins.plugins.delivery.engine.analysis.MetricSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a release was measured at is kept with it in the cluster, and is what the next ones are held against. */
class LastGoodReleasesTest {
    private final Simulation world = new Simulation().serving(Plans.canary("0", "nginx"));

    @Test
    void the_first_release_has_only_its_fixed_limit() {
        RolloutState end = release("1", 0.02);

        assertThat(end.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(end.verdicts())
                .last()
                .extracting("reason")
                .asString()
                .contains("no good release to compare with yet");
    }

    @Test
    void a_release_that_is_worse_than_the_mean_of_the_last_good_ones_goes_back() {
        release("1", 0.02);
        release("2", 0.03);

        RolloutState end = release("3", 0.04);

        assertThat(end.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(end.ending().reason())
                .contains("4 % on the new version, 2.5 % in the mean of the last 2 good releases (+60 %), limit +50 %");
    }

    @Test
    void a_bad_release_is_not_remembered() {
        release("1", 0.02);
        release("2", 0.09);

        assertThat(release("3", 0.03).phase()).as("+50 % of 2 %").isEqualTo(Phase.COMPLETED);
        assertThat(new Releases(world.cluster, "shop").all())
                .extracting(release -> release.measured().get("error-rate"))
                .containsExactly(0.03, 0.02, null);
    }

    @Test
    void one_that_was_rolled_back_from_does_not_count_any_more() {
        release("1", 0.02);
        release("2", 0.03);
        world.run(Plans.rollback("previous"));

        assertThat(release("3", 0.031).ending().reason()).contains("with the last good release");
    }

    private RolloutState release(String version, double errors) {
        world.metrics = (query, at) -> new Measurement.Value(query.contains("5..") ? errors : 1000);
        List<MetricSpec> metrics = MetricArguments.parse(
                "metrics",
                List.of(Map.of("preset", "error-rate", "max", 0.1, "compareWith", "releases", "maxIncrease", "50%")),
                List.of("prometheus"));
        return world.run(Plans.canary(version, "nginx", metrics.get(0)));
    }
}
