package io.jenkins.plugins.delivery.engine.analysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Failed;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Missing;
import io.jenkins.plugins.delivery.engine.analysis.Verdict.Outcome;
import java.time.Instant;

/** What a judge found, before it is known whose and when. */
record Finding(
        Outcome outcome,
        String reason,
        @CheckForNull Double canary,
        @CheckForNull Double control,
        @CheckForNull Evidence evidence) {

    static Finding of(Outcome outcome, String reason) {
        return new Finding(outcome, reason, null, null, null);
    }

    /** An answer that is no number can never pass. */
    static Finding unanswered(Measurement answer, String whose) {
        if (answer instanceof Failed failed) {
            return of(Outcome.ERROR, failed.reason());
        }
        return answer instanceof Missing missing
                ? of(Outcome.INCONCLUSIVE, missing.reason() + " for " + whose)
                : of(Outcome.ERROR, "the provider answered something else than a number for " + whose);
    }

    Verdict verdict(MetricSpec spec, int weight, Instant at) {
        return new Verdict(spec.name(), outcome, reason, canary, control, weight, at, evidence, spec.advisory());
    }
}
