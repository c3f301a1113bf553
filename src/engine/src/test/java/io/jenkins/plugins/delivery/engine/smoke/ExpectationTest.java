package io.jenkins.plugins.delivery.engine.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationTest {
    private static final Answer ANSWER = new Answer(
            200,
            Map.of("content-type", List.of("application/json")),
            "{\"items\": [{\"price\": 12.50}], \"ok\": true}");

    @ParameterizedTest
    @CsvSource({
        ">0, 1, true",
        ">0, 0, false",
        ">=2, 2.0, true",
        "<10, 9, true",
        "<10, ten, false",
        "<=3, 4, false",
        "!=3, 3.0, false",
        "!=a, b, true",
        "==up, up, true",
        "12.5, 12.50, true",
        "~^v\\d, v2, true",
        "~^v\\d, x, false",
        "true, true, true",
    })
    void compares(String comparison, String actual, boolean holds) {
        assertThat(Comparison.parse("x", comparison).holds(actual)).isEqualTo(holds);
    }

    private static String json(String path, Object comparison) {
        return new Expectation.Json(path, Comparison.parse("x", comparison))
                .check(ANSWER)
                .map(Mismatch::toString)
                .orElse("holds");
    }

    @Test
    void readsWhatAJsonPathSelects() {
        assertThat(json("$.items.length()", ">0")).isEqualTo("holds");
        assertThat(json("$.items[0].price", 12.5)).isEqualTo("holds");
        assertThat(json("$.ok", true)).isEqualTo("holds");
        assertThat(json("$.items[*].price", "<20")).isEqualTo("holds");
        assertThat(json("$.items.length()", ">1")).isEqualTo("expected $.items.length() > 1, got 1");
        assertThat(json("$.missing", "x")).isEqualTo("expected $.missing == x, got nothing there");
        assertThat(new Expectation.Json("$.a", Comparison.parse("x", 1)).check(new Answer(200, Map.of(), "<html>")))
                .hasValueSatisfying(mismatch -> assertThat(mismatch.actual()).isEqualTo("a body that is no JSON"));
    }

    @Test
    void looksAtHeadersAndText() {
        assertThat(new Expectation.Header("Content-Type", Comparison.parse("x", "~json")).check(ANSWER))
                .isEmpty();
        assertThat(new Expectation.Header("X-Version", Comparison.parse("x", "1")).check(ANSWER))
                .contains(new Mismatch("header X-Version == 1", "no such header"));
        assertThat(new Expectation.Contains("items").check(ANSWER)).isEmpty();
        assertThat(new Expectation.Matches("pri.e").check(ANSWER)).isEmpty();
        assertThat(new Expectation.Status(List.of(new StatusRange(300, 399))).check(ANSWER))
                .hasValueSatisfying(mismatch -> assertThat(mismatch.toString())
                        .startsWith("expected status 3xx, got status 200 with '{\"items\""));
    }

    @Test
    void givesUpOnAnExpressionThatBacktracksForever() {
        Expectation evil = new Expectation.Matches("(a*)*\\1b");
        Answer answer = new Answer(200, Map.of(), "a".repeat(40) + "c");
        assertThatExceptionOfType(ProbeException.class)
                .isThrownBy(() -> evil.check(answer))
                .withMessageContaining("backtracks too much");
    }

    @Test
    void takesNearestRankPercentiles() {
        Latencies latencies =
                new Latencies(LongStream.rangeClosed(1, 50).boxed().toList());
        assertThat(latencies.percentile(50)).isEqualTo(25);
        assertThat(latencies.percentile(95)).isEqualTo(48);
        assertThat(latencies.percentile(99)).isEqualTo(50);
        assertThat(new Latencies(List.of()).percentile(99)).isZero();
        assertThat(new LatencyLimits(0, 0, 40, 0).check(latencies))
                .contains(new Mismatch("p95 latency of at most 40 ms", "48 ms"));
    }
}
