package io.jenkins.plugins.delivery.notify;

import hudson.AbortException;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.ProxyConfiguration;
import hudson.model.Run;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.NotificationTargetSettings;
import io.jenkins.plugins.delivery.credentials.AdministratorCredentials;
import io.jenkins.plugins.delivery.credentials.BuildCredentials;
import io.jenkins.plugins.delivery.engine.notify.Notification;
import io.jenkins.plugins.delivery.engine.notify.Notifier;
import io.jenkins.plugins.delivery.engine.notify.RetryingNotifier;
import io.jenkins.plugins.delivery.engine.notify.SlackNotifier;
import io.jenkins.plugins.delivery.engine.notify.TeamsNotifier;
import io.jenkins.plugins.delivery.engine.notify.WebhookNotifier;
import io.jenkins.plugins.delivery.engine.notify.WebhookSignature;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** The targets of the settings, as they are at the moment of each event. What fails is logged and changes nothing. */
@Extension
public final class NotificationTargets {
    private static final Logger LOGGER = Logger.getLogger(NotificationTargets.class.getName());

    private HttpClient client;
    /** Through which that one goes. */
    private ProxyConfiguration proxy;

    public static NotificationTargets get() {
        return ExtensionList.lookupSingleton(NotificationTargets.class);
    }

    /**
     * Sends news to everybody who wants it. Returns at once.
     *
     * @param environment that it is about; empty for none
     * @param later runs the further attempts
     */
    public void send(Run<?, ?> run, String environment, Notification news, RetryingNotifier.Later later, Clock clock) {
        for (NotificationTargetSettings target : DeliveryConfiguration.get().getNotificationTargets()) {
            if (target.wants(news.event(), environment)) {
                Secrets secrets =
                        of -> BuildCredentials.find(of.getCredentialsId(), StringCredentials.class, run, of.getUrl())
                                .getSecret()
                                .getPlainText();
                Notifier notifier =
                        notification -> notifier(target, secrets, clock).send(notification);
                new RetryingNotifier(notifier, RetryingNotifier.DELAYS, later, () -> ThreadLocalRandom.current()
                                .nextDouble())
                        .send(news)
                        .whenComplete((sent, failure) -> log(target, news, failure));
            }
        }
    }

    /** Sends one message to one target, once, for an administrator who tries its settings out. */
    public CompletableFuture<Void> tryOut(NotificationTargetSettings target, Notification message, Clock clock) {
        Secrets secrets = of -> {
            if (AdministratorCredentials.find(of.getCredentialsId(), of.getUrl()) instanceof StringCredentials secret) {
                return secret.getSecret().getPlainText();
            }
            throw new AbortException("its credential is no secret text");
        };
        return notifier(target, secrets, clock).send(message);
    }

    /** Where the secret of a target comes from. */
    private interface Secrets {
        String of(NotificationTargetSettings target) throws AbortException;
    }

    private Notifier notifier(NotificationTargetSettings target, Secrets secrets, Clock clock) {
        try {
            return switch (target.getType()) {
                case WEBHOOK ->
                    new WebhookNotifier(
                            client(),
                            URI.create(url(target)),
                            new WebhookSignature(secret(target, secrets).getBytes(StandardCharsets.UTF_8)),
                            clock);
                case SLACK -> new SlackNotifier(client(), URI.create(secret(target, secrets)));
                case TEAMS -> new TeamsNotifier(client(), URI.create(secret(target, secrets)));
                case EMAIL -> new MailNotifier(target.getRecipients());
            };
        } catch (AbortException e) {
            throw new IllegalStateException(e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            // The message of an address that is none would have the address in it, which may be secret.
            throw new IllegalStateException("its address is no URL");
        }
    }

    private static String url(NotificationTargetSettings target) throws AbortException {
        if (target.getUrl() == null) {
            throw new AbortException("it has no URL");
        }
        return target.getUrl();
    }

    private static String secret(NotificationTargetSettings target, Secrets secrets) throws AbortException {
        if (target.getCredentialsId() == null) {
            throw new AbortException("it has no credential");
        }
        return secrets.of(target);
    }

    /** Another one when the settings name another proxy. */
    private synchronized HttpClient client() {
        ProxyConfiguration now = Jenkins.get().getProxy();
        if (client == null || now != proxy) {
            proxy = now;
            client = JenkinsProxy.of(now)
                    .lead(HttpClient.newBuilder()
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .connectTimeout(Duration.ofSeconds(5)))
                    .build();
        }
        return client;
    }

    private static void log(NotificationTargetSettings target, Notification news, Throwable failure) {
        if (failure != null) {
            LOGGER.log(Level.WARNING, "The notification target {0} did not get {1}: {2}", new Object[] {
                target.getName(), news.event(), failure.getMessage()
            });
        }
    }
}
