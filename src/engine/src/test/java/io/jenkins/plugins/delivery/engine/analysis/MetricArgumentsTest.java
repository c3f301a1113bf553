package io.jenkins.plugins.delivery.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.delivery.engine.analysis.KnownProvider.Kind;
import io.jenkins.plugins.delivery.engine.analysis.Verdict.Outcome;
import io.jenkins.plugins.delivery.engine.analysis.preset.SeriesSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MetricArgumentsTest {
    private static final List<KnownProvider> PROVIDERS = List.of(
            new KnownProvider("slo", Kind.WEB, SeriesSource.HTTP),
            new KnownProvider(
                    "prometheus",
                    Kind.PROMETHEUS,
                    SeriesSource.ISTIO,
                    Map.of("queue", "sum(queue{pod=~\"{{pods}}\"})")),
            new KnownProvider("kubernetes", Kind.KUBERNETES_METRICS, SeriesSource.HTTP),
            new KnownProvider("alertmanager", Kind.ALERTMANAGER, SeriesSource.HTTP));

    @Test
    void takesTheProviderThatCanAnswerAndItsSource() {
        assertThat(one(Map.of("preset", "error-rate", "max", 0.01)).query()).contains("istio_requests_total");
        assertThat(one(Map.of("preset", "error-rate", "max", 0.01, "source", "linkerd"))
                        .query())
                .contains("response_total");
        assertThat(one(Map.of("preset", "cpu-usage", "max", 0.9)).provider()).isEqualTo("kubernetes");
        assertThat(one(Map.of("alerts", "ShopDown")).provider()).isEqualTo("alertmanager");
        assertThat(one(Map.of("alerts", "ShopDown", "provider", "prometheus")).query())
                .isEqualTo("alertname=\"ShopDown\"");
        assertThat(one(Map.of("query", "checkout", "path", "$.rate", "provider", "slo", "max", 1))
                        .query())
                .startsWith("$.rate\nnamespace={{namespace}}")
                .endsWith("query=checkout");
    }

    @Test
    void takesAPresetOfTheAdministratorFromTheProviderThatKeepsIt() {
        MetricSpec queue = one(Map.of("preset", "queue", "max", 100, "samples", "count(queue)"));

        assertThat(queue.name()).isEqualTo("queue");
        assertThat(queue.provider()).isEqualTo("prometheus");
        assertThat(queue.query()).isEqualTo("sum(queue{pod=~\"{{pods}}\"})");
    }

    @Test
    void labelsOfAlertsCannotLeaveTheirQuotes() {
        assertThat(one(Map.of("alerts", Map.of("app", "a\"} or vector(1) #"))).query())
                .isEqualTo("app=\"a\\\"} or vector(1) #\"");
        assertThat(one(Map.of("alerts", "severity=~\"page|critical\" , app!=\"x\""))
                        .query())
                .isEqualTo("severity=~\"page|critical\",app!=\"x\"");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(
                        Map.of("preset", "error-rate", "source", "isto", "max", 1),
                        "source: there is no source 'isto'; did you mean 'istio'?"),
                Arguments.of(Map.of("preset", "quue", "max", 1), "there is no preset 'quue'; did you mean 'queue'?"),
                Arguments.of(Map.of("preset", "queue", "source", "istio", "max", 1), "of the settings has none"),
                Arguments.of(Map.of("preset", "queue", "provider", "slo", "max", 1), "metric provider 'slo'"),
                Arguments.of(Map.of("preset", "error-rate", "query", "x", "max", 1), "not preset and query"),
                Arguments.of(Map.of("query", "x", "source", "istio", "max", 1), "only a preset has a source"),
                Arguments.of(
                        Map.of("query", "x", "provider", "alertmanager", "max", 1),
                        "'alertmanager' cannot answer that"),
                Arguments.of(
                        Map.of("preset", "memory-usage", "provider", "prometheus", "max", 1),
                        "type KUBERNETES_METRICS"),
                Arguments.of(Map.of("preset", "error-rate", "max", 0.1, "tolerance", 0.1), "say judge: 'mann-whitney'"),
                Arguments.of(Map.of("preset", "request-rate", "judge", "sequential"), "it counts bad events"),
                Arguments.of(
                        Map.of("preset", "error-rate", "judge", "sequential", "max", 2), "not a share between 0 and 1"),
                Arguments.of(
                        Map.of("preset", "error-rate", "judge", "sequential", "maxDecrease", "5%"),
                        "never for too few"),
                Arguments.of(
                        Map.of("preset", "error-rate", "judge", "sequential", "lookback", "5m"), "lose its promise"),
                Arguments.of(Map.of("events", "e{{pods}}", "judge", "sequential"), "say samples"),
                Arguments.of(Map.of("events", "e", "samples", "s", "judge", "sequential"), "needs {{pods}}"),
                Arguments.of(
                        Map.of("preset", "error-rate", "judge", "mann-whitney", "confidence", 1),
                        "confidence: 1.0 is not between"),
                Arguments.of(
                        Map.of("preset", "error-rate", "judge", "mann-whitney", "outliers", "drop"), "no value 'drop'"),
                Arguments.of(
                        Map.of("preset", "latency-p95", "compareWith", "releases", "maxIncrease", "5%"),
                        "say max or min, too"),
                Arguments.of(
                        Map.of("preset", "latency-p95", "releases", 3, "max", 1), "say compareWith: 'releases', too"),
                Arguments.of(Map.of("preset", "latency-p95", "max", 1, "weight", 50), "50 together, not 100"),
                Arguments.of(Map.of("alerts", "severity=page"), "is not a list of matchers"),
                Arguments.of(Map.of("alerts", "ShopDown", "critical", false), "an alert always ends the rollout"),
                Arguments.of(Map.of("query", "x", "path", "$.a", "max", 1), "only a provider of type WEB"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void saysWhatIsWrong(Map<String, Object> metric, String reason) {
        assertThatThrownBy(() -> one(metric)).hasMessageStartingWith("metrics").hasMessageContaining(reason);
    }

    @Test
    void aScoreIsTheShareOfGoodMetricsByTheWeightOfTheirGroup() {
        List<MetricSpec> metrics = MetricArguments.parse(
                "metrics",
                List.of(
                        Map.of("query", "good", "max", 1, "group", "errors", "weight", 60),
                        Map.of("query", "bad", "max", 1, "group", "latency"),
                        Map.of("query", "good", "name", "also good", "max", 1, "group", "latency"),
                        Map.of("score", 95, "marginal", 75)),
                PROVIDERS);
        FakeProvider provider = new FakeProvider();
        provider.value = query -> new Measurement.Value(query.equals("bad") ? 2 : 1);

        List<Verdict> verdicts = look(provider, metrics);

        assertThat(verdicts).extracting(Verdict::advisory).containsExactly(true, true, true, false);
        assertThat(verdicts.get(3).reason())
                .isEqualTo("80 of 100 (errors 1 of 1 good, latency 1 of 2 good); passes from 95, fails below 75");
        assertThat(verdicts.get(3).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        provider.value = query -> new Measurement.Value(1);
        assertThat(look(provider, metrics).get(3).outcome()).isEqualTo(Outcome.PASS);
        provider.value = query -> new Measurement.Value(2);
        assertThat(look(provider, metrics).get(3).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void theLastGoodReleasesAreSomethingToCompareWith() {
        MetricSpec metric = one(Map.of(
                "preset", "latency-p95", "max", 1, "maxIncrease", "10%", "compareWith", "releases", "releases", 2));
        FakeProvider provider = new FakeProvider();
        provider.value = query -> new Measurement.Value(0.5);
        Subject subject = Subject.ofDeployments("prod", "shop", "shop-canary", "shop", Duration.ofMinutes(2));

        assertThat(new Analyst(Map.of("prometheus", provider))
                        .look(List.of(metric), subject, 25, Instant.EPOCH)
                        .get(0)
                        .reason())
                .isEqualTo("500 ms, limit at most 1000 ms, no good release to compare with yet");
        Verdict verdict = new Analyst(Map.of("prometheus", provider))
                .look(
                        List.of(metric),
                        subject.remembering(Map.of("latency-p95", List.of(0.3, 0.4, 9.0))),
                        25,
                        Instant.EPOCH)
                .get(0);
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(verdict.reason())
                .isEqualTo(
                        "500 ms on the new version, 350 ms in the mean of the last 2 good releases (+42.9 %), limit +10 %");
    }

    private static List<Verdict> look(FakeProvider provider, List<MetricSpec> metrics) {
        Subject subject = Subject.ofDeployments("prod", "shop", "shop-canary", "shop", Duration.ofMinutes(2));
        return new Analyst(Map.of("prometheus", provider)).look(metrics, subject, 25, Instant.EPOCH);
    }

    private static MetricSpec one(Map<String, Object> metric) {
        return MetricArguments.parse("metrics", List.of(metric), PROVIDERS).get(0);
    }
}
