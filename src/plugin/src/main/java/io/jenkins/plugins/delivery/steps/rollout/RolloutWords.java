package io.jenkins.plugins.delivery.steps.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.analysis.Verdict;
import io.jenkins.plugins.delivery.engine.argument.Durations;
import io.jenkins.plugins.delivery.engine.cluster.Images;
import io.jenkins.plugins.delivery.engine.cluster.Manifests;
import io.jenkins.plugins.delivery.engine.rollout.Ending;
import io.jenkins.plugins.delivery.engine.rollout.Facts;
import io.jenkins.plugins.delivery.engine.rollout.Phase;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import io.jenkins.plugins.delivery.engine.rollout.Transition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is said about a rollout: in the log, on its page, as its result. */
final class RolloutWords {
    private RolloutWords() {}

    /** One sentence: how it ended, or what it does. */
    static String headline(RolloutPlan plan, RolloutState state) {
        String what = plan.app() + version(plan, state) + " in " + plan.target().environment();
        Ending ending = state.ending();
        String why = ending == null ? state.waitingFor() : ending.reason();
        return switch (state.phase()) {
            case COMPLETED -> what + " serves all traffic";
            case ROLLED_BACK -> what + " was taken back, " + before(state) + ": " + why;
            case STUCK -> what + " is stuck and needs a person: " + state.waitingFor();
            case RESTORE -> what + " is being taken back: " + why;
            default -> what + ": " + state.waitingFor();
        };
    }

    /** What notification targets call an end. */
    static String event(Phase end) {
        return switch (end) {
            case COMPLETED -> "deployment.succeeded";
            case ROLLED_BACK -> "deployment.rolled-back";
            default -> "deployment.stuck";
        };
    }

    static List<String> figures(RolloutPlan plan, RolloutState state) {
        List<String> figures = new ArrayList<>();
        figures.add(plan.strategy().words() + ", " + state.weight() + " % of traffic on the new version");
        figures.add(phase(state.phase()) + " after "
                + Durations.format(Duration.between(state.startedAt(), state.since())
                        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)));
        if (!state.verdicts().isEmpty()) {
            long bad = state.verdicts().stream()
                    .filter(verdict -> verdict.outcome() != Verdict.Outcome.PASS)
                    .count();
            figures.add(state.verdicts().size() + " looks at metrics, " + bad + " of them not good");
        }
        return figures;
    }

    /** All that the page and the JSON show. */
    static Map<String, Object> model(RolloutPlan plan, RolloutState state) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("app", plan.app());
        model.put("environment", plan.target().environment());
        model.put("cluster", plan.target().cluster());
        model.put("namespace", plan.target().namespace());
        model.put("strategy", plan.strategy());
        model.put("version", version(state, plan));
        model.put("previousVersion", facts(state) == null ? "" : facts(state).fromVersion());
        model.put("image", image(plan));
        model.put("router", plan.canary().router());
        model.put("weights", plan.canary().weights());
        model.put("weight", state.weight());
        model.put("phase", state.phase());
        model.put("since", state.since());
        model.put("startedAt", state.startedAt());
        model.put("deadline", state.deadline());
        model.put("waitingFor", state.waitingFor());
        model.put("ending", state.ending() == null ? Map.of() : state.ending());
        model.put("transitions", state.transitions());
        model.put("verdicts", state.verdicts());
        model.put("recovery", state.recovery());
        model.put("decisions", state.decisions());
        model.put("held", state.held().isPresent());
        Facts facts = facts(state);
        model.put("warnings", facts == null ? List.of() : facts.preflight().warnings());
        model.put("changes", facts == null ? List.of() : facts.preflight().changes());
        return model;
    }

    /** What the step returns. */
    static Map<String, Object> result(RolloutPlan plan, RolloutState state, @CheckForNull String address) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("outcome", state.phase().name());
        result.put("app", plan.app());
        result.put("environment", plan.target().environment());
        result.put("strategy", plan.strategy().words());
        result.put("version", version(state, plan));
        result.put("previousVersion", facts(state) == null ? "" : facts(state).fromVersion());
        result.put("seconds", Duration.between(state.startedAt(), state.since()).toSeconds());
        result.put("url", address == null ? "" : address);
        return result;
    }

    /** The lines that a tick adds to the log. */
    static List<String> log(RolloutPlan plan, RolloutState before, RolloutState after) {
        List<String> lines = new ArrayList<>();
        Facts planned = facts(after);
        if (facts(before) == null && planned != null) {
            planned.preflight().warnings().forEach(warning -> lines.add(line(plan, after, "warning: " + warning)));
            planned.preflight().changes().forEach(change -> lines.add(line(plan, after, "change: " + change)));
        }
        for (Verdict verdict : after.verdicts()) {
            if (!before.verdicts().contains(verdict)) {
                lines.add(line(plan, after, verdict.metric() + " " + word(verdict) + ": " + verdict.reason()));
            }
        }
        after.decisions()
                .subList(before.decisions().size(), after.decisions().size())
                .forEach(decision -> lines.add(line(plan, after, decision.words())));
        List<Transition> news = after.transitions()
                .subList(before.transitions().size(), after.transitions().size());
        for (Transition step : news) {
            lines.add(line(plan, after, phase(step.to()) + ": " + step.reason()) + keys(plan, after, step));
        }
        if (news.isEmpty() && !after.waitingFor().equals(before.waitingFor())) {
            lines.add(line(plan, after, "waiting: " + after.waitingFor()));
        }
        return lines;
    }

    /** For programs that read the log: always at the end of the line, always in this order. */
    private static String keys(RolloutPlan plan, RolloutState state, Transition step) {
        return " {app=" + plan.app() + " environment=" + plan.target().environment() + " strategy="
                + plan.strategy().words() + " version=" + version(state, plan) + " phase=" + slug(step.to()) + " from="
                + slug(step.from()) + " weight=" + step.weight() + " at=" + step.at() + "}";
    }

    private static String slug(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A phase in words, such as {@code rolled back}. */
    static String phase(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String line(RolloutPlan plan, RolloutState state, String text) {
        return "[" + plan.app() + " " + state.weight() + " %] " + text;
    }

    private static String word(Verdict verdict) {
        return switch (verdict.outcome()) {
            case PASS -> "passed";
            case FAIL -> "failed";
            case INCONCLUSIVE -> "tells nothing";
            case ERROR -> "could not be asked";
        };
    }

    private static String before(RolloutState state) {
        Facts facts = facts(state);
        if (facts == null) {
            return "nothing was changed";
        }
        if (facts.first()) {
            return "there was no earlier version";
        }
        return (facts.fromVersion().isEmpty() ? "the version before" : facts.fromVersion()) + " serves all traffic";
    }

    private static String version(RolloutPlan plan, RolloutState state) {
        String version = version(state, plan);
        return version.isEmpty() ? "" : " " + version;
    }

    static String version(RolloutState state, RolloutPlan plan) {
        Facts facts = facts(state);
        return facts == null ? plan.version() : facts.toVersion();
    }

    /** What the application's container gets; null where the cluster knows better than the plan, as on a rollback. */
    @CheckForNull
    static String image(RolloutPlan plan) {
        return plan.manifests().isEmpty()
                ? null
                : Images.of(Manifests.of(plan.manifests()).workload(plan.app()).object());
    }

    @CheckForNull
    private static Facts facts(RolloutState state) {
        return state.facts();
    }
}
