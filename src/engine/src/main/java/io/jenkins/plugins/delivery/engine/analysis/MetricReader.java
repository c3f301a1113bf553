package io.jenkins.plugins.delivery.engine.analysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.analysis.KnownProvider.Kind;
import io.jenkins.plugins.delivery.engine.analysis.MetricSpec.OnNoData;
import io.jenkins.plugins.delivery.engine.analysis.preset.MetricPreset;
import io.jenkins.plugins.delivery.engine.analysis.stats.EffectSize;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import java.time.Duration;
import java.util.List;

/** Reads one metric. */
final class MetricReader {
    private static final int FORGIVEN = 3;
    private static final int ENOUGH = 50;
    private static final int RELEASES = 3;

    private final ArgumentMap map;
    private final boolean scored;
    private final MetricQuery query;
    private final JudgeKind judge;

    /** @param scored whether the list has a score that this metric counts in */
    MetricReader(ArgumentMap map, List<KnownProvider> providers, boolean scored) {
        this.map = map;
        this.scored = scored;
        this.query = MetricQuery.parse(map, providers);
        this.judge = query.alerts()
                ? JudgeKind.ALERTS
                : JudgeKind.named(Choices.pick(
                        map.place("judge"),
                        "judge",
                        map.text("judge").orElse(JudgeKind.THRESHOLD.id()),
                        JudgeKind.names()));
    }

    MetricSpec read() {
        boolean critical = map.flag("critical", query.alerts() || !scored);
        String name = map.text("name").orElse(query.name());
        MetricSpec spec = new MetricSpec(
                name,
                query.provider().name(),
                query.text(),
                query.samples(),
                query.preset() == MetricPreset.ERROR_RATE,
                LimitArguments.number(map, "min"),
                LimitArguments.number(map, "max"),
                increase(),
                critical,
                LimitArguments.notNegative(map, "failures", critical ? 0 : FORGIVEN),
                LimitArguments.notNegative(map, "minSamples", judge.statistical() ? ENOUGH : 0),
                map.has("onNoData")
                        ? Choices.pick(map.place("onNoData"), map.raw("onNoData"), OnNoData.class)
                        : OnNoData.HOLD,
                LimitArguments.fraction(map, "maxDecrease"),
                judge,
                comparedWith(),
                LimitArguments.notNegative(map, "releases", RELEASES),
                StatisticsArguments.parse(map, judge),
                judge == JudgeKind.SEQUENTIAL ? query.counting() : null,
                map.has("series")
                        ? Choices.pick(map.place("series"), map.raw("series"), Aggregation.class)
                        : Aggregation.NONE,
                query.unit(),
                scored && !query.alerts() ? ScoreArguments.share(map, name) : null,
                map.duration("warmUp", Duration.ZERO),
                map.has("lookback") ? map.duration("lookback", Duration.ZERO) : null);
        check(spec);
        return spec;
    }

    /** More errors and longer times are worse, fewer and shorter ones never are. */
    @CheckForNull
    private Double increase() {
        boolean oneSided = query.preset() == MetricPreset.ERROR_RATE
                || query.preset() != null && query.preset().latency();
        boolean assumed = judge == JudgeKind.MANN_WHITNEY
                && oneSided
                && !map.has("maxIncrease")
                && !map.has("maxDecrease")
                && !"cles".equals(map.raw("effectSize"));
        return assumed ? Double.valueOf(0) : LimitArguments.fraction(map, "maxIncrease");
    }

    private ComparedWith comparedWith() {
        ComparedWith with = map.has("compareWith")
                ? Choices.pick(map.place("compareWith"), map.raw("compareWith"), ComparedWith.class)
                : ComparedWith.STABLE;
        if (map.has("releases") && with != ComparedWith.RELEASES) {
            throw new ArgumentException(map.place("releases"), "say compareWith: 'releases', too");
        }
        return with;
    }

