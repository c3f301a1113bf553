package io.jenkins.plugins.delivery.engine.flow.image;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * Judges the configuration of an image.
 *
 * <p>Source of the fields: https://github.com/opencontainers/image-spec/blob/main/config.md; {@code Healthcheck} is Docker's own.
 */
final class Configuration {
    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i)(^|.*[_.-])(password|passwd|pwd|secret|token|api_?key|private_?key|access_?key|credentials?)([_.-].*)?$");
    private static final Pattern GIVEN_SECRET =
            Pattern.compile("(?i)\\b([A-Z0-9_]*(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY))=(\\S+)");
    private static final Pattern REFERENCE = Pattern.compile("[\"']?(\\$.*|/run/secrets/.*|\\*+)[\"']?");

    private final Findings findings;

    Configuration(Findings findings) {
        this.findings = findings;
    }

    void judge(JsonNode root) {
        JsonNode config = root.path("config");
        user(config.path("User").asText(""));
        if (config.path("Healthcheck").isMissingNode()) {
            findings.warning(
                    "health check",
                    "the image has none",
                    "add HEALTHCHECK, or leave it to the probes where it only runs on Kubernetes");
        }
        label(config.path("Labels"), "org.opencontainers.image.version", "which version this is");
        label(config.path("Labels"), "org.opencontainers.image.revision", "which commit it comes from");
        config.path("Env").forEach(variable -> variable(variable.asText()));
        config.path("Labels")
                .fields()
                .forEachRemaining(
                        label -> named("label", label.getKey(), label.getValue().asText()));
        root.path("history").forEach(step -> command(step.path("created_by").asText("")));
    }

    private void user(String user) {
        String name = user.split(":", 2)[0];
        if (name.isEmpty() || name.equals("root") || name.matches("0+")) {
            findings.warning(
                    "user",
                    name.isEmpty() ? "no user is set, so it runs as root" : "it runs as root",
                    "add USER with a number other than 0, so that runAsNonRoot can be checked");
        }
    }

    private void label(JsonNode labels, String name, String what) {
        if (labels.path(name).asText("").isEmpty()) {
            findings.warning("label " + name, "nothing says " + what, "set the label");
        }
    }

    private void variable(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals > 0) {
            named("variable", assignment.substring(0, equals), assignment.substring(equals + 1));
        }
    }

    private void named(String what, String name, String value) {
        if (SECRET_NAME.matcher(name).matches() && !harmless(value)) {
            findings.secret(what + " " + name, "it has a value, which everybody who pulls the image can read");
        }
    }

    private void command(String command) {
        var given = GIVEN_SECRET.matcher(command);
        while (given.find()) {
            if (!harmless(given.group(2))) {
                findings.secret("history, " + given.group(1), "it was given to a command, and the history keeps it");
            }
        }
    }

    private static boolean harmless(String value) {
        return value.isBlank() || REFERENCE.matcher(value).matches();
    }
}
