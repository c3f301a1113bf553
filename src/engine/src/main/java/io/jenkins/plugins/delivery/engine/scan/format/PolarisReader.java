package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;

/** Polaris: checks that a controller, its pod or one of its containers did not pass. */
final class PolarisReader extends ElementReader {
    PolarisReader() {
        super(
                "polaris",
                "Polaris",
                SeverityTable.otherwise(Severity.MEDIUM)
                        .with(Severity.HIGH, "danger", "error")
                        .with(Severity.MEDIUM, "warning")
                        .with(Severity.INFO, "ignore"),
                Places.of("Results[]"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.hasAll("PolarisOutputVersion", "Results[]") || outline.has("Results[].PodResult");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        String subject = text(element, "Kind") + "/" + text(element, "Name");
        checks(element.path("Results"), subject, reading);
        JsonNode pod = element.path("PodResult");
        checks(pod.path("Results"), subject, reading);
        for (JsonNode container : each(pod.path("ContainerResults"))) {
            checks(container.path("Results"), subject + "/" + text(container, "Name"), reading);
        }
    }

    private static void checks(JsonNode results, String subject, Reading reading) {
        for (JsonNode check : results) {
            if (check.has("Success") && !check.path("Success").asBoolean()) {
                reading.sink.finding(reading.draft(Kind.INFRASTRUCTURE, text(check, "Severity"))
                        .rule(text(check, "ID"))
                        .message(text(check, "Message") + " (" + subject + ")")
                        .place(subject, 0)
                        .identity(subject));
            }
        }
    }
}
