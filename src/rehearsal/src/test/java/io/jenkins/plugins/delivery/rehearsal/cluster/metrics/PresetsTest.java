package io.jenkins.plugins.delivery.rehearsal.cluster.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.jenkins.plugins.delivery.engine.analysis.Analyst;
import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.analysis.MetricArguments;
import io.jenkins.plugins.delivery.engine.analysis.MetricProvider;
import io.jenkins.plugins.delivery.engine.analysis.MetricSpec;
import io.jenkins.plugins.delivery.engine.analysis.Subject;
import io.jenkins.plugins.delivery.engine.analysis.TimeRange;
import io.jenkins.plugins.delivery.engine.analysis.Verdict;
import io.jenkins.plugins.delivery.engine.analysis.Verdict.Outcome;
import io.jenkins.plugins.delivery.engine.analysis.preset.SeriesSource;
import io.jenkins.plugins.delivery.engine.analysis.source.Endpoint;
import io.jenkins.plugins.delivery.engine.analysis.source.PrometheusProvider;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every preset of every source computes what was recorded, in Prometheus itself and in the one of the rehearsal. */
class PresetsTest {
    private static final Subject SUBJECT = Subject.ofDeployments(
                    "prod", "shop", "shop-canary", "shop", Duration.ofMinutes(2))
            .servingSince(RecordedSeries.BEGIN.plusSeconds(60));

    /** The value on the canary and on stable; quantiles by interpolation between the bounds of the buckets. */
    private static final Map<String, double[]> EXPECTED = Map.of(
            "request-rate", new double[] {10, 90},
            "error-rate", new double[] {0.05, 0.01},
            "latency-p50", new double[] {0.25, 0.175},
            "latency-p95", new double[] {0.5 + 0.5 * 15 / 17, 0.8125},
            "latency-p99", new double[] {1 + 1.5 * 2 / 3, 1.75});

    @Test
    void in_the_prometheus_of_the_rehearsal() {
        check(new Evaluated(RecordedSeries.store()));
    }

    @Test
    void in_a_real_prometheus(@TempDir Path directory) throws IOException, InterruptedException {
        assumeFalse(
                RealPrometheus.missing(),
                "Prometheus is not installed (Debian: apt-get install prometheus), so presets were not asked of a real one.");
        try (RealPrometheus prometheus = new RealPrometheus(directory)) {
            MetricProvider provider = new PrometheusProvider(
                    new Endpoint(HttpClient.newHttpClient(), prometheus.url(), Map.of(), Duration.ofSeconds(20)));
            check(provider);
            Analyst analyst = new Analyst(Map.of("prometheus", provider));
            assertThat(analyst.problems(metrics(Map.of("query", "sum(rate(up[5m])", "max", 1)), SUBJECT))
                    .singleElement()
                    .asString()
                    .startsWith("the query of metric 'sum(rate(up[5m])': HTTP 400, bad_data: ")
                    .contains("1:17: parse error: unclosed left parenthesis");
            assertThat(analyst.problems(metrics(Map.of("preset", "latency-p99", "max", 1)), SUBJECT))
                    .isEmpty();
            assertThat(look(provider, Map.of("query", "sum(nothing_of_that_name)", "max", 1))
                            .outcome())
                    .isEqualTo(Outcome.INCONCLUSIVE);
            assertThat(look(provider, Map.of("query", "1 / 0", "max", 1)).reason())
                    .contains("not a finite number");
            assertThat(look(provider, Map.of("query", "up{", "max", 1)).outcome())
                    .isEqualTo(Outcome.ERROR);
        }
    }

