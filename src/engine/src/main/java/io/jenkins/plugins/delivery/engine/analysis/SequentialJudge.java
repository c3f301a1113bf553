package io.jenkins.plugins.delivery.engine.analysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Missing;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Range;
import io.jenkins.plugins.delivery.engine.analysis.Verdict.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Whether bad events, or slow ones, are more frequent than allowed, from the first traffic up to now. */
final class SequentialJudge {
    private final Questions questions;
    private final MetricSpec spec;
    private final String control;

    private SequentialJudge(Questions questions) {
        this.questions = questions;
        this.spec = questions.spec;
        this.control = questions.subject.controlName();
    }

    static CompletableFuture<Finding> judge(Questions questions) {
        return new SequentialJudge(questions).judge();
    }

    private CompletableFuture<Finding> judge() {
        Counting counting = spec.counting();
        if (counting == null) {
            throw new IllegalStateException("a sequential metric that counts nothing: " + spec.name());
        }
        return counting.buckets() == null ? rate(counting) : latency(counting, counting.buckets());
    }

    private boolean compares() {
        return spec.max() == null || spec.maxIncrease() != null;
    }

    private double ratio() {
        Double increase = spec.maxIncrease();
        return 1 + (increase == null ? 0 : increase);
    }

    private CompletableFuture<Finding> rate(Counting counting) {
        CompletableFuture<Measurement> events = questions.canaryRange(counting.events());
        CompletableFuture<Measurement> trials = questions.canaryRange(spec.samplesQuery());
        CompletableFuture<Measurement> otherEvents = control(counting.events());
        CompletableFuture<Measurement> otherTrials = control(spec.samplesQuery());
        return CompletableFuture.allOf(events, trials, otherEvents, otherTrials).thenApply(done -> {
            Optional<Finding> unanswered = unanswered(trials.join(), otherTrials.join())
                    .or(() -> failed(events.join()))
                    .or(() -> failed(otherEvents.join()));
            if (unanswered.isPresent()) {
                return unanswered.get();
            }
            Trial trial = new Trial(spec, spec.max(), compares() ? ratio() : null);
            TreeMap<Instant, Stretch> others = Stretch.all(counts(otherEvents.join()), counts(otherTrials.join()));
            Stretch.all(counts(events.join()), counts(trials.join())).forEach((at, ours) -> {
                trial.add(at, ours);
                trial.compare(at, ours, others.getOrDefault(at, Stretch.NOTHING));
            });
            return finding(trial, "failed", true);
        });
    }

    private CompletableFuture<Finding> latency(Counting counting, String query) {
        return questions.canaryRange(query).thenCombine(control(query), (canary, other) -> {
            Optional<Finding> unanswered = unanswered(canary, other);
            if (unanswered.isPresent()) {
                return unanswered.get();
            }
            LatencyTrial trial = new LatencyTrial(spec, compares() ? ratio() : null);
            TreeMap<Instant, TreeMap<Double, Double>> others =
                    other instanceof Range range ? Counts.byBound(range, counting.perSecond()) : new TreeMap<>();
            Counts.byBound((Range) canary, counting.perSecond())
                    .forEach((at, buckets) -> trial.add(at, buckets, others.get(at)));
            return trial.problem()
                    .filter(why -> trial.trial().eValue() < trial.trial().eLimit())
                    .map(why -> Finding.of(Outcome.INCONCLUSIVE, why))
                    .orElseGet(() -> finding(trial.trial(), "took longer than " + trial.bound(), false));
        });
    }

    private CompletableFuture<Measurement> control(@CheckForNull String query) {
        return compares() && query != null
                ? questions.controlRange(query)
                : CompletableFuture.completedFuture(new Range(List.of()));
    }

    private Optional<Finding> unanswered(Measurement canary, Measurement other) {
        if (!(canary instanceof Range)) {
            return Optional.of(Finding.unanswered(canary, "the new version"));
        }
        return other instanceof Range ? Optional.empty() : Optional.of(Finding.unanswered(other, control));
    }

    /** No series of bad events means that there were none, if there were trials; anything else is no answer. */
    private static Optional<Finding> failed(Measurement events) {
        boolean known = events instanceof Range || events instanceof Missing missing && missing.noSeries();
        return known ? Optional.empty() : Optional.of(Finding.unanswered(events, "the bad events"));
    }

    private static TreeMap<Instant, Double> counts(Measurement answer) {
        return answer instanceof Range range ? Counts.of(range) : new TreeMap<>();
    }

    private Finding finding(Trial trial, String happened, boolean valued) {
        Stretch ours = trial.canary;
        Stretch theirs = trial.control;
        double value = trial.eValue();
        String counted = said(ours) + " requests " + happened + " on the new version"
                + (trial.needsControl() ? ", " + said(theirs) + " on " + control : "");
        Evidence evidence = new Evidence(
                JudgeKind.SEQUENTIAL,
                spec.max(),
                ours.trials(),
                trial.needsControl() ? theirs.trials() : null,
                null,
                null,
                null,
                value,
                trial.eLimit(),
                null);
        String problem = problem(trial);
        String words = counted + "; evidence " + Unit.plain(value, 2) + ", worse from " + Unit.plain(trial.eLimit(), 0)
                + " on";
        Outcome outcome = problem != null && value < trial.eLimit()
                ? Outcome.INCONCLUSIVE
                : value >= trial.eLimit() ? Outcome.FAIL : Outcome.PASS;
        boolean number = valued && ours.trials() > 0;
        return new Finding(
                outcome,
                outcome == Outcome.INCONCLUSIVE ? problem + " (" + words + ")" : words,
                number ? ours.share() : null,
                number && theirs.trials() > 0 ? theirs.share() : null,
                evidence);
    }

    @CheckForNull
    private String problem(Trial trial) {
        int needed = Math.max(1, spec.minSamples());
        if (trial.canary.trials() < needed) {
            return "only " + Math.round(trial.canary.trials()) + " requests to the new version, at least " + needed
                    + " are needed";
        }
        if (trial.needsControl() && (trial.control.trials() < needed || trial.comparedNothing())) {
            return "only " + Math.round(trial.control.trials()) + " requests to " + control
                    + " to compare with, at least " + needed + " are needed";
        }
        return Lateness.of(spec, trial.last, questions.at, "the new version")
                .or(() -> trial.needsControl()
                        ? Lateness.of(spec, trial.lastCompared, questions.controlAt(), control)
                        : Optional.empty())
                .orElse(null);
    }

    private static String said(Stretch stretch) {
        String share = stretch.trials() > 0 ? " (" + Unit.percent(stretch.share(), 2) + ")" : "";
        return String.format(Locale.ROOT, "%,d of %,d", Math.round(stretch.events()), Math.round(stretch.trials()))
                + share;
    }
}
