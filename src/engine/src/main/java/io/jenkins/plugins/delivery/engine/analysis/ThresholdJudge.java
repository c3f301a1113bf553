package io.jenkins.plugins.delivery.engine.analysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Failed;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Missing;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Value;
import io.jenkins.plugins.delivery.engine.analysis.Verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Compares with fixed limits and with the stable version. A value exactly at a limit is good. */
final class ThresholdJudge {
    private final Questions questions;
    private final MetricSpec spec;
    private final Unit unit;

    private ThresholdJudge(Questions questions) {
        this.questions = questions;
        this.spec = questions.spec;
        this.unit = spec.unit();
    }

    static CompletableFuture<Finding> judge(Questions questions) {
        MetricSpec spec = questions.spec;
        boolean compared = spec.relative() && !spec.remembers();
        CompletableFuture<Measurement> canary = questions.canary(spec.query());
        CompletableFuture<Measurement> control = questions.control(compared ? spec.query() : null);
        CompletableFuture<Measurement> samples = questions.canary(spec.samplesQuery());
        CompletableFuture<Measurement> controlSamples = questions.control(compared ? spec.samplesQuery() : null);
        return CompletableFuture.allOf(canary, control, samples, controlSamples).thenApply(done -> {
            ThresholdJudge judge = new ThresholdJudge(questions);
            Measurement found = zeroWhenEmpty(spec, canary.join(), samples.join());
            Measurement other =
                    compared ? zeroWhenEmpty(spec, control.join(), controlSamples.join()) : judge.remembered();
            Finding finding = judge.finding(found, other, samples.join());
            Evidence evidence = finding.evidence() == null
                    ? Evidence.threshold(null, number(samples.join()), number(controlSamples.join()))
                    : finding.evidence();
            return new Finding(finding.outcome(), finding.reason(), number(found), number(other), evidence);
        });
    }

    /** A division by requests has no numerator series until the first error; that is zero errors, if there was traffic. */
    @CheckForNull
    private static Measurement zeroWhenEmpty(
            MetricSpec spec, @CheckForNull Measurement answer, @CheckForNull Measurement samples) {
        boolean traffic = samples instanceof Value value && value.number() > 0;
        return spec.zeroWhenEmpty() && traffic && answer instanceof Missing missing && missing.noSeries()
                ? new Value(0)
                : answer;
    }

    /** The mean of the last good releases; nothing while there is none. */
    @CheckForNull
    private Measurement remembered() {
        return past().stream().mapToDouble(Double::doubleValue).average().stream()
                .mapToObj(Value::new)
                .findFirst()
                .orElse(null);
    }

    private List<Double> past() {
        return spec.remembers()
                ? questions.subject.past().getOrDefault(spec.name(), List.of()).stream()
                        .limit(spec.releases())
                        .toList()
                : List.of();
    }

    private Finding finding(
            @CheckForNull Measurement canary, @CheckForNull Measurement control, @CheckForNull Measurement samples) {
        if (samples instanceof Failed failed) {
            return Finding.of(Outcome.ERROR, failed.reason());
        }
        if (canary instanceof Failed failed) {
            return Finding.of(Outcome.ERROR, failed.reason());
        }
        double counted = samples instanceof Value value ? value.number() : 0;
        if (spec.minSamples() > 0 && counted < spec.minSamples()) {
            return Finding.of(
                    Outcome.INCONCLUSIVE,
                    "only " + Math.round(counted) + " samples, at least " + spec.minSamples() + " are needed");
        }
        return canary instanceof Value value
                ? limits(value.number(), control)
                : Finding.unanswered(canary, "the new version");
    }

    private Finding limits(double canary, @CheckForNull Measurement control) {
        List<String> met = new ArrayList<>();
        Double min = spec.min();
        Double max = spec.max();
        String figure = unit.figure(canary);
        if (min != null && canary < min) {
            return limited(Outcome.FAIL, figure + ", below the limit of " + unit.figure(min), min);
        }
        if (max != null && canary > max) {
            return limited(Outcome.FAIL, figure + ", above the limit of " + unit.figure(max), max);
        }
        if (min != null) {
            met.add("at least " + unit.figure(min));
        }
        if (max != null) {
            met.add("at most " + unit.figure(max));
        }
        boolean first = spec.remembers() && control == null;
        if (first) {
            met.add("no good release to compare with yet");
        }
        if (!spec.relative() || first) {
            return limited(Outcome.PASS, figure + ", limit " + String.join(", ", met), max == null ? min : max);
        }
        return relative(canary, control, met);
    }

    private Finding relative(double canary, @CheckForNull Measurement control, List<String> met) {
        String name = questions.subject.controlName();
        if (control instanceof Failed failed) {
            return Finding.of(Outcome.ERROR, failed.reason());
        }
        if (!(control instanceof Value before)) {
            String why = control instanceof Missing missing ? missing.reason() : "no data";
            return Finding.of(
                    Outcome.INCONCLUSIVE,
                    why + " for " + name + (name.equals("stable") ? " version" : "") + ", nothing to compare with");
        }
        String comparison = unit.figure(canary) + " on the new version, " + unit.figure(before.number()) + whose(name)
                + change(canary, before.number()) + ", limit ";
        Double increase = spec.maxIncrease();
        if (increase != null) {
            double limit = before.number() + Math.abs(before.number()) * increase;
            comparison += "+" + Unit.percent(increase, 1);
            if (canary > limit) {
                return limited(Outcome.FAIL, comparison, limit);
            }
        }
        Double decrease = spec.maxDecrease();
        if (decrease != null) {
            double limit = before.number() - Math.abs(before.number()) * decrease;
            comparison += (increase == null ? "" : " and ") + "-" + Unit.percent(decrease, 1);
            if (canary < limit) {
                return limited(Outcome.FAIL, comparison, limit);
            }
        }
        return Finding.of(Outcome.PASS, comparison + (met.isEmpty() ? "" : " and " + String.join(", ", met)));
    }

    private String whose(String name) {
        if (spec.remembers()) {
            int releases = past().size();
            return releases == 1
                    ? " with the last good release"
                    : " in the mean of the last " + releases + " good releases";
        }
        boolean lastShared = questions.controlAt().isBefore(questions.at);
        return " on " + name + (lastShared ? " when it last had traffic" : "");
    }

    private static Finding limited(Outcome outcome, String reason, @CheckForNull Double limit) {
        return new Finding(outcome, reason, null, null, Evidence.threshold(limit, null, null));
    }

    private static String change(double canary, double control) {
        if (control == 0) {
            return "";
        }
        double change = (canary - control) / Math.abs(control);
        return " (" + (change < 0 ? "" : "+") + Unit.percent(change, 1) + ")";
    }

    @CheckForNull
    private static Double number(@CheckForNull Measurement measurement) {
        return measurement instanceof Value value ? value.number() : null;
    }
}
