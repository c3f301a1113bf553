package io.jenkins.plugins.delivery.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.engine.analysis.KnownProvider.Kind;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Failed;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Missing;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Range;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Several;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Value;
import io.jenkins.plugins.delivery.engine.analysis.Verdict.Outcome;
import io.jenkins.plugins.delivery.engine.analysis.preset.SeriesSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever the provider answers instead of numbers, no judge calls it good. */
class NeverPassesOnNothingTest {
    private static final Instant SINCE = Instant.parse("2026-03-02T10:00:00Z");
    private static final Subject SUBJECT = Subject.ofDeployments(
                    "prod", "shop", "shop-canary", "shop", Duration.ofMinutes(2))
            .servingSince(SINCE)
            .withBaseline("shop-baseline");
    private static final List<KnownProvider> PROVIDERS = List.of(
            new KnownProvider("prometheus", Kind.PROMETHEUS, SeriesSource.ISTIO),
            new KnownProvider("web", Kind.WEB, SeriesSource.HTTP),
            new KnownProvider("kubernetes", Kind.KUBERNETES_METRICS, SeriesSource.HTTP),
            new KnownProvider("alertmanager", Kind.ALERTMANAGER, SeriesSource.HTTP));
    private static final List<Map<String, Object>> METRICS = List.of(
            Map.of("preset", "error-rate", "max", 1),
            Map.of("preset", "request-rate", "min", 0, "maxDecrease", "100%"),
            Map.of("preset", "latency-p99", "maxIncrease", "1000%"),
            Map.of("query", "x", "provider", "web", "path", "$.a", "max", 1e9),
            Map.of("preset", "memory-usage", "max", 1),
            Map.of(
                    "preset",
                    "latency-p95",
                    "max",
                    1e9,
                    "maxIncrease",
                    "10%",
                    "compareWith",
                    "releases",
                    "name",
                    "past"),
            Map.of("preset", "latency-p50", "judge", "mann-whitney", "minSamples", 1, "nan", "zero"),
            Map.of("preset", "request-rate", "judge", "mann-whitney", "outliers", "remove", "name", "ranks"),
            Map.of("preset", "error-rate", "judge", "sequential", "max", 0.99, "name", "count"),
            Map.of("preset", "error-rate", "judge", "sequential", "maxIncrease", "900%", "name", "relative"),
            Map.of("preset", "latency-p95", "judge", "sequential", "max", 1e9, "name", "slow"),
            Map.of(
                    "events",
                    "e{{pods}}",
                    "samples",
                    "s{{pods}}",
                    "judge",
                    "sequential",
                    "minSamples",
                    0,
                    "name",
                    "own"),
            Map.of("alerts", "ShopDown"));

    @Property
    void nothingPassesWithoutNumbers(@ForAll("nothing") Measurement answer, @ForAll("aspects") int minutes) {
        Analyst analyst = analyst(answer, answer);
        for (Map<String, Object> metric : METRICS) {
            List<Verdict> verdicts = analyst.look(
                    MetricArguments.parse("metrics", List.of(metric), PROVIDERS),
                    SUBJECT,
                    25,
                    SINCE.plusSeconds(60L * minutes));
            assertThat(verdicts)
                    .extracting(Verdict::outcome)
                    .as("%s with %s", metric, answer)
                    .containsAnyOf(Outcome.INCONCLUSIVE, Outcome.ERROR)
                    .doesNotContain(Outcome.PASS);
        }
    }

    @Property
    void numbersOfOneSideAloneCompareWithNothing(@ForAll("nothing") Measurement nothing) {
        for (boolean canaryMissing : new boolean[] {true, false}) {
            Analyst analyst = new Analyst(Map.of("prometheus", new FakeProvider() {
                {
                    value = query -> missing(query) ? nothing : new Value(1);
                    history =
                            (query, range) -> missing(query) ? nothing : FakeProvider.range(range, i -> 100.0 + i % 7);
                }

                private boolean missing(String query) {
                    return query.contains("shop-canary") == canaryMissing;
                }
            }));
            for (Map<String, Object> metric : List.<Map<String, Object>>of(
                    Map.of("preset", "latency-p99", "maxIncrease", "1000%"),
                    Map.of("preset", "latency-p50", "judge", "mann-whitney"),
                    Map.of("preset", "error-rate", "judge", "sequential", "maxIncrease", "900%"))) {
                assertThat(analyst.look(
                                        MetricArguments.parse("metrics", List.of(metric), PROVIDERS),
                                        SUBJECT,
                                        25,
                                        SINCE.plusSeconds(3600))
                                .get(0)
                                .outcome())
                        .as("%s with %s", metric, nothing)
                        .isIn(Outcome.INCONCLUSIVE, Outcome.ERROR);
            }
        }
    }

    @Test
    void aScoreOfUnjudgedMetricsIsNone() {
        List<MetricSpec> metrics = MetricArguments.parse(
                "metrics",
                List.of(
                        Map.of("preset", "error-rate", "max", 1, "group", "errors"),
                        Map.of("preset", "latency-p99", "max", 1, "group", "latency")),
                PROVIDERS);
        assertThat(analyst(new Missing("no data"), new Missing("no data")).look(metrics, SUBJECT, 25, SINCE))
                .last()
                .satisfies(score -> assertThat(score.outcome()).isEqualTo(Outcome.INCONCLUSIVE));
    }

    private static Analyst analyst(Measurement value, Measurement history) {
        MetricProvider provider = new MetricProvider() {
            @Override
            public CompletableFuture<Measurement> measure(String query, Instant at) {
                return CompletableFuture.completedFuture(value);
            }

            @Override
            public CompletableFuture<Measurement> range(String query, TimeRange range) {
                return CompletableFuture.completedFuture(history);
            }

            @Override
            public CompletableFuture<Measurement> alerts(String matchers, Instant at) {
                return CompletableFuture.completedFuture(value);
            }
        };
        return new Analyst(
                Map.of("prometheus", provider, "web", provider, "kubernetes", provider, "alertmanager", provider));
    }

    @Provide
    Arbitrary<Integer> aspects() {
        return Arbitraries.of(0, 1, 10, 600);
    }

    @Provide
    Arbitrary<Measurement> nothing() {
        Arbitrary<Double> noNumber = Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        return Arbitraries.oneOf(
                Arbitraries.just(new Missing("no data", true)),
                Arbitraries.just(new Missing("NaN")),
                Arbitraries.just(new Failed("timed out")),
                Arbitraries.just(new Failed("parse error", true)),
                Arbitraries.just(new Range(List.of())),
                noNumber.list().ofMinSize(2).ofMaxSize(5).map(Several::new),
                noNumber.list().ofMaxSize(80).map(NeverPassesOnNothingTest::line));
    }

    private static Measurement line(List<Double> numbers) {
        List<Measurement.Point> points = new java.util.ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            points.add(new Measurement.Point(SINCE.plusSeconds(30L * i), numbers.get(i)));
        }
        return new Range(List.of(new Measurement.Line(Map.of("le", "+Inf"), points)));
    }
}
