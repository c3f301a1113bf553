package io.jenkins.plugins.delivery.steps;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.MetricProviderSettings;
import io.jenkins.plugins.delivery.credentials.BuildCredentials;
import io.jenkins.plugins.delivery.engine.analysis.Analyst;
import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.analysis.MetricArguments;
import io.jenkins.plugins.delivery.engine.analysis.MetricProvider;
import io.jenkins.plugins.delivery.engine.analysis.MetricSpec;
import io.jenkins.plugins.delivery.engine.analysis.source.Endpoint;
import io.jenkins.plugins.delivery.engine.analysis.source.PrometheusProvider;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The metrics of a rollout, and the providers that answer for them. */
final class RolloutMetrics {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** One for all: it has one thread, however many rollouts wait for answers. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    private RolloutMetrics() {}

    /** The plan with the metrics that a Jenkinsfile asks for. */
    static RolloutPlan with(RolloutPlan plan, @CheckForNull List<?> metrics) {
        List<String> providers = DeliveryConfiguration.get().getMetricProviders().stream()
                .map(MetricProviderSettings::getName)
                .toList();
        return plan.judgedBy(MetricArguments.parse("metrics", metrics, providers));
    }

    /** Asks the providers of a plan with the rights of a build. One that cannot be used answers why. */
    static Analyst analyst(RolloutPlan plan, Run<?, ?> run) {
        Map<String, MetricProvider> providers = new HashMap<>();
        for (MetricSpec metric : plan.metrics()) {
            providers.computeIfAbsent(metric.provider(), name -> provider(name, run));
        }
        return new Analyst(providers);
    }

    private static MetricProvider provider(String name, Run<?, ?> run) {
        try {
            MetricProviderSettings settings = DeliveryConfiguration.get().metricProvider(name);
            if (settings.getUrl() == null) {
                throw new AbortException("the metric provider '" + name + "' has no URL in its settings");
            }
            return new PrometheusProvider(
                    new Endpoint(HTTP, URI.create(settings.getUrl()), headers(settings, run), TIMEOUT));
        } catch (AbortException | IllegalArgumentException e) {
            Measurement why = new Measurement.Failed(String.valueOf(e.getMessage()));
            return (query, at) -> CompletableFuture.completedFuture(why);
        }
    }

    private static Map<String, String> headers(MetricProviderSettings settings, Run<?, ?> run) throws AbortException {
        if (settings.getCredentialsId() == null) {
            return Map.of();
        }
        StandardCredentials credential =
                BuildCredentials.find(settings.getCredentialsId(), StandardCredentials.class, run, settings.getUrl());
        return Map.of("Authorization", SmokeCredentials.header(credential));
    }
}
