package io.jenkins.plugins.delivery.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.flow.Judgement.Earlier;
import io.jenkins.plugins.delivery.engine.flow.Judgement.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final Reading READING = Reading.draft()
            .figure(new Figure("p95", "95th percentile", 600, "ms"))
            .count("requests", "requests", 1000)
            .summary("1000 requests");

    private static Judgement judged(Earlier earlier, Map<String, Object> gate) {
        return Judgement.of(READING, ReportGate.parse("gates", List.of(gate)), earlier);
    }

    @Test
    void what_is_within_its_limits_passes() {
        assertThat(judged(null, Map.of("figure", "p95", "max", 600)).passed()).isTrue();
        assertThat(judged(null, Map.of("figure", "requests", "min", "1000")).passed())
                .isTrue();
    }

    @Test
    void what_is_not_is_said_with_figure_and_limit() {
        Judgement judgement = judged(null, Map.of("figure", "p95", "max", 500, "result", "unstable"));
        assertThat(judgement.outcome()).isEqualTo(Outcome.UNSTABLE);
        assertThat(judgement.violations()).containsExactly("95th percentile: 600 ms, 500 ms allowed");
        assertThat(judged(null, Map.of("figure", "requests", "min", 2000)).violations())
                .containsExactly("requests: 1000, at least 2000 demanded");
    }

    @Test
    void is_compared_with_the_last_good_build() {
        Earlier earlier = new Earlier("#41", Map.of("p95", 450.0, "requests", 1200.0));
        assertThat(judged(earlier, Map.of("figure", "p95", "maxIncrease", "20%"))
                        .violations())
                .containsExactly("95th percentile: 600 ms, up from 450 ms in #41; at most 540 ms allowed");
        assertThat(judged(earlier, Map.of("figure", "p95", "maxIncrease", 150)).passed())
                .isTrue();
        assertThat(judged(earlier, Map.of("figure", "requests", "maxDecrease", "10 %"))
                        .violations())
                .containsExactly("requests: 1000, down from 1200 in #41; at least 1080 demanded");
    }

    @Test
    void nothing_to_compare_with_is_said() {
        Judgement judgement = judged(null, Map.of("figure", "p95", "maxIncrease", "20%"));
        assertThat(judgement.passed()).isTrue();
        assertThat(judgement.notices())
                .containsExactly("95th percentile was compared with nothing: no earlier good build has this figure");
    }

    @Test
    void the_failure_of_a_tool_passes_no_gate() {
        Reading failed = Reading.draft().failure("It crashed").summary("Crashed");
        assertThat(Judgement.of(failed, List.of(), null).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void a_figure_that_is_not_there_is_no_pass() {
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(() -> judged(null, Map.of("figure", "p59", "max", 1)))
                .withMessage("gates: the report has no figure 'p59'; did you mean 'p95'? (it has p95, requests)");
    }

    @Test
    void gates_that_say_nothing_are_refused() {
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(() -> ReportGate.parse("gates", List.of(Map.of("figure", "p95"))))
                .withMessageContaining("a gate without a limit lets everything pass");
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(() -> ReportGate.parse("gates", List.of(Map.of("figur", "p95"))))
                .withMessageContaining("did you mean 'figure'?");
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(() -> ReportGate.parse("gates", List.of(Map.of("figure", "p95", "maxIncrease", "-5%"))))
                .withMessageContaining("gates[0].maxIncrease: '-5%' is no difference; write 20% or a number");
    }
}
