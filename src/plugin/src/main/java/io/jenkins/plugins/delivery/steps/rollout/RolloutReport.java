package io.jenkins.plugins.delivery.steps.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.delivery.audit.AuditLogs;
import io.jenkins.plugins.delivery.engine.rollout.Phase;
import io.jenkins.plugins.delivery.engine.rollout.RolloutDecision;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import io.jenkins.plugins.delivery.engine.rollout.status.RolloutPods;
import io.jenkins.plugins.delivery.engine.rollout.status.RolloutStatus;
import io.jenkins.plugins.delivery.environments.DeploymentRecorder;
import io.jenkins.plugins.delivery.pods.SeenPods;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import io.jenkins.plugins.delivery.steps.LogLine;
import io.jenkins.plugins.delivery.steps.News;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where one rollout is told: the log, its report on the build, the cluster, and the numbers for Prometheus. */
final class RolloutReport {
    private final Run<?, ?> run;
    private final RolloutPlan plan;
    private final String id;

    private RolloutReport(Run<?, ?> run, RolloutPlan plan, String id) {
        this.run = run;
        this.plan = plan;
        this.id = id;
    }

    static RolloutReport of(Run<?, ?> run, RolloutPlan plan, String id) {
        return new RolloutReport(run, plan, id);
    }

    /** What people decided on the report since. What makes no sense any more stays on the report, without effect. */
    RolloutState withDecisions(RolloutState kept) {
        RolloutState next = kept;
        for (RolloutDecision decision : action().decisions()) {
            if (!next.decisions().contains(decision)
                    && decision.refusal(plan, next).isEmpty()) {
                next = next.decided(plan, decision);
            }
        }
        return next;
    }

    /** Tells what is new since a state that was told. The report comes first: a cluster that is busy does not keep it. */
    void tell(PrintStream log, RolloutState before, RolloutState after, ClusterConnection cluster) throws IOException {
        RolloutWords.log(plan, before, after).forEach(line -> log.println(LogLine.of(line)));
        boolean moved = before.transitions().size() != after.transitions().size();
        boolean news = moved
                || before.verdicts().size() != after.verdicts().size()
                || before.decisions().size() != after.decisions().size()
                || before.transitions().isEmpty()
                || !before.waitingFor().equals(after.waitingFor());
        if (after.decisions().size() != before.decisions().size()
                || after.phase().isFinal()) {
            audit(after);
        }
        if (news) {
            String address = after.phase().isFinal() ? cluster.address(plan) : null;
            action().publish(run, plan, after, address);
            DeliveryFigures.get().note(plan, before, after);
            new RolloutStatus(cluster.cluster(after), DeliveryClock.get().clock())
                    .publish(plan, before, after)
                    .ifPresent(problem -> log.println("[" + plan.app() + "] " + problem));
            look(before, after, cluster);
        }
    }

    /** At the pods, for the page. No users wait for it who have to be sent back now. */
    private void look(RolloutState before, RolloutState after, ClusterConnection cluster) throws IOException {
        boolean turning = after.phase() == Phase.RESTORE && before.phase() != Phase.RESTORE;
        if (after.facts() == null || turning && before.weight() > 0) {
            return;
        }
        Instant now = DeliveryClock.get().clock().instant();
        Optional<RolloutPods> seen = RolloutPods.look(cluster.cluster(after), after.facts(), now);
        SeenPods known = action().pods(run);
        if (seen.isPresent() && known.isNews(seen.get())) {
            action().saw(known.and(seen.get(), turning || after.ending() == null));
            action().publish(run, plan, after, null);
        }
    }

    /** The last lines, the news, and what is on record from now on. */
    void conclude(PrintStream log, RolloutState last) {
        String words = RolloutWords.headline(plan, last);
        log.println(LogLine.of(words));
        last.recovery().forEach(command -> log.println("  " + command));
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("build", run.getFullDisplayName());
        facts.put("environment", plan.target().environment());
        facts.put("application", plan.app());
        facts.put("version", RolloutWords.version(last, plan));
        String event = RolloutWords.event(last.phase());
        String title = plan.app() + " in " + plan.target().environment();
        News.send(run, plan.target().environment(), event, title, words, action().getUrlName(), facts);
        DeploymentRecorder.over(run);
    }

    private void audit(RolloutState state) {
        String subject = run.getUrl() + action().getUrlName() + "/";
        AuditLogs.get().append(run.getParent(), RolloutAudit.events(plan, state, subject), 0);
    }

    private RolloutAction action() {
        return RolloutAction.of(run, plan, id);
    }

    @CheckForNull
    String address() {
        return action().getAddress();
    }
}
