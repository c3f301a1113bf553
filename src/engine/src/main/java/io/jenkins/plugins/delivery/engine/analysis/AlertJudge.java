package io.jenkins.plugins.delivery.engine.analysis;

import io.jenkins.plugins.delivery.engine.analysis.Measurement.Alerts;
import io.jenkins.plugins.delivery.engine.analysis.Verdict.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Fails as soon as an alert fires. That none does is an answer, if the provider gave one. */
final class AlertJudge {
    private static final int SHOWN = 3;

    private AlertJudge() {}

    static CompletableFuture<Finding> judge(Questions questions) {
        return questions.alerts().thenApply(answer -> {
            if (!(answer instanceof Alerts alerts)) {
                return Finding.unanswered(answer, "the alerts");
            }
            List<String> firing = alerts.firing();
            String matchers = "{" + questions.spec.query() + "}";
            if (firing.isEmpty()) {
                return found(Outcome.PASS, "no alert fires of " + matchers, 0);
            }
            String more = firing.size() > SHOWN ? " and " + (firing.size() - SHOWN) + " more" : "";
            String names = String.join(", ", firing.subList(0, Math.min(SHOWN, firing.size())));
            return found(Outcome.FAIL, names + more + " " + (firing.size() == 1 ? "fires" : "fire"), firing.size());
        });
    }

    private static Finding found(Outcome outcome, String reason, int firing) {
        Evidence evidence =
                new Evidence(JudgeKind.ALERTS, 0.0, (double) firing, null, null, null, null, null, null, null);
        return new Finding(outcome, reason, (double) firing, null, evidence);
    }
}