    private void check(MetricSpec spec) {
        Double min = spec.min();
        Double max = spec.max();
        if (judge == JudgeKind.THRESHOLD && min == null && max == null && !spec.relative()) {
            throw new ArgumentException(map.place(), "say what is good: min, max, maxIncrease or maxDecrease");
        }
        if (min != null && max != null && min > max) {
            throw new ArgumentException(map.place("min"), min + " is above max, " + max);
        }
        if (judge == JudgeKind.THRESHOLD && spec.minSamples() > 0 && spec.samplesQuery() == null) {
            throw new ArgumentException(
                    map.place("minSamples"), "only a preset knows how many samples it has; say samples: '<query>'");
        }
        boolean compares = spec.relative() && !spec.remembers()
                || judge.statistical() && !(judge == JudgeKind.SEQUENTIAL && max != null);
        if (compares && query.provider().kind() == Kind.PROMETHEUS && !query.tellsSidesApart()) {
            throw new ArgumentException(
                    map.place(map.has("events") ? "events" : "query"),
                    "maxIncrease compares canary with stable, so the query needs {{pods}}, {{workload}} or {{service}}");
        }
        if (spec.remembers()) {
            checkReleases(spec);
        }
        checkLookback(spec);
        checkStatistics(spec);
        if (judge == JudgeKind.ALERTS && (!spec.critical() || min != null || max != null || spec.relative())) {
            throw new ArgumentException(map.place("alerts"), "an alert always ends the rollout; it has no limits");
        }
    }

    private void checkReleases(MetricSpec spec) {
        if (judge != JudgeKind.THRESHOLD) {
            throw new ArgumentException(
                    map.place("compareWith"), "good releases are compared by judge: 'threshold' only");
        }
        if (spec.min() == null && spec.max() == null) {
            throw new ArgumentException(
                    map.place("compareWith"),
                    "say max or min, too: it alone judges the first release, which has none before");
        }
        if (spec.releases() < 1 || spec.releases() > 10) {
            throw new ArgumentException(map.place("releases"), "from 1 to 10 releases are remembered");
        }
    }

    private void checkLookback(MetricSpec spec) {
        if (spec.lookback() != null
                && spec.lookback().compareTo(spec.statistics().step()) < 0) {
            throw new ArgumentException(map.place("lookback"), "it is shorter than a step");
        }
        if (spec.lookback() != null && judge == JudgeKind.SEQUENTIAL) {
            throw new ArgumentException(
                    map.place("lookback"),
                    "the sequential judge counts from the first traffic on, or it would lose its promise");
        }
    }

    private void checkStatistics(MetricSpec spec) {
        if (judge == JudgeKind.SEQUENTIAL) {
            if (query.counting() == null) {
                throw new ArgumentException(
                        map.place("judge"),
                        "it counts bad events: take error-rate or a latency, or say events: '<query>' and samples: '<query>'");
            }
            boolean share = query.counting().buckets() == null;
            Double max = spec.max();
            if (max != null && (max <= 0 || share && max >= 1)) {
                throw new ArgumentException(
                        map.place("max"), max + (share ? " is not a share between 0 and 1" : " is no time above 0"));
            }
            if (spec.min() != null || spec.maxDecrease() != null) {
                throw new ArgumentException(
                        map.place(spec.min() == null ? "maxDecrease" : "min"),
                        "the sequential judge looks for too many, never for too few");
            }
        }
        if (judge == JudgeKind.MANN_WHITNEY && spec.minSamples() < 1) {
            throw new ArgumentException(map.place("minSamples"), "at least one point is needed on each side");
        }
        boolean probability = spec.statistics().effect() == EffectSize.CLES;
        for (Double limit : new Double[] {spec.maxIncrease(), spec.maxDecrease()}) {
            if (probability && limit != null && limit > 1) {
                throw new ArgumentException(
                        map.place("effectSize"), "with 'cles' a limit is a probability up to 1, and not " + limit);
            }
        }
    }
}
