package io.jenkins.plugins.delivery.settings;

import hudson.util.FormValidation;
import io.jenkins.plugins.delivery.config.MetricProviderSettings;
import io.jenkins.plugins.delivery.config.MetricProviderType;
import io.jenkins.plugins.delivery.credentials.AdministratorCredentials;
import io.jenkins.plugins.delivery.credentials.HttpAuthorization;
import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.analysis.preset.MetricPreset;
import io.jenkins.plugins.delivery.engine.analysis.source.AlertmanagerProvider;
import io.jenkins.plugins.delivery.engine.analysis.source.Endpoint;
import io.jenkins.plugins.delivery.engine.analysis.source.PrometheusProvider;
import io.jenkins.plugins.delivery.engine.analysis.source.WebProvider;
import io.jenkins.plugins.delivery.pages.Messages;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Asks a metric provider once: a preset's query where it understands presets, whether an alert fires, or its number. */
final class ProviderTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    private final MetricProviderSettings settings;

    ProviderTest(MetricProviderSettings settings) {
        this.settings = settings;
    }

    FormValidation run() {
        if (settings.getType() == MetricProviderType.KUBERNETES_METRICS) {
            return FormValidation.ok(Messages.SettingsTests_byCluster());
        }
        if (settings.getUrl() == null) {
            return FormValidation.error(Messages.SettingsTests_noUrl());
        }
        try {
            Measurement answer = ask();
            return answer instanceof Measurement.Failed
                    ? said(answer)
                    : presets().orElseGet(() -> said(answer));
        } catch (IOException | RuntimeException e) {
            return FormValidation.error(SettingsTests.said(e));
        }
    }

    private Measurement ask() throws IOException {
        Instant now = DeliveryClock.get().clock().instant();
        Endpoint endpoint = endpoint();
        return SettingsTests.await(
                switch (settings.getType()) {
                    case WEB ->
                        new WebProvider(endpoint, settings.getUrl(), settings.getJsonPath())
                                .measure(settings.getJsonPath() == null ? "$" : settings.getJsonPath(), now);
                    case ALERTMANAGER -> new AlertmanagerProvider(endpoint).alerts("alertname=\"none\"", now);
                    case PROMETHEUS, KUBERNETES_METRICS -> new PrometheusProvider(endpoint).measure(query(), now);
                });
    }

    /** What the provider says against the first of one's own presets that it does not understand. */
    private Optional<FormValidation> presets() throws IOException {
        for (Map.Entry<String, String> preset : settings.ownPresets().entrySet()) {
            Measurement answer = SettingsTests.await(new PrometheusProvider(endpoint())
                    .measure(
                            filled(preset.getValue()),
                            DeliveryClock.get().clock().instant()));
            if (answer instanceof Measurement.Failed failed) {
                return Optional.of(FormValidation.error(preset.getKey() + ": " + failed.reason()));
            }
        }
        return Optional.empty();
    }

    private Endpoint endpoint() throws IOException {
        String url = WebProvider.withoutPlaceholders(settings.getUrl());
        return new Endpoint(HTTP, URI.create(url), headers(url), TIMEOUT);
    }

    /** Of a preset, for a workload that nobody has: what matters is that the provider understands it. */
    private String query() {
        return filled(settings.getSource().queries(MetricPreset.REQUEST_RATE).value());
    }

    private static String filled(String query) {
        return query.replace("{{window}}", "5m").replace("{{canary}}", "=").replaceAll("\\{\\{\\w+}}", "test");
    }

    private Map<String, String> headers(String url) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(settings.requestHeaders());
        if (settings.getCredentialsId() != null) {
            headers.put(
                    "Authorization",
                    HttpAuthorization.header(AdministratorCredentials.find(settings.getCredentialsId(), url)));
        }
        return headers;
    }

    private static FormValidation said(Measurement answer) {
        if (answer instanceof Measurement.Failed failed) {
            return FormValidation.error(failed.reason());
        }
        return FormValidation.ok(
                answer instanceof Measurement.Value value
                        ? Messages.SettingsTests_value(value.number())
                        : Messages.SettingsTests_answered());
    }
}
