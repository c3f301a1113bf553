package io.jenkins.plugins.delivery.engine.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.analysis.MetricSpec;
import io.jenkins.plugins.delivery.engine.analysis.Subject;
import io.jenkins.plugins.delivery.engine.analysis.Verdict;
import io.jenkins.plugins.delivery.engine.analysis.Verdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whom the new version is compared with, and since when both can be. */
final class Compared {
    private static final int ALL = 100;

    private final Scene scene;

    Compared(Scene scene) {
        this.scene = scene;
    }

    /**
     * The subject of a look.
     *
     * @param canary Deployment of the new version
     * @param other Deployment that it is compared with: the stable one, or fresh pods of the same version
     */
    Subject subject(String canary, String other, Duration window) {
        RolloutPlan plan = scene.plan();
        Subject subject = Subject.ofDeployments(plan.target().namespace(), plan.app(), canary, other, window);
        boolean fresh = other.equals(FreshBaseline.name(plan.app()));
        Instant traffic = scene.state().trafficSince();
        return (fresh ? subject.withBaseline(other) : subject)
                .servingSince(
                        traffic == null ? null : traffic.plus(plan.timing().warmUp()))
                .sharedUntil(sharedUntil())
                .remembering(past());
    }

    /** With all traffic on the new version, the other one can only be seen as it was before. */
    @CheckForNull
    private Instant sharedUntil() {
        if (scene.state().weight() < ALL) {
            return null;
        }
        return scene.state().transitions().stream()
                .filter(transition -> transition.weight() == ALL)
                .map(Transition::at)
                .findFirst()
                .orElse(scene.state().since());
    }

    private Map<String, List<Double>> past() {
        List<String> wanted = scene.plan().metrics().stream()
                .filter(MetricSpec::remembers)
                .map(MetricSpec::name)
                .toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        List<Release> good = new Releases(scene.cluster(), scene.plan().app())
                .all().stream().filter(Release::good).toList();
        Map<String, List<Double>> values = new HashMap<>();
        for (String metric : wanted) {
            values.put(
                    metric,
                    good.stream()
                            .filter(release -> release.measured().containsKey(metric))
                            .map(release -> release.measured().get(metric))
                            .toList());
        }
        return values;
    }

    /** The last good value of each metric, for the releases that come after. */
    static Map<String, Double> measured(RolloutState state) {
        Map<String, Double> values = new HashMap<>();
        for (Verdict verdict : state.verdicts()) {
            Double value = verdict.canary();
            if (verdict.outcome() == Outcome.PASS && value != null) {
                values.put(verdict.metric(), value);
            }
        }
        return values;
    }
}
