package io.jenkins.plugins.delivery.engine.analysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Failed;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Missing;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Value;
import io.jenkins.plugins.delivery.engine.analysis.Verdict.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Compares with fixed limits and with the stable version. A value exactly at a limit is good. */
final class ThresholdJudge {
    private ThresholdJudge() {}

    static Verdict judge(MetricSpec spec, Answers answers, int weight, Instant at) {
        Finding finding = finding(spec, answers);
        return new Verdict(
                spec.name(),
                finding.outcome(),
                finding.reason(),
                number(answers.canary()),
                number(answers.stable()),
                weight,
                at);
    }

    private static Finding finding(MetricSpec spec, Answers answers) {
        if (answers.samples() instanceof Failed failed) {
            return new Finding(Outcome.ERROR, failed.reason());
        }
        if (answers.canary() instanceof Failed failed) {
            return new Finding(Outcome.ERROR, failed.reason());
        }
        double samples = answers.samples() instanceof Value value ? value.number() : 0;
        if (spec.minSamples() > 0 && samples < spec.minSamples()) {
            return new Finding(
                    Outcome.INCONCLUSIVE,
                    "only " + Math.round(samples) + " samples, at least " + spec.minSamples() + " are needed");
        }
        if (answers.canary() instanceof Missing missing) {
            return new Finding(Outcome.INCONCLUSIVE, missing.reason() + " for the new version");
        }
        return limits(spec, ((Value) answers.canary()).number(), answers.stable());
    }

    private static Finding limits(MetricSpec spec, double canary, @CheckForNull Measurement stable) {
        List<String> met = new ArrayList<>();
        Double min = spec.min();
        Double max = spec.max();
        String figure = figure(spec, canary);
        if (min != null && canary < min) {
            return new Finding(Outcome.FAIL, figure + ", below the limit of " + figure(spec, min));
        }
        if (max != null && canary > max) {
            return new Finding(Outcome.FAIL, figure + ", above the limit of " + figure(spec, max));
        }
        if (min != null) {
            met.add("at least " + figure(spec, min));
        }
        if (max != null) {
            met.add("at most " + figure(spec, max));
        }
        Double increase = spec.maxIncrease();
        if (increase == null) {
            return new Finding(Outcome.PASS, figure + ", limit " + String.join(", ", met));
        }
        return relative(spec, canary, increase, stable, met);
    }

    private static Finding relative(
            MetricSpec spec, double canary, double increase, @CheckForNull Measurement stable, List<String> met) {
        if (stable instanceof Failed failed) {
            return new Finding(Outcome.ERROR, failed.reason());
        }
        if (!(stable instanceof Value before)) {
            String why = stable instanceof Missing missing ? missing.reason() : "no data";
            return new Finding(Outcome.INCONCLUSIVE, why + " for the stable version, nothing to compare with");
        }
        double limit = before.number() + Math.abs(before.number()) * increase;
        String comparison = figure(spec, canary) + " on the new version, " + figure(spec, before.number())
                + " on stable" + change(canary, before.number()) + ", limit +" + percent(increase);
        if (canary > limit) {
            return new Finding(Outcome.FAIL, comparison);
        }
        return new Finding(Outcome.PASS, comparison + (met.isEmpty() ? "" : " and " + String.join(", ", met)));
    }

    private static String change(double canary, double stable) {
        if (stable == 0) {
            return "";
        }
        double change = (canary - stable) / Math.abs(stable);
        return " (" + (change < 0 ? "" : "+") + percent(change) + ")";
    }

    private static String percent(double fraction) {
        return plain(fraction * 100, 1) + " %";
    }

    private static String figure(MetricSpec spec, double number) {
        String unit = MetricPreset.unit(spec.name());
        if ("s".equals(unit)) {
            return plain(number * 1000, 1) + " ms";
        }
        return spec.name().endsWith("-rate") && !spec.name().equals("request-rate")
                ? plain(number * 100, 2) + " %"
                : plain(number, 4);
    }

    private static String plain(double number, int digits) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", number);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    @CheckForNull
    private static Double number(@CheckForNull Measurement measurement) {
        return measurement instanceof Value value ? value.number() : null;
    }

    /**
     * What the provider said.
     *
     * @param stable null when nobody asked
     * @param samples null when nobody asked
     */
    record Answers(
            Measurement canary,
            @CheckForNull Measurement stable,
            @CheckForNull Measurement samples) {}

    private record Finding(Outcome outcome, String reason) {}
}
