package io.jenkins.plugins.delivery.rehearsal.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What somebody did during a recorded build. */
public record RecordedAction(
        String log,
        int count,
        String input,
        Duration after,
        String what,
        String user,
        Map<String, Object> values,
        String outcome) {
    private static final double DEFAULT_SECONDS = 0.3;

    public static RecordedAction of(JsonNode json) {
        JsonNode when = json.path("when");
        String log = when.has("log") ? when.get("log").asText() : null;
        String input = when.has("input")
                ? when.get("input").asText()
                : json.has("input") ? json.get("input").asText() : null;
        long millis = Math.round(json.path("after").asDouble(DEFAULT_SECONDS) * 1000);
        Map<String, Object> values = new HashMap<>();
        json.path("params")
                .fields()
                .forEachRemaining(field -> values.put(
                        field.getKey(),
                        field.getValue().isBoolean()
                                ? (Object) field.getValue().asBoolean()
                                : field.getValue().asText()));
        return new RecordedAction(
                log,
                when.path("count").asInt(1),
                input,
                Duration.ofMillis(millis),
                json.path("do").asText(),
                json.path("as").asText("admin"),
                values,
                json.path("outcome").asText());
    }
}