    private static void check(MetricProvider provider) {
        for (SeriesSource source : SeriesSource.values()) {
            EXPECTED.forEach((preset, expected) -> {
                Verdict verdict = look(
                        provider,
                        Map.of("preset", preset, "source", source.id(), "maxIncrease", "900%", "minSamples", 1000));
                assertThat(verdict.canary())
                        .as("%s of %s: %s", preset, source, verdict.reason())
                        .isCloseTo(expected[0], within(1e-6));
                assertThat(verdict.stable()).as("%s of %s", preset, source).isCloseTo(expected[1], within(1e-6));
                assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
            });
            judge(provider, source);
        }
        assertThat(look(provider, Map.of("alerts", "ShopDown")).reason()).isEqualTo("ShopDown fires");
        assertThat(look(provider, Map.of("alerts", Map.of("severity", "critical")))
                        .outcome())
                .isEqualTo(Outcome.PASS);
    }

    private static void judge(MetricProvider provider, SeriesSource source) {
        Verdict errors = look(
                provider,
                Map.of("preset", "error-rate", "source", source.id(), "judge", "sequential", "maxIncrease", "50%"));
        assertThat(errors.outcome()).as("%s: %s", source, errors.reason()).isEqualTo(Outcome.FAIL);
        assertThat(errors.canary()).isCloseTo(0.05, within(1e-6));
        Verdict slow = look(
                provider, Map.of("preset", "latency-p95", "source", source.id(), "judge", "sequential", "max", 0.5));
        assertThat(slow.reason()).as("%s", source).contains("(20 %) requests took longer than 500 ms");
        assertThat(slow.outcome()).isEqualTo(Outcome.FAIL);
        Verdict ranks = look(provider, Map.of("preset", "latency-p50", "source", source.id(), "judge", "mann-whitney"));
        assertThat(ranks.reason()).as("%s", source).startsWith("higher than stable: shift +75 ms");
        assertThat(ranks.outcome()).isEqualTo(Outcome.FAIL);
    }

    private static Verdict look(MetricProvider provider, Map<String, Object> metric) {
        return new Analyst(Map.of("prometheus", provider))
                .look(metrics(metric), SUBJECT, 25, RecordedSeries.END)
                .get(0);
    }

    private static List<MetricSpec> metrics(Map<String, Object> metric) {
        return MetricArguments.parse("metrics", List.of(metric), List.of("prometheus"));
    }

    /** The rehearsal's evaluator, without its server. */
    private record Evaluated(SeriesStore store) implements MetricProvider {
        @Override
        public CompletableFuture<Measurement> measure(String query, Instant at) {
            Expression.Value value = evaluate(query, at);
            double number = value instanceof Expression.Number scalar
                    ? scalar.value()
                    : ((Expression.Vector) value).samples().values().iterator().next();
            return CompletableFuture.completedFuture(new Measurement.Value(number));
        }

        @Override
        public CompletableFuture<Measurement> range(String query, TimeRange range) {
            Map<Labels, List<Measurement.Point>> lines = new LinkedHashMap<>();
            for (Instant at = range.from(); !at.isAfter(range.to()); at = at.plus(range.step())) {
                Instant time = at;
                ((Expression.Vector) evaluate(query, at)).samples().forEach((labels, number) -> lines.computeIfAbsent(
                                labels, any -> new ArrayList<>())
                        .add(new Measurement.Point(time, number)));
            }
            return CompletableFuture.completedFuture(new Measurement.Range(lines.entrySet().stream()
                    .map(line -> new Measurement.Line(line.getKey().values(), line.getValue()))
                    .toList()));
        }

        @Override
        public CompletableFuture<Measurement> alerts(String matchers, Instant at) {
            Expression.Vector firing =
                    (Expression.Vector) evaluate("ALERTS{alertstate=\"firing\"," + matchers + "}", at);
            return CompletableFuture.completedFuture(new Measurement.Alerts(firing.samples().keySet().stream()
                    .map(labels -> labels.get("alertname"))
                    .toList()));
        }

        private Expression.Value evaluate(String query, Instant at) {
            return new Evaluator(store, at).evaluate(Parser.parse(query));
        }
    }
}
