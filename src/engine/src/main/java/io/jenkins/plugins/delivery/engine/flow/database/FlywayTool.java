package io.jenkins.plugins.delivery.engine.flow.database;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Flyway: the JSON of its command line, or the table that its plugins for build tools print.
 *
 * @see <a href="https://documentation.red-gate.com/flyway/reference/commands/info">flyway info</a>
 */
final class FlywayTool implements MigrationTool {
    private static final Pattern ROW = Pattern.compile(
            "(?:\\[INFO] )?\\| (Versioned|Repeatable|Undo|Baseline)?\\s*\\| ?(.*?)\\s*\\| (.*?)\\s*\\| (.*?)\\s*\\| (.*?)\\s*\\| (.*?)\\s*\\|(?: (.*?)\\s*\\|)?");
    private static final Pattern PLAIN_ERROR = Pattern.compile("(?:\\[)?ERROR(?:])?:? +(.+)");

    @Override
    public List<Migration> migrations(String text) {
        JsonNode json = json(text);
        List<Migration> migrations = new ArrayList<>();
        if (json.isObject()) {
            for (JsonNode one : json.path("migrations")) {
                migrations.add(new Migration(
                        id(
                                one.path("version").asText(""),
                                one.path("description").asText()),
                        one.path("description").asText(),
                        state(one.path("state").asText()),
                        one.path("filepath").asText(""),
                        one.path("undoable").asText().equals("Yes")));
            }
            return migrations;
        }
        text.lines().map(ROW::matcher).filter(Matcher::matches).forEach(row -> {
            if (!row.group(2).equals("Version")) {
                migrations.add(new Migration(
                        id(row.group(2), row.group(3)),
                        row.group(3),
                        state(row.group(6)),
                        "",
                        "Yes".equals(row.group(7))));
            }
        });
        return migrations;
    }

    private static String id(String version, String description) {
        return version.isEmpty() ? "R " + description : version;
    }

    private static Migration.State state(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "pending", "above target", "available", "outdated", "undone", "ignored" -> Migration.State.PENDING;
            case "success", "out of order", "baseline", "superseded" -> Migration.State.APPLIED;
            case "failed", "failed (missing)", "failed (future)" -> Migration.State.FAILED;
            default -> Migration.State.OTHER;
        };
    }

    @Override
    public Optional<String> error(String text) {
        JsonNode json = json(text);
        if (json.isObject()) {
            String message = json.path("error").path("message").asText("");
            String invalid = json.path("allErrorMessages").asText("");
            return Optional.of(message.isEmpty() ? invalid : message)
                    .filter(words -> !words.isEmpty() && !words.equals("null"))
                    .map(words -> words.replaceAll("-{5,}", "")
                            .replaceAll("\\s*\\n\\s*", " ; ")
                            .strip());
        }
        return text.lines()
                .map(PLAIN_ERROR::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    @Override
    public Optional<String> advice(String text) {
        if (text.contains("Detected failed migration") || text.contains("FAILED_VERSIONED_MIGRATION")) {
            return Optional.of(
                    "Correct the migration, and run the stage again. Where the database has no transactional DDL, take back by"
                            + " hand what the failed one did, and run 'flyway repair' first.");
        }
        if (text.contains("checksum mismatch")) {
            return Optional.of(
                    "A migration that was applied must not be changed: restore its file, and write a new migration.");
        }
        return Optional.empty();
    }

    /** Programs in front of it may print lines of their own. */
    private static JsonNode json(String text) {
        int from = text.startsWith("{") ? 0 : text.indexOf("\n{") + 1;
        return text.startsWith("{", from) ? ReportInput.json(text.substring(from)) : ReportInput.json("");
    }
}
