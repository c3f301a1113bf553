package io.jenkins.plugins.delivery.engine.analysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.analysis.Verdict.Outcome;
import io.jenkins.plugins.delivery.engine.analysis.stats.EffectSize;
import io.jenkins.plugins.delivery.engine.analysis.stats.MannWhitney;
import io.jenkins.plugins.delivery.engine.analysis.stats.MannWhitney.Method;
import java.util.concurrent.CompletableFuture;

/**
 * Whether the points of the new version are higher, or lower, than those of the version before: the interval of the
 * Mann-Whitney test has to lie beyond a tolerance, and the effect beyond its limit.
 *
 * <p>The rule is that of Kayenta's NetflixACAJudge. Other than there, no data never passes.
 */
final class MannWhitneyJudge {
    private final Questions questions;
    private final MetricSpec spec;
    private final Sample canary;
    private final Sample control;

    private MannWhitneyJudge(Questions questions, Sample canary, Sample control) {
        this.questions = questions;
        this.spec = questions.spec;
        this.canary = canary;
        this.control = control;
    }

    static CompletableFuture<Finding> judge(Questions questions) {
        MetricSpec spec = questions.spec;
        return questions
                .canaryRange(spec.query())
                .thenCombine(questions.controlRange(spec.query()), (canary, control) -> {
                    Object ours = Sample.of(canary, spec);
                    Object theirs = Sample.of(control, spec);
                    if (ours instanceof Measurement missing) {
                        return Finding.unanswered(missing, "the new version");
                    }
                    if (theirs instanceof Measurement missing) {
                        return Finding.unanswered(missing, questions.subject.controlName());
                    }
                    return new MannWhitneyJudge(questions, (Sample) ours, (Sample) theirs).finding();
                });
    }

    private Finding finding() {
        String problem = tooFewOrLate();
        if (problem != null) {
            return new Finding(Outcome.INCONCLUSIVE, problem, mean(canary), mean(control), evidence(null, null, null));
        }
        Double max = spec.max();
        Double min = spec.min();
        if (max != null && canary.mean() > max || min != null && canary.mean() < min) {
            boolean above = max != null && canary.mean() > max;
            String words = spec.unit().figure(canary.mean()) + " in the mean of " + canary.size() + " points, "
                    + (above
                            ? "above the limit of " + spec.unit().figure(max)
                            : "below the limit of " + spec.unit().figure(min));
            return new Finding(
                    Outcome.FAIL, words, mean(canary), mean(control), evidence(above ? max : min, null, null));
        }
        return compared();
    }

    @CheckForNull
    private String tooFewOrLate() {
        int needed = Math.max(1, spec.minSamples());
        if (canary.size() < needed || control.size() < needed) {
            return "only " + canary.size() + " points of the new version and " + control.size() + " of "
                    + questions.subject.controlName() + ", at least " + needed + " each are needed";
        }
        return Lateness.of(spec, canary.last(), questions.at, "the new version")
                .or(() -> Lateness.of(spec, control.last(), questions.controlAt(), questions.subject.controlName()))
                .orElse(null);
    }

    private Finding compared() {
        Statistics statistics = spec.statistics();
        MannWhitney test =
                MannWhitney.of(canary.numbers(), control.numbers(), statistics.confidence(), Method.APPROXIMATE);
        double effect = statistics.effect().of(canary.numbers(), control.numbers());
        double tolerated = statistics.tolerance() * Math.abs(test.estimate());
        boolean both = spec.maxIncrease() == null && spec.maxDecrease() == null;
        boolean high = (both || spec.maxIncrease() != null)
                && test.lower() > tolerated
                && !(effect < limit(spec.maxIncrease(), 1));
        boolean low = (both || spec.maxDecrease() != null)
                && test.upper() < -tolerated
                && !(effect > limit(spec.maxDecrease(), -1));
        Outcome outcome = high || low ? Outcome.FAIL : Outcome.PASS;
        return new Finding(
                outcome,
                words(test, effect, high, low, tolerated),
                mean(canary),
                mean(control),
                evidence(high || !low ? limit(spec.maxIncrease(), 1) : limit(spec.maxDecrease(), -1), test, effect));
    }

    /** A limit says how much the mean may change, or of the probability which one is too much. */
    private double limit(@CheckForNull Double allowed, int direction) {
        if (spec.statistics().effect() == EffectSize.CLES) {
            return allowed == null ? 0.5 : allowed;
        }
        return allowed == null ? 1 : 1 + direction * allowed;
    }

    private String words(MannWhitney test, double effect, boolean high, boolean low, double tolerated) {
        Unit unit = spec.unit();
        String shift = (test.estimate() < 0 ? "" : "+") + unit.figure(test.estimate());
        String interval = unit.figure(test.lower()) + " to " + unit.figure(test.upper());
        boolean ratio = spec.statistics().effect() == EffectSize.MEAN_RATIO;
        String size = Double.isNaN(effect)
                ? "no ratio of the means"
                : (ratio ? "mean ratio " : "probability of being higher ") + Unit.plain(effect, 3);
        String verdict = high ? "higher" : low ? "lower" : "not different enough";
        return verdict + " than " + questions.subject.controlName() + ": shift " + shift + " (" + interval + " with "
                + Unit.percent(spec.statistics().confidence(), 1) + " confidence, tolerance "
                + unit.figure(tolerated) + "), " + size + limits() + ", p " + Unit.plain(test.pValue(), 4) + ", "
                + canary.size() + " and " + control.size() + " points";
    }

    private String limits() {
        Double increase = spec.maxIncrease();
        Double decrease = spec.maxDecrease();
        return (increase == null ? "" : ", limit " + Unit.plain(limit(increase, 1), 3))
                + (decrease == null ? "" : ", lower limit " + Unit.plain(limit(decrease, -1), 3));
    }

    private Evidence evidence(@CheckForNull Double limit, @CheckForNull MannWhitney test, @CheckForNull Double effect) {
        return new Evidence(
                JudgeKind.MANN_WHITNEY,
                limit,
                (double) canary.size(),
                (double) control.size(),
                test == null ? null : test.lower(),
                test == null ? null : test.upper(),
                test == null ? null : test.pValue(),
                null,
                null,
                effect == null || effect.isNaN() ? null : effect);
    }

    private static Double mean(Sample sample) {
        return sample.mean();
    }
}
