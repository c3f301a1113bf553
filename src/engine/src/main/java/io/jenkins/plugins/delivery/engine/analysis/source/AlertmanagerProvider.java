package io.jenkins.plugins.delivery.engine.analysis.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.delivery.engine.analysis.AlertMatchers;
import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Alerts;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Failed;
import io.jenkins.plugins.delivery.engine.analysis.MetricProvider;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Alertmanager: alerts that fire and are neither silenced nor inhibited, {@code GET /api/v2/alerts}.
 *
 * @see <a href="https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml">API v2</a>
 */
public final class AlertmanagerProvider implements MetricProvider {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Endpoint endpoint;

    public AlertmanagerProvider(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public CompletableFuture<Measurement> measure(String query, Instant at) {
        return CompletableFuture.completedFuture(new Failed("an Alertmanager knows alerts, and no numbers", true));
    }

    @Override
    public CompletableFuture<Measurement> alerts(String matchers, Instant at) {
        String filters = AlertMatchers.split("alerts", matchers).stream()
                .map(matcher -> "&filter=" + Endpoint.encode(matcher))
                .collect(Collectors.joining());
        return endpoint.get(
                endpoint.at("/api/v2/alerts?active=true&silenced=false&inhibited=false" + filters),
                AlertmanagerProvider::read);
    }

    /** It has no way to check matchers alone, and to ask costs it little. */
    @Override
    public CompletableFuture<Optional<String>> problemOfAlerts(String matchers) {
        return alerts(matchers, Instant.EPOCH)
                .thenApply(answer -> answer instanceof Failed failed && failed.refused()
                        ? Optional.of(failed.reason())
                        : Optional.empty());
    }

    private static Measurement read(int status, byte[] body) {
        try {
            JsonNode answer = JSON.readTree(body);
            if (status != 200 || answer == null || !answer.isArray()) {
                String said = answer == null
                        ? ""
                        : answer.isTextual()
                                ? answer.asText()
                                : answer.path("message").asText();
                return new Failed(
                        "HTTP " + status + (said.isEmpty() ? ", without a list of alerts" : ", " + said),
                        status == 400);
            }
            List<String> firing = new ArrayList<>();
            answer.forEach(
                    alert -> firing.add(alert.path("labels").path("alertname").asText("an alert without a name")));
            return new Alerts(firing);
        } catch (IOException e) {
            return new Failed("HTTP " + status + ", and the answer is not JSON");
        }
    }
}
