package io.jenkins.plugins.delivery.steps;

import hudson.Util;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.notify.Notification;
import io.jenkins.plugins.delivery.notify.NotificationTargets;
import java.util.Map;
import jenkins.model.Jenkins;

/** Sends what happened to a build, in the background. */
public final class News {
    private News() {}

    public static void send(
            Run<?, ?> run,
            String environment,
            String event,
            String title,
            String text,
            String report,
            Map<String, String> facts) {
        DeliveryClock clock = DeliveryClock.get();
        String link = Util.fixNull(Jenkins.get().getRootUrl()) + run.getUrl() + report + "/";
        Notification news =
                new Notification(event, title, text, link, facts, clock.clock().instant());
        clock.io()
                .execute(() -> NotificationTargets.get().send(run, environment, news, clock::schedule, clock.clock()));
    }
}
