package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Terraform or OpenTofu complains about.
 *
 * @param address which resource it is about, or empty
 * @param place file and line, or empty
 */
record Diagnostic(boolean error, String summary, String detail, String address, String place) {
    private static final Pattern LOCK = Pattern.compile(
            "Lock Info:\\s*ID:\\s*(\\S+)\\s+Path:\\s*(.*?)\\s+Operation:\\s*(.*?)\\s+Who:\\s*(.*?)\\s+Version:\\s*(.*?)\\s+Created:\\s*(.*?)(?:\\s*\\n|\\s+Info:|$)",
            Pattern.DOTALL);

    /** What to do about the best-known ones, by the beginning of their summary. */
    private static final Map<String, String> ADVICE = Map.of(
            "Saved plan is stale",
            "Somebody has changed the state since the plan was reviewed: plan again, and have that reviewed.",
            "Backend initialization required",
            "The backend's settings are not those of this folder: check 'backend', and run the stage again.",
            "Inconsistent dependency lock file",
            "Run 'terraform init -upgrade' on your machine, and commit .terraform.lock.hcl.",
            "Failed to query available provider packages",
            "The agent reaches no registry of providers: give it one, or a mirror (provider_installation in the CLI configuration).",
            "No valid credential sources found",
            "The backend or a provider has no credentials: bind them around the call, with withCredentials or withEnvironment.");

    static Diagnostic of(JsonNode json) {
        JsonNode range = json.path("range");
        String place = range.has("filename")
                ? range.path("filename").asText() + ":"
                        + range.path("start").path("line").asInt()
                : "";
        return new Diagnostic(
                json.path("severity").asText().equals("error"),
                json.path("summary").asText(),
                json.path("detail").asText(),
                json.path("address").asText(),
                place);
    }

    /** One sentence that says what is wrong, of what, and where. */
    String words() {
        Optional<String> lock = lock();
        if (lock.isPresent()) {
            return lock.get();
        }
        String who = address.isEmpty() ? "" : address + ": ";
        String where = place.isEmpty() ? "" : " (" + place + ")";
        String first = detail.strip().replaceAll("\\s*\\n\\s*", " ");
        return who + summary + where + (first.isEmpty() ? "" : ": " + first);
    }

    /** How to go on, where that is known. */
    Optional<String> advice() {
        Matcher lock = LOCK.matcher(detail);
        if (lock.find()) {
            return Optional.of(
                    "Wait until that is over and run this stage again, or give it a longer lockTimeout. If you are"
                            + " sure that nothing runs there any more, release the lock with: terraform force-unlock "
                            + lock.group(1));
        }
        return ADVICE.entrySet().stream()
                .filter(entry -> summary.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Optional<String> lock() {
        Matcher lock = LOCK.matcher(detail);
        if (!lock.find()) {
            return Optional.empty();
        }
        String operation = lock.group(3).replace("OperationType", "").toLowerCase(Locale.ROOT);
        return Optional.of("The state " + lock.group(2) + " is locked by " + lock.group(4) + " since " + lock.group(6)
                + (operation.isEmpty() ? "" : " for '" + operation + "'") + " (lock " + lock.group(1)
                + "); nothing was changed");
    }
}
