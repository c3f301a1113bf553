package io.jenkins.plugins.delivery.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.engine.analysis.Measurement.Range;
import io.jenkins.plugins.delivery.engine.analysis.Verdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class StatisticalJudgesTest {
    private static final Instant SINCE = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(30);

    private final FakeProvider provider = new FakeProvider();
    private Subject subject = Subject.ofDeployments("prod", "shop", "shop-canary", "shop", Duration.ofMinutes(2))
            .servingSince(SINCE);

    @Test
    void aSlowerVersionFailsByRanksWithItsIntervalAndItsEffect() {
        sides(i -> 0.4 + i % 10 / 100.0, i -> 0.3 + i % 10 / 100.0);

        Verdict verdict = judge(mannWhitney(Map.of("maxIncrease", "20%")), 60);

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(verdict.reason())
                .isEqualTo("higher than stable: shift +100 ms (90 ms to 110 ms with 98 % confidence, tolerance 25 ms),"
                        + " mean ratio 1.29, limit 1.2, p 0, 60 and 60 points");
        assertThat(verdict.evidence().lower()).isPositive();
        assertThat(verdict.evidence().samples()).isEqualTo(60);
        assertThat(verdict.canary()).isGreaterThan(verdict.stable());
    }

    @Test
    void aDifferenceWithinTheLimitOfTheEffectPasses() {
        sides(i -> 0.33 + i % 10 / 100.0, i -> 0.3 + i % 10 / 100.0);
        assertThat(judge(mannWhitney(Map.of("maxIncrease", "20%")), 60).outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(judge(mannWhitney(Map.of()), 60).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void aFasterVersionPassesAndAnUnusualRateOfRequestsDoesNot() {
        sides(i -> 0.1 + i % 10 / 100.0, i -> 0.3 + i % 10 / 100.0);
        assertThat(judge(mannWhitney(Map.of()), 60).outcome()).isEqualTo(Outcome.PASS);
        assertThat(judge(metric(Map.of("preset", "request-rate", "judge", "mann-whitney")), 60)
                        .reason())
                .startsWith("lower than stable");
    }

    @Test
    void theSamePointsAreAlike() {
        sides(i -> 0.3, i -> 0.3);
        assertThat(judge(mannWhitney(Map.of()), 60).outcome()).isEqualTo(Outcome.PASS);
        sides(i -> 0.5, i -> 0.3);
        assertThat(judge(mannWhitney(Map.of()), 60).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void probabilitiesCanBeTheEffect() {
        sides(i -> i % 10 + 2.0, i -> i % 10 + 0.0);
        Map<String, Object> metric =
                Map.of("query", "q{{pods}}", "judge", "mann-whitney", "effectSize", "cles", "maxIncrease", 0.9);
        assertThat(judge(metric(metric), 60).reason()).contains("probability of being higher 0.68, limit 0.9");
        assertThat(judge(metric(metric), 60).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void pointsThatAreNoNumberAreLeftOutOrZero() {
        sides(i -> i % 2 == 0 ? Double.NaN : 1.0 + i % 3, i -> 1.0 + i % 3);
        assertThat(judge(mannWhitney(Map.of()), 60).reason()).startsWith("only 30 points of the new version and 60 of");
        assertThat(judge(mannWhitney(Map.of("nan", "zero")), 60).outcome()).isEqualTo(Outcome.PASS);
        sides(i -> Double.NaN, i -> 1.0);
        assertThat(judge(mannWhitney(Map.of("nan", "zero")), 60).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void outliersCanBeRemoved() {
        sides(i -> i == 5 ? 1000.0 : 1.0 + i % 7, i -> 1.0 + i % 7);
        assertThat(judge(mannWhitney(Map.of("outliers", "remove")), 120).canary())
                .isLessThan(5);
        assertThat(judge(mannWhitney(Map.of()), 120).canary()).isGreaterThan(5);
    }

    @Test
    void tooFewPointsAndLatePointsTellNothing() {
        sides(i -> 9.0, i -> 1.0);
        assertThat(judge(mannWhitney(Map.of()), 49).reason())
                .isEqualTo("only 49 points of the new version and 49 of stable, at least 50 each are needed");
        sides(i -> i < 60 ? 9.0 + i % 3 : Double.NaN, i -> 1.0 + i % 3);
        Verdict late = judge(mannWhitney(Map.of()), 80);
        assertThat(late.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(late.reason()).isEqualTo("the newest data of the new version is 600 s old");
    }

    @Test
    void severalSeriesNeedARule() {
        provider.history = (query, range) -> new Range(List.of(
                FakeProvider.line(range, Map.of("pod", "a"), i -> 1.0 + i % 5),
                FakeProvider.line(range, Map.of("pod", "b"), i -> 3.0 + i % 5)));
        assertThat(judge(mannWhitney(Map.of()), 60).reason()).contains("2 series, expected one");
        assertThat(judge(mannWhitney(Map.of("series", "avg")), 60).canary()).isEqualTo(4);
    }

    @Test
    void withoutTrafficOnStableItIsComparedAsItWasBefore() {
        List<TimeRange> asked = new ArrayList<>();
        provider.history = (query, range) -> {
            asked.add(range);
            return FakeProvider.range(range, i -> 1.0 + i % 5);
        };
        subject = subject.sharedUntil(SINCE);
        assertThat(judge(mannWhitney(Map.of()), 60).outcome()).isEqualTo(Outcome.PASS);
        assertThat(asked.get(1).to()).isEqualTo(SINCE);
        assertThat(asked.get(1).from()).isBefore(SINCE);
    }

    @Test
    void errorsAboveALimitFailOnceTheEvidenceIsEnough() {
        rates(0.05, 0.01);
        Map<String, Object> metric = Map.of("preset", "error-rate", "judge", "sequential", "max", 0.01);
        assertThat(judge(metric(metric), 1).outcome()).isEqualTo(Outcome.PASS);
        Verdict verdict = judge(metric(metric), 20);
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(verdict.reason())
                .startsWith("100 of 2,000 (5 %) requests failed on the new version; evidence ")
                .endsWith(", worse from 50 on");
        assertThat(verdict.evidence().eValue()).isGreaterThan(50);
    }

    @Test
    void moreErrorsThanOnStableFail() {
        rates(0.05, 0.01);
        Map<String, Object> metric = Map.of("preset", "error-rate", "judge", "sequential", "maxIncrease", "50%");
        Verdict verdict = judge(metric(metric), 20);
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(verdict.reason()).contains("20 of 2,000 (1 %) on stable");
        rates(0.01, 0.01);
        assertThat(judge(metric(metric), 200).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void noErrorsAtAllAreNoSeriesOfThem() {
        provider.history = (query, range) -> query.contains("5..")
                ? new Measurement.Missing("no data", true)
                : FakeProvider.range(range, i -> 100.0);
        Map<String, Object> metric = Map.of("preset", "error-rate", "judge", "sequential", "max", 0.01);
        assertThat(judge(metric(metric), 20).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void slowRequestsAreCountedAtTheBoundOfTheLimit() {
        buckets(0.2, 0.01);
        Map<String, Object> metric = Map.of("preset", "latency-p95", "judge", "sequential", "max", 0.5);
        Verdict verdict = judge(metric(metric), 20);
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(verdict.reason())
                .startsWith("400 of 2,000 (20 %) requests took longer than 500 ms on the new version");
        Map<String, Object> beyond = Map.of("preset", "latency-p95", "judge", "sequential", "max", 3);
        assertThat(judge(metric(beyond), 20).reason()).contains("no bound where the quantile is looked for");
    }

    @Test
    void slowerThanStableIsFoundByTheBoundOfItsQuantile() {
        buckets(0.2, 0.01);
        Map<String, Object> metric = Map.of("preset", "latency-p95", "judge", "sequential", "maxIncrease", "20%");
        assertThat(judge(metric(metric), 40).outcome()).isEqualTo(Outcome.FAIL);
        buckets(0.01, 0.01);
        assertThat(judge(metric(metric), 40).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void withoutTrafficNothingIsCounted() {
        rates(0, 0);
        Map<String, Object> metric = Map.of("preset", "error-rate", "judge", "sequential", "maxIncrease", 0);
        provider.history = (query, range) -> FakeProvider.range(range, i -> 0.0);
        assertThat(judge(metric(metric), 20).reason()).contains("only 0 requests to the new version");
        provider.history =
                (query, range) -> FakeProvider.range(range, i -> query.contains("5..") ? 0.0 : i < 5 ? 100.0 : 0.0);
        assertThat(judge(metric(metric), 20).reason()).contains("the newest data of the new version is 450 s old");
    }

    private void sides(Function<Integer, Double> canary, Function<Integer, Double> stable) {
        provider.history =
                (query, range) -> FakeProvider.range(range, query.contains("shop-canary-") ? canary : stable);
    }

    private void rates(double canary, double stable) {
        provider.history = (query, range) -> {
            double rate = query.contains("shop-canary-") ? canary : stable;
            return FakeProvider.range(range, i -> query.contains("5..") ? 100 * rate : 100.0);
        };
    }

    /** Of 100 requests in each step so many take longer than half a second. */
    private void buckets(double canary, double stable) {
        provider.history = (query, range) -> {
            double slow = query.contains("shop-canary-") ? canary : stable;
            return new Range(List.of(
                    FakeProvider.line(range, Map.of("le", "0.1"), i -> 100 * (1 - slow) / 2),
                    FakeProvider.line(range, Map.of("le", "0.25"), i -> 100 * (1 - slow) * 0.99),
                    FakeProvider.line(range, Map.of("le", "0.5"), i -> 100 * (1 - slow)),
                    FakeProvider.line(range, Map.of("le", "1"), i -> 99.0),
                    FakeProvider.line(range, Map.of("le", "+Inf"), i -> 100.0)));
        };
    }

    private static MetricSpec mannWhitney(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(more);
        all.put("preset", "latency-p95");
        all.put("judge", "mann-whitney");
        return metric(all);
    }

    private static MetricSpec metric(Map<String, Object> metric) {
        return MetricArguments.parse("metrics", List.of(metric), List.of("prometheus"))
                .get(0);
    }

    private Verdict judge(MetricSpec metric, int points) {
        Instant at = SINCE.plus(STEP.multipliedBy(points));
        return new Analyst(Map.of("prometheus", provider))
                .look(List.of(metric), subject, 25, at)
                .get(0);
    }
}
