package io.jenkins.plugins.delivery.steps.smoke;

import com.fasterxml.jackson.databind.JsonNode;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.smoke.SmokeReport;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a smoke test checked, and what came of it. */
public final class SmokeAction extends DeliveryReport {
    static final String KIND = "smoke-test";

    private static final int MOST_FAILURES = 50;

    private final String id;

    private SmokeAction(String name, String id) {
        super(KIND, name);
        this.id = id;
    }

    /** The report with this id, new if the build has none yet: a step that is resumed goes on with its own. */
    static SmokeAction of(Run<?, ?> run, String name, String id) {
        return run.getActions(SmokeAction.class).stream()
                .filter(action -> action.id.equals(id))
                .findFirst()
                .orElseGet(() -> new SmokeAction(name, id));
    }

    @Override
    public String getTitle() {
        return Messages.SmokeAction_title();
    }

    @Override
    public String getIconFileName() {
        return "symbol-pulse-outline plugin-ionicons-api";
    }

    void publishRunning(Run<?, ?> owner, String status, SmokeReport report) throws IOException {
        publish(owner, ReportVerdict.RUNNING, status, List.of(), SmokeWords.model(report));
    }

    void publish(Run<?, ?> owner, SmokeReport report) throws IOException {
        publish(
                owner,
                report.passed() ? ReportVerdict.PASSED : ReportVerdict.FAILED,
                report.summary(),
                SmokeWords.figures(report),
                SmokeWords.model(report));
    }

    void publishFailure(Run<?, ?> owner, String why) throws IOException {
        publish(owner, ReportVerdict.FAILED, why, List.of(), Map.of("checks", List.of()));
    }

    /** The checks, for the page. */
    public List<Map<String, String>> getRows() {
        List<Map<String, String>> rows = new ArrayList<>();
        JsonNode model = getModel();
        if (model != null) {
            for (JsonNode check : model.path("checks")) {
                Map<String, String> row = new LinkedHashMap<>();
                check.properties()
                        .forEach(field ->
                                row.put(field.getKey(), field.getValue().asText("")));
                rows.add(row);
            }
        }
        return rows;
    }

    /** Checks that failed, with what each of their attempts ended with. */
    public List<Failure> getFailures() {
        List<Failure> failures = new ArrayList<>();
        JsonNode model = getModel();
        if (model != null) {
            for (JsonNode check : model.path("checks")) {
                if (!check.path("passed").asBoolean() && failures.size() < MOST_FAILURES) {
                    List<String> timeline = new ArrayList<>();
                    check.path("timeline")
                            .forEach(entry -> timeline.add(entry.path("at").asText() + " "
                                    + entry.path("words").asText()));
                    failures.add(new Failure(check.path("name").asText(), timeline));
                }
            }
        }
        return failures;
    }

    /** A check that failed, for the page. */
    public record Failure(String name, List<String> timeline) {
        public String getName() {
            return name;
        }

        public List<String> getTimeline() {
            return timeline;
        }
    }
}
