package io.jenkins.plugins.delivery.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.delivery.engine.analysis.Verdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JudgementTest {
    private static final Subject SUBJECT =
            Subject.ofDeployments("prod", "shop", "shop-canary", "shop", Duration.ofMinutes(2));
    private static final Instant AT = Instant.EPOCH;

    static Stream<Arguments> judgements() {
        return Stream.of(
                Arguments.of(
                        Map.of("preset", "error-rate", "max", 0.01), 0.01, 0.0, Outcome.PASS, "1 %, limit at most 1 %"),
                Arguments.of(
                        Map.of("preset", "error-rate", "max", 0.01),
                        0.0101,
                        0.0,
                        Outcome.FAIL,
                        "1.01 %, above the limit of 1 %"),
                Arguments.of(
                        Map.of("preset", "request-rate", "min", 5),
                        4.5,
                        0.0,
                        Outcome.FAIL,
                        "4.5, below the limit of 5"),
                Arguments.of(
                        Map.of("preset", "latency-p95", "maxIncrease", "20%"),
                        0.48,
                        0.31,
                        Outcome.FAIL,
                        "480 ms on the new version, 310 ms on stable (+54.8 %), limit +20 %"),
                Arguments.of(
                        Map.of("preset", "latency-p95", "maxIncrease", "20%"),
                        0.36,
                        0.30,
                        Outcome.PASS,
                        "360 ms on the new version, 300 ms on stable (+20 %), limit +20 %"),
                Arguments.of(
                        Map.of("preset", "error-rate", "maxIncrease", 0.5),
                        0.001,
                        0.0,
                        Outcome.FAIL,
                        "0.1 % on the new version, 0 % on stable, limit +50 %"));
    }

    @ParameterizedTest
    @MethodSource("judgements")
    void saysWhatItFoundInWordsAndNumbers(
            Map<String, Object> metric, double canary, double stable, Outcome outcome, String reason) {
        Verdict verdict = look(metric, new Measurement.Value(canary), new Measurement.Value(stable));

        assertThat(verdict.reason()).isEqualTo(reason);
        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.canary()).isEqualTo(canary);
    }

    @Test
    void withoutAValueOfStableThereIsNothingToCompareWith() {
        Verdict verdict = look(
                Map.of("preset", "latency-p95", "maxIncrease", "20%"),
                new Measurement.Value(1),
                new Measurement.Missing("no data", true));

        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.reason()).contains("nothing to compare with");
    }

    @Test
    void anEmptyErrorRateIsZeroWhenThereWereRequestsAndNothingWhenThereWereNone() {
        Map<String, Object> metric = Map.of("preset", "error-rate", "max", 0.01);
        Measurement none = new Measurement.Missing("no data", true);

        assertThat(look(metric, none, none, new Measurement.Value(120)).outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(look(metric, none, none, new Measurement.Value(0)).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(look(metric, none, none, none).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        Measurement nan = new Measurement.Missing("no data (NaN)", false);
        assertThat(look(metric, nan, none, new Measurement.Value(120)).outcome())
                .isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void tooFewSamplesTellNothing() {
        Map<String, Object> metric = Map.of("preset", "error-rate", "max", 0.01, "minSamples", 50);

        Verdict verdict = look(metric, new Measurement.Value(0), new Measurement.Value(0), new Measurement.Value(49));

        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.reason()).isEqualTo("only 49 samples, at least 50 are needed");
    }

    @Property
    void nothingButANumberWithinTheLimitsEverPasses(
            @ForAll("answers") Measurement canary, @ForAll("answers") Measurement stable) {
        for (Map<String, Object> metric : List.<Map<String, Object>>of(
                Map.of("query", "up{pod=~\"{{pods}}\"}", "max", 10),
                Map.of("query", "up{pod=~\"{{pods}}\"}", "maxIncrease", "10%"),
                Map.of("preset", "latency-p95", "min", 0, "max", 5, "maxIncrease", 0))) {
            boolean passed = look(metric, canary, stable, stable).outcome() == Outcome.PASS;
            boolean number = canary instanceof Measurement.Value;
            boolean compared = !metric.containsKey("maxIncrease") || stable instanceof Measurement.Value;
            assertThat(passed && !(number && compared)).isFalse();
        }
    }

    @Provide
    Arbitrary<Measurement> answers() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(-1e6, 1e6).map(Measurement.Value::new),
                Arbitraries.just(new Measurement.Missing("no data", true)),
                Arbitraries.just(new Measurement.Missing("NaN")),
                Arbitraries.just(new Measurement.Failed("timed out")));
    }

    @Test
    void queriesNameTheRightPods() {
        List<String> asked = new ArrayList<>();
        Analyst analyst = new Analyst(Map.of("prometheus", (query, at) -> {
            asked.add(query);
            return CompletableFuture.completedFuture(new Measurement.Value(1));
        }));
        analyst.look(parse(List.of(Map.of("preset", "latency-p95", "maxIncrease", "20%"))), SUBJECT, 25, AT);

        String bucket = "histogram_quantile(0.95, sum by (le)"
                + " (rate(http_request_duration_seconds_bucket{namespace=\"prod\",pod=~\"%s\"}[120s])))";
        assertThat(asked).contains(bucket.formatted("shop-canary-[^-]+-[^-]+"), bucket.formatted("shop-[^-]+-[^-]+"));
        assertThat("shop-canary-7d9f-x2x".matches("shop-[^-]+-[^-]+")).isFalse();
    }

    @Test
    void aProviderThatBreaksIsAnError() {
        Analyst analyst = new Analyst(
                Map.of("prometheus", (query, at) -> CompletableFuture.failedFuture(new IllegalStateException("oops"))));
        assertThat(analyst.look(parse(List.of(Map.of("query", "x", "max", 1))), SUBJECT, 5, AT))
                .extracting(Verdict::outcome)
                .containsExactly(Outcome.ERROR);
        assertThat(new Analyst(Map.of())
                        .look(parse(List.of(Map.of("query", "x", "max", 1))), SUBJECT, 5, AT)
                        .get(0)
                        .reason())
                .contains("is no longer configured");
    }

    static Stream<Arguments> badMetrics() {
        return Stream.of(
                Arguments.of(
                        Map.of("preset", "eror-rate", "max", 1), "metrics[0].preset", "did you mean 'error-rate'?"),
                Arguments.of(Map.of("max", 1), "metrics[0]", "either a preset"),
                Arguments.of(Map.of("preset", "error-rate"), "metrics[0]", "say what is good"),
                Arguments.of(Map.of("preset", "error-rate", "maxx", 1), "metrics[0]", "did you mean 'max'?"),
                Arguments.of(Map.of("preset", "error-rate", "max", "a lot"), "metrics[0].max", "not a number"),
                Arguments.of(Map.of("preset", "error-rate", "max", 1, "min", 2), "metrics[0].min", "above max"),
                Arguments.of(Map.of("query", "up", "maxIncrease", "20%"), "metrics[0].query", "needs {{pods}}"),
                Arguments.of(
                        Map.of("query", "up", "max", 1, "provider", "promtheus"),
                        "metrics[0].provider",
                        "did you mean 'prometheus'?"),
                Arguments.of(Map.of("query", "up", "max", 1, "judge", "treshold"), "metrics[0].judge", "'threshold'"),
                Arguments.of(
                        Map.of("query", "up", "max", 1, "minSamples", 5), "metrics[0].minSamples", "only a preset"),
                Arguments.of(Map.of("query", "up", "max", 1, "onNoData", "PASS"), "metrics[0].onNoData", "ROLLBACK"));
    }

    @ParameterizedTest
    @MethodSource("badMetrics")
    void refusesWhatItDoesNotUnderstand(Map<String, Object> metric, String place, String reason) {
        assertThatThrownBy(() -> parse(List.of(metric)))
                .hasMessageStartingWith(place + ":")
                .hasMessageContaining(reason);
    }

    @Test
    void twoMetricsNeedTwoNames() {
        Map<String, Object> metric = Map.of("preset", "error-rate", "max", 1);
        assertThatThrownBy(() -> parse(List.of(metric, metric)))
                .hasMessageContaining("two metrics called 'error-rate'");
        Map<String, Object> named = new HashMap<>(metric);
        named.put("name", "errors, strictly");
        assertThat(parse(List.of(metric, named))).hasSize(2);
    }

    private static List<MetricSpec> parse(List<? extends Map<String, Object>> metrics) {
        return MetricArguments.parse("metrics", metrics, List.of("prometheus"));
    }

    private static Verdict look(Map<String, Object> metric, Measurement canary, Measurement stable) {
        return look(metric, canary, stable, new Measurement.Value(1000));
    }

    private static Verdict look(
            Map<String, Object> metric, Measurement canary, Measurement stable, Measurement samples) {
        Analyst analyst = new Analyst(Map.of("prometheus", (query, at) -> {
            boolean counts = query.startsWith("sum(increase(");
            boolean ofCanary = query.contains("shop-canary-") || !query.contains("pod=~");
            return CompletableFuture.completedFuture(counts ? samples : ofCanary ? canary : stable);
        }));
        return analyst.look(parse(List.of(metric)), SUBJECT, 25, AT).get(0);
    }
}
