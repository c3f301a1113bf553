package io.jenkins.plugins.delivery.engine.rollout;

import io.jenkins.plugins.delivery.engine.analysis.MetricSpec;
import io.jenkins.plugins.delivery.engine.analysis.Subject;
import io.jenkins.plugins.delivery.engine.analysis.Verdict;
import io.jenkins.plugins.delivery.engine.analysis.Verdict.Outcome;
import io.jenkins.plugins.delivery.engine.argument.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Watches the metrics for a while. Goes on only after a look at which every metric passed; bad metrics go back; without
 * an answer the weight is held, and past a limit it goes back, too.
 */
final class Watch {
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final int RETRIES = 4;
    private static final Duration SHORTEST_WINDOW = Duration.ofSeconds(30);

    private final Scene scene;
    private final Timing timing;
    private final String canary;
    private final String stable;
    private final boolean onlyBadNews;

    /**
     * @param canary Deployment of the new version
     * @param stable Deployment of the version before
     */
    Watch(Scene scene, String canary, String stable) {
        this(scene, canary, stable, false);
    }

    private Watch(Scene scene, String canary, String stable, boolean onlyBadNews) {
        this.scene = scene;
        this.timing = scene.plan().timing();
        this.canary = canary;
        this.stable = stable;
        this.onlyBadNews = onlyBadNews;
    }

    /** The same for a time in which metrics that tell nothing are no reason to go back. */
    Watch forBadNews() {
        return new Watch(scene, canary, stable, true);
    }

    /** Watches for a time from the beginning of the phase on, then goes to another. */
    Move watch(Duration time, Phase next) {
        Instant end = scene.state().since().plus(time);
        List<MetricSpec> metrics = scene.plan().metrics();
        if (metrics.isEmpty()) {
            return scene.now().isBefore(end)
                    ? sleep(scene.state(), "holding " + share(), end)
                    : scene.go(next, "held " + share() + " for " + Durations.format(time));
        }
        Instant look = scene.state().observation().nextLook();
        Instant due = look == null ? firstLook(end, time) : look;
        if (scene.now().isBefore(due)) {
            return sleep(scene.state(), "gathering metrics at " + share(), due);
        }
        return look(metrics, end, next);
    }

    private Instant firstLook(Instant end, Duration time) {
        Duration step = timing.interval().compareTo(time) < 0 ? timing.interval() : time;
        Instant first = scene.state().since().plus(step);
        Instant traffic = scene.state().trafficSince();
        Instant warm = (traffic == null ? scene.state().since() : traffic).plus(timing.warmUp());
        return first.isBefore(warm) ? warm : first.isAfter(end) && !end.isBefore(warm) ? end : first;
    }

    private Move look(List<MetricSpec> metrics, Instant end, Phase next) {
        Duration window = timing.interval().compareTo(SHORTEST_WINDOW) < 0 ? SHORTEST_WINDOW : timing.interval();
        Subject subject = new Compared(scene).subject(canary, stable, window);
        List<Verdict> all = scene.analyst().look(metrics, subject, scene.state().weight(), scene.now());
        RolloutState state = scene.state().copy().verdicts(all).build();
        List<Verdict> verdicts =
                all.stream().filter(verdict -> !verdict.advisory()).toList();
        List<Verdict> failed = with(verdicts, Outcome.FAIL);
        if (!failed.isEmpty()) {
            return failed(state, metrics, failed);
        }
        List<Verdict> unclear = verdicts.stream()
                .filter(verdict -> verdict.outcome() != Outcome.PASS)
                .toList();
        return unclear.isEmpty() ? passed(state, end, next) : unclear(state, end, next, unclear);
    }

    private Move passed(RolloutState state, Instant end, Phase next) {
        Instant again = scene.now().plus(timing.interval());
        RolloutState clear =
                state.copy().observation(state.observation().clear(again)).build();
        if (!scene.now().isBefore(end)) {
            return scene.go(clear, next, "every metric passed at " + share());
        }
        Instant due = again.isAfter(end) ? end : again;
        RolloutState waiting =
                state.copy().observation(state.observation().clear(due)).build();
        return sleep(waiting, "every metric passed at " + share() + ", watching on", due);
    }

    private Move failed(RolloutState state, List<MetricSpec> metrics, List<Verdict> failed) {
        Observation counted = state.observation();
        for (Verdict verdict : failed) {
            counted = counted.failed(verdict.metric());
        }
        Instant again = scene.now().plus(timing.interval());
        RolloutState next = state.copy().observation(counted.clear(again)).build();
        for (MetricSpec metric : metrics) {
            int failures = counted.failures().getOrDefault(metric.name(), 0);
            if (failures > metric.failures()
                    && with(failed, Outcome.FAIL).stream()
                            .anyMatch(verdict -> verdict.metric().equals(metric.name()))) {
                return scene.back(next, Ending.Cause.UNHEALTHY, "at " + share() + ": " + said(failed));
            }
        }
        return sleep(next, "forgiven for now at " + share() + ": " + said(failed), again);
    }

    private Move unclear(RolloutState state, Instant end, Phase next, List<Verdict> unclear) {
        if (!onlyBadNews) {
            return unclear(state, scene.plan().metrics(), unclear);
        }
        Instant again = scene.now().plus(timing.interval());
        RolloutState looked =
                state.copy().observation(state.observation().clear(again)).build();
        return scene.now().isBefore(end)
                ? sleep(looked, "no bad news at " + share() + ": " + said(unclear), again.isAfter(end) ? end : again)
                : scene.go(looked, next, "no bad news at " + share() + ": " + said(unclear));
    }

    private Move unclear(RolloutState state, List<MetricSpec> metrics, List<Verdict> unclear) {
        Observation before = state.observation();
        Instant since = before.unclearSince() == null ? scene.now() : before.unclearSince();
        boolean error = !with(unclear, Outcome.ERROR).isEmpty();
        int errors = error ? before.errorsInRow() + 1 : 0;
        Instant again = scene.now().plus(error && errors <= RETRIES ? RETRY : timing.interval());
        RolloutState next =
                state.copy().observation(before.unclear(since, errors, again)).build();
        boolean impatient = unclear.stream()
                .anyMatch(verdict -> verdict.outcome() == Outcome.INCONCLUSIVE
                        && policy(metrics, verdict) == MetricSpec.OnNoData.ROLLBACK);
        if (impatient || !scene.now().isBefore(since.plus(timing.hold()))) {
            String limit = impatient ? "" : "; held for " + Durations.format(timing.hold());
            return scene.back(next, Ending.Cause.UNHEALTHY, "cannot tell at " + share() + limit + ": " + said(unclear));
        }
        return sleep(next, "holding " + share() + ", cannot tell yet: " + said(unclear), again);
    }

    private Move sleep(RolloutState state, String words, Instant until) {
        return scene.stay(state, words, Duration.between(scene.now(), until));
    }

    private String share() {
        return scene.state().weight() + " %";
    }

    private static MetricSpec.OnNoData policy(List<MetricSpec> metrics, Verdict verdict) {
        return metrics.stream()
                .filter(metric -> metric.name().equals(verdict.metric()))
                .map(MetricSpec::onNoData)
                .findFirst()
                .orElse(MetricSpec.OnNoData.HOLD);
    }

    private static List<Verdict> with(List<Verdict> verdicts, Outcome outcome) {
        return verdicts.stream().filter(verdict -> verdict.outcome() == outcome).toList();
    }

    private static String said(List<Verdict> verdicts) {
        return verdicts.stream()
                .map(verdict -> verdict.metric() + ": " + verdict.reason())
                .collect(Collectors.joining("; "));
    }
}
