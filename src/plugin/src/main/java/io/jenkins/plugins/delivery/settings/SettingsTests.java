package io.jenkins.plugins.delivery.settings;

import hudson.Extension;
import hudson.util.FormValidation;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.delivery.config.ClusterSettings;
import io.jenkins.plugins.delivery.config.ConnectionTests;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.config.MetricProviderSettings;
import io.jenkins.plugins.delivery.config.NotificationTargetSettings;
import io.jenkins.plugins.delivery.credentials.KubernetesClients;
import io.jenkins.plugins.delivery.engine.cluster.Access;
import io.jenkins.plugins.delivery.engine.cluster.KubernetesCluster;
import io.jenkins.plugins.delivery.engine.manifest.Permissions;
import io.jenkins.plugins.delivery.engine.notify.Notification;
import io.jenkins.plugins.delivery.engine.rollout.Needs;
import io.jenkins.plugins.delivery.notify.NotificationTargets;
import io.jenkins.plugins.delivery.pages.Messages;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jenkins.model.Jenkins;

/** Tries settings out, as they are in the form, before they are saved. What fails is said as it was told to us. */
@Extension
public final class SettingsTests extends ConnectionTests {
    private static final int PATIENCE_SECONDS = 20;

    @Override
    protected FormValidation cluster(ClusterSettings settings) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        try (KubernetesClient client = KubernetesClients.tryOut(settings)) {
            List<FormValidation> missing = new ArrayList<>();
            Set<String> namespaces = namespaces(settings);
            for (String namespace : namespaces) {
                List<Access> rights =
                        Permissions.missing(new KubernetesCluster(client, namespace), Needs.ofAnyRollout());
                if (!rights.isEmpty()) {
                    missing.add(FormValidation.warning(namespace + ": " + Permissions.message(namespace, rights)));
                }
            }
            return missing.isEmpty()
                    ? FormValidation.ok(Messages.SettingsTests_cluster(String.join(", ", namespaces)))
                    : FormValidation.aggregate(missing);
        } catch (IOException | RuntimeException e) {
            return FormValidation.error(said(e));
        }
    }

    /** Those that environments use, or that are allowed by name; what is left is the one that every cluster has. */
    private static Set<String> namespaces(ClusterSettings settings) {
        Set<String> namespaces = new TreeSet<>();
        for (EnvironmentSettings environment : DeliveryConfiguration.get().getEnvironments()) {
            if (settings.getName().equals(environment.getCluster())
                    && settings.allowsNamespace(environment.getNamespace())) {
                namespaces.add(environment.getNamespace());
            }
        }
        settings.getAllowedNamespaces().stream()
                .filter(pattern -> !pattern.contains("*"))
                .forEach(namespaces::add);
        return namespaces.isEmpty() ? Set.of("default") : namespaces;
    }

    @Override
    protected FormValidation metricProvider(MetricProviderSettings settings) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return new ProviderTest(settings).run();
    }

    @Override
    protected FormValidation notificationTarget(NotificationTargetSettings settings) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        try {
            await(NotificationTargets.get()
                    .tryOut(
                            settings,
                            new Notification(
                                    "test",
                                    Messages.SettingsTests_subject(),
                                    Messages.SettingsTests_message(),
                                    Objects.toString(Jenkins.get().getRootUrl(), "http://localhost/"),
                                    Map.of(),
                                    DeliveryClock.get().clock().instant()),
                            DeliveryClock.get().clock()));
            return FormValidation.ok(Messages.SettingsTests_sent());
        } catch (IOException | RuntimeException e) {
            return FormValidation.error(said(e));
        }
    }

    /** The answer, waited for as long as somebody looks at a button. */
    static <T> T await(CompletableFuture<T> answer) throws IOException {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(said(e.getCause()), e);
        } catch (TimeoutException e) {
            throw new IOException(Messages.SettingsTests_late(PATIENCE_SECONDS), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(Messages.SettingsTests_late(PATIENCE_SECONDS), e);
        }
    }

    static String said(Throwable problem) {
        String message = problem.getMessage();
        return message == null ? problem.getClass().getSimpleName() : message;
    }
}
