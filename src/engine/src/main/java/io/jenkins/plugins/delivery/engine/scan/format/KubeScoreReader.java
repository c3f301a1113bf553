package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;

/** kube-score, with the lower-case keys of its {@code v1} output and the capitalised ones before: checks below grade 10. */
final class KubeScoreReader extends ElementReader {
    private static final int PASSED = 10;

    KubeScoreReader() {
        super(
                "kube-score",
                "kube-score",
                SeverityTable.otherwise(Severity.MEDIUM)
                        .with(Severity.CRITICAL, "critical")
                        .with(Severity.MEDIUM, "warning")
                        .with(Severity.LOW, "almost_ok"),
                Places.of("[]"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.hasAll("[].object_name", "[].checks[]") || outline.hasAll("[].ObjectName", "[].Checks[]");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        for (JsonNode check : each(element.has("checks") ? element.path("checks") : element.path("Checks"))) {
            boolean skipped =
                    check.path("skipped").asBoolean() || check.path("Skipped").asBoolean();
            int grade = check.has("grade") ? number(check, "grade") : number(check, "Grade");
            if (!skipped && grade < PASSED) {
                finding(element, check, grade, reading);
            }
        }
    }

    private static void finding(JsonNode object, JsonNode check, int grade, Reading reading) {
        JsonNode rule = check.has("check") ? check.path("check") : check.path("Check");
        String subject = firstText(object, "object_name", "ObjectName");
        StringBuilder message = new StringBuilder(String.valueOf(firstText(rule, "name", "Name")));
        for (JsonNode comment : each(check.has("comments") ? check.path("comments") : check.path("Comments"))) {
            message.append("; ").append(firstText(comment, "summary", "Summary"));
        }
        String file = firstText(object, "file_name", "FileName");
        reading.sink.finding(reading.draft(Kind.INFRASTRUCTURE, word(grade))
                .rule(firstText(rule, "id", "ID"))
                .message(message + " (" + subject + ")")
                .place(file == null ? subject : file, number(object, "file_row"))
                .identity(subject));
    }

    private static String word(int grade) {
        if (grade < 5) {
            return "CRITICAL";
        }
        return grade < 7 ? "WARNING" : "ALMOST_OK";
    }
}
