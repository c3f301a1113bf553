package io.jenkins.plugins.delivery.steps.approval;

import hudson.model.Item;
import hudson.model.User;
import io.jenkins.plugins.delivery.config.DeliveryPermissions;
import io.jenkins.plugins.delivery.engine.approval.Approval;
import io.jenkins.plugins.delivery.engine.approval.Choice;
import io.jenkins.plugins.delivery.engine.approval.VoteResult;
import io.jenkins.plugins.delivery.engine.approval.Voter;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/** What who looks at an approval may do with it now. For pages: what is done is checked again. */
record ApprovalReader(ApprovalAction action) {
    /** Whether it waits for them: their consent would count, and they have not given it yet. */
    boolean isAsked() {
        return choices().contains("approve");
    }

    /** What to answer. */
    List<String> choices() {
        User user = User.current();
        if (user == null
                || !action.getRun().hasPermission(Item.READ)
                || !action.getRun().hasPermission(DeliveryPermissions.APPROVE)) {
            return List.of();
        }
        Approval approval = action.approval();
        Voter voter = voter(user);
        return Stream.of(Choice.values())
                .filter(choice -> approval.invites(voter, choice, now()))
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whether to ask for an override. */
    boolean mayOverride() {
        return User.current() != null
                && action.getRun().hasPermission(DeliveryPermissions.OVERRIDE)
                && isUndecidedOrWaiting()
                && action.approval().override() == null
                && action.window().closedBecause().isPresent();
    }

    /** Whether to agree to the override that somebody asks for. */
    boolean mayConfirm() {
        User user = User.current();
        Approval approval = action.approval();
        return user != null
                && action.getRun().hasPermission(DeliveryPermissions.APPROVE)
                && approval.confirmOverride(voter(user), "", now()) instanceof VoteResult.Accepted;
    }

    /** All of it, and why an approval would not take effect now. */
    Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("forMe", isAsked());
        model.put("choices", choices());
        model.put("overridable", mayOverride());
        model.put("confirmable", mayConfirm());
        model.put("windows", action.window().windows());
        model.put(
                "closedBecause",
                isUndecidedOrWaiting() ? action.window().closedBecause().orElse("") : "");
        return model;
    }

    private boolean isUndecidedOrWaiting() {
        return action.approval().isOpen() || action.isWaitingForWindow();
    }

    private static Instant now() {
        return DeliveryClock.get().clock().instant();
    }

    private static Voter voter(User user) {
        return Voters.of(user, Jenkins.getAuthentication2());
    }
}
