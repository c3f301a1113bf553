package io.jenkins.plugins.delivery.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.flow.ReportKinds;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a tool around a release reported. */
public final class FlowReportAction extends DeliveryReport {
    private final String id;
    private final String reportKind;

    private FlowReportAction(String kind, String name, String id) {
        super(kind, name);
        this.id = id;
        reportKind = kind;
    }

    /** The report with this id, new if the build has none yet: a step that is resumed goes on with its own. */
    static FlowReportAction of(Run<?, ?> run, String kind, String name, String id) {
        return run.getActions(FlowReportAction.class).stream()
                .filter(action -> action.id.equals(id))
                .findFirst()
                .orElseGet(() -> new FlowReportAction(kind, name, id));
    }

    boolean isOf(String kind, String name) {
        return reportKind.equals(kind) && getName().equals(name);
    }

    @Override
    public String getTitle() {
        return ReportKinds.all().stream()
                .filter(kind -> kind.id().equals(reportKind))
                .map(kind -> kind.title())
                .findFirst()
                .orElse(reportKind);
    }

    @Override
    public String getIconFileName() {
        return "symbol-reader-outline plugin-ionicons-api";
    }

    void publish(Run<?, ?> owner, FlowReport report) throws IOException {
        publish(owner, report.verdict(), report.headline(), report.figures(), report.model());
    }

    void publishFailure(Run<?, ?> owner, String why) throws IOException {
        publish(owner, ReportVerdict.FAILED, why, List.of(), Map.of("violations", List.of(why)));
    }

    /** The lines of the report's table. */
    public List<Line> getLines() {
        List<Line> lines = new ArrayList<>();
        model().path("rows").forEach(row -> lines.add(new Line(row.path("tone").asText(), texts(row.path("cells")))));
        return lines;
    }

    private JsonNode model() {
        JsonNode model = getModel();
        return model == null ? MissingNode.getInstance() : model;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** One line of the table. */
    public record Line(String tone, List<String> cells) {
        /** A class of Jenkins's design library. */
        public String getColour() {
            return switch (tone) {
                case "DANGER" -> "jenkins-!-error-color";
                case "WARNING" -> "jenkins-!-warning-color";
                case "GOOD" -> "jenkins-!-success-color";
                default -> "";
            };
        }
    }
}
