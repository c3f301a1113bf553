package io.jenkins.plugins.delivery.config;

import io.jenkins.plugins.delivery.engine.argument.Choices;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What notification targets can be told of. */
public final class NotificationEvents {
    /** All of them. */
    public static final List<String> KNOWN = List.of(
            "approval.requested",
            "approval.reminder",
            "approval.decided",
            "override.requested",
            "override.confirmed",
            "deployment.succeeded",
            "deployment.rolled-back",
            "deployment.stuck");

    private NotificationEvents() {}

    /** @throws IllegalArgumentException naming the nearest one, if there is no such event */
    static ArrayList<String> checked(Collection<String> typed) {
        ArrayList<String> events = Words.of(typed);
        events.forEach(event -> Choices.pick("events", "event", event, KNOWN));
        return events;
    }
}
