package io.jenkins.plugins.delivery.rehearsal.scenario;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.delivery.engine.approval.VoteResult;
import io.jenkins.plugins.delivery.engine.argument.Wildcard;
import io.jenkins.plugins.delivery.rehearsal.scenario.RehearsalSettings.Person;
import io.jenkins.plugins.delivery.rehearsal.scenario.Scenario.Approval;
import io.jenkins.plugins.delivery.steps.approval.ApprovalAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets people decide as the scenario says. Where nobody is mentioned, as many as the gate wants approve, of those who may. */
final class ScriptedApprovals {
    private static final String REASON = "The checks passed.";

    private final Scene scene;
    private final List<Approval> left;

    ScriptedApprovals(Scene scene, List<Approval> script) {
        this.scene = scene;
        this.left = new ArrayList<>(script);
    }

    void decideLater(ApprovalAction action) {
        Approval next = next(action).orElse(new Approval("", "", "", "approve", REASON, Duration.ofSeconds(10)));
        if (next.decision().equals("silence")) {
            return;
        }
        String build = action.getRun().getExternalizableId();
        String id = action.approval().request().id();
        scene.clock().schedule(next.after(), () -> {
            // The clock is nobody, and nobody sees no build; who votes is said with the vote.
            try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
                decide(build, id, next);
            }
        });
    }

    private synchronized Optional<Approval> next(ApprovalAction action) {
        String environment = String.valueOf(action.approval().request().environment());
        String message = action.approval().request().message();
        Optional<Approval> found = left.stream()
                .filter(one -> one.environment().isEmpty() || one.environment().equals(environment))
                .filter(one -> one.gate().isEmpty() || new Wildcard(one.gate()).matches(message))
                .findFirst();
        found.ifPresent(left::remove);
        return found;
    }

    /** The controller may have been restarted since: the gate is looked up again. */
    private void decide(String build, String id, Approval how) {
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            Run<?, ?> run = Run.fromExternalizableId(build);
            ApprovalAction action = run == null ? null : find(run, id);
            if (action != null) {
                decide(action, how);
            }
        }
    }

    private void decide(ApprovalAction action, Approval how) {
        boolean approve = how.decision().equals("approve");
        String reason = how.reason().isEmpty() ? REASON : how.reason();
        for (String person : candidates(how)) {
            User user = User.getById(person, true);
            boolean voted = user != null && action.decide(user, approve, reason) instanceof VoteResult.Accepted;
            if (voted && !action.approval().isOpen()) {
                return;
            }
        }
    }

    private List<String> candidates(Approval how) {
        return how.by().isEmpty()
                ? scene.settings().users().stream().map(Person::name).toList()
                : List.of(how.by());
    }

    @CheckForNull
    private static ApprovalAction find(Run<?, ?> run, String id) {
        return run.getActions(ApprovalAction.class).stream()
                .filter(action -> action.approval().request().id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
