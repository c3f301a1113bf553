package io.jenkins.plugins.delivery.steps.rollout;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Run;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.MetricProviderSettings;
import io.jenkins.plugins.delivery.config.MetricProviderType;
import io.jenkins.plugins.delivery.credentials.BuildCredentials;
import io.jenkins.plugins.delivery.credentials.HttpAuthorization;
import io.jenkins.plugins.delivery.credentials.KubernetesClients;
import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.analysis.MetricProvider;
import io.jenkins.plugins.delivery.engine.analysis.source.AlertmanagerProvider;
import io.jenkins.plugins.delivery.engine.analysis.source.Endpoint;
import io.jenkins.plugins.delivery.engine.analysis.source.KubernetesMetricsProvider;
import io.jenkins.plugins.delivery.engine.analysis.source.PrometheusProvider;
import io.jenkins.plugins.delivery.engine.analysis.source.WebProvider;
import io.jenkins.plugins.delivery.engine.rollout.Target;
import io.jenkins.plugins.delivery.kept.KeptSettings;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Makes metric providers out of the administrator's settings, with the rights of one build. */
final class MetricProviders {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** One for all: it has one thread, however many rollouts wait for answers. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    private final Target target;
    private final Run<?, ?> run;

    /** Null for a rollout that an older release began. */
    @CheckForNull
    private final KeptSettings kept;

    MetricProviders(Target target, Run<?, ?> run, @CheckForNull KeptSettings kept) {
        this.target = target;
        this.run = run;
        this.kept = kept;
    }

    /** The provider of a name; one that cannot be used answers why. */
    MetricProvider named(String name) {
        try {
            return of(kept == null ? DeliveryConfiguration.get().metricProvider(name) : kept.provider(name));
        } catch (AbortException | IllegalArgumentException e) {
            Measurement why = new Measurement.Failed(String.valueOf(e.getMessage()));
            return (query, at) -> CompletableFuture.completedFuture(why);
        }
    }

    private MetricProvider of(MetricProviderSettings settings) throws AbortException {
        if (settings.getType() == MetricProviderType.KUBERNETES_METRICS) {
            return new KubernetesMetricsProvider(
                    this::client, DeliveryClock.get().io(), TIMEOUT);
        }
        String url = settings.getUrl();
        if (url == null) {
            throw new AbortException("the metric provider '" + settings.getName() + "' has no URL in its settings");
        }
        Endpoint endpoint = new Endpoint(
                HTTP,
                URI.create(WebProvider.withoutPlaceholders(url)),
                headers(settings, WebProvider.withoutPlaceholders(url)),
                TIMEOUT);
        return switch (settings.getType()) {
            case WEB -> new WebProvider(endpoint, url, settings.getJsonPath());
            case ALERTMANAGER -> new AlertmanagerProvider(endpoint);
            case PROMETHEUS, KUBERNETES_METRICS -> new PrometheusProvider(endpoint);
        };
    }

    private KubernetesClient client() throws IOException {
        return kept == null
                ? KubernetesClients.open(DeliveryConfiguration.get().environment(target.environment()), run)
                : KubernetesClients.open(kept.connection(run));
    }

    private Map<String, String> headers(MetricProviderSettings settings, String url) throws AbortException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(settings.requestHeaders());
        if (settings.getCredentialsId() != null) {
            StandardCredentials credential =
                    BuildCredentials.find(settings.getCredentialsId(), StandardCredentials.class, run, url);
            headers.put("Authorization", HttpAuthorization.header(credential));
        }
        return headers;
    }
}
