package io.jenkins.plugins.delivery.environments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.delivery.engine.journal.RecordJson;
import io.jenkins.plugins.delivery.engine.record.DeploymentRecord;
import io.jenkins.plugins.delivery.reports.Download;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What runs where, how it got there and how it is delivered, as CSV. */
public final class HistoryFiles {
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final JsonTable RUNNING = new JsonTable(
            "/environment",
            "/application",
            "/running/version",
            "/running/image",
            "/running/strategy",
            "/running/since",
            "/running/startedBy",
            "/running/approvedBy",
            "/running/build",
            "/lastAttempt/version",
            "/lastAttempt/outcome",
            "/lastAttempt/since",
            "/lastAttempt/reason",
            "/certain",
            "/openIncidents");

    private static final JsonTable DEPLOYMENTS = new JsonTable(
            "/id",
            "/application",
            "/environment",
            "/version",
            "/image",
            "/commits",
            "/firstCommitAt",
            "/strategy",
            "/build",
            "/startedBy",
            "/approvedBy",
            "/evidenceDigest",
            "/startedAt",
            "/finishedAt",
            "/outcome",
            "/reason");

    private static final JsonTable DORA = new JsonTable(
            "/figure",
            "/environment",
            "/application",
            "/from",
            "/to",
            "/zone",
            "/available",
            "/value",
            "/unit",
            "/count",
            "/of",
            "/level",
            "/reason",
            "/definition");

    private HistoryFiles() {}

    /** A line for each application of each environment. */
    public static Download running(EnvironmentsModel model) {
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode environment : tree(model.json()).path("environments")) {
            for (JsonNode application : environment.path("applications")) {
                rows.add(((ObjectNode) application).set("environment", environment.path("name")));
            }
        }
        return new Download("environments.csv", CSV, out -> write(out, RUNNING, rows));
    }

    /**
     * A line for each deployment, the first one first.
     *
     * @param environment only to this one; empty for all
     * @param application only of this one; empty for all
     */
    public static Download deployments(
            VisibleHistory history, @CheckForNull String environment, @CheckForNull String application) {
        String where = Util.fixEmptyAndTrim(environment);
        String what = Util.fixEmptyAndTrim(application);
        List<DeploymentRecord> deployments = history.deployments().stream()
                .filter(record -> where == null || record.environment().equals(where))
                .filter(record -> what == null || record.application().equals(what))
                .toList();
        return new Download("deployments.csv", CSV, out -> {
            write(out, DEPLOYMENTS, List.of());
            for (DeploymentRecord deployment : deployments) {
                line(out, DEPLOYMENTS.line(parsed(deployment)));
            }
        });
    }

    /** A line for each of the four figures. */
    public static Download dora(Map<String, Object> figures) {
        JsonNode model = tree(figures);
        List<JsonNode> rows = new ArrayList<>();
        model.fields().forEachRemaining(field -> {
            if (field.getValue().isObject()) {
                ObjectNode row = ((ObjectNode) field.getValue()).put("figure", field.getKey());
                for (String scope : List.of("environment", "application", "from", "to", "zone")) {
                    row.set(scope, model.path(scope));
                }
                rows.add(row);
            }
        });
        return new Download("dora.csv", CSV, out -> write(out, DORA, rows));
    }

    private static void write(OutputStream out, JsonTable table, List<JsonNode> rows) throws IOException {
        line(out, table.head());
        for (JsonNode row : rows) {
            line(out, table.line(row));
        }
    }

    private static void line(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode tree(Map<String, Object> model) {
        return JSON.valueToTree(model);
    }

    private static JsonNode parsed(DeploymentRecord deployment) throws JsonProcessingException {
        return JSON.readTree(RecordJson.write(deployment));
    }
}
