package io.jenkins.plugins.delivery.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;

/** A SARIF log as a static analyser writes it: rules first, then results with a place, a snippet and a fingerprint. */
final class GeneratedSarif {
    private static final int RULES = 200;

    private final Random random = new Random(42);

    void write(OutputStream out, int results) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            tool(json);
            json.writeArrayFieldStart("results");
            for (int i = 0; i < results; i++) {
                result(json, i);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void tool(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "analyser");
        json.writeArrayFieldStart("rules");
        for (int i = 0; i < RULES; i++) {
            json.writeStartObject();
            json.writeStringField("id", "R" + i);
            json.writeObjectFieldStart("properties");
            json.writeStringField("security-severity", String.valueOf(i % 10 + 0.5));
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void result(JsonGenerator json, int number) throws IOException {
        int rule = random.nextInt(RULES);
        json.writeStartObject();
        json.writeStringField("ruleId", "R" + rule);
        json.writeNumberField("ruleIndex", rule);
        json.writeStringField("level", "warning");
        json.writeObjectFieldStart("message");
        json.writeStringField(
                "text",
                "The value of parameter " + number + " reaches a query without being checked; this"
                        + " lets whoever controls it change what the query means.");
        json.writeEndObject();
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        location(json, number);
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("primaryLocationLineHash", Long.toHexString(random.nextLong()) + ":1");
        json.writeEndObject();
        flow(json, number);
        json.writeEndObject();
    }

    private void location(JsonGenerator json, int number) throws IOException {
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField(
                "uri", "src/main/java/com/example/shop/module" + number % 300 + "/Service" + number % 9000 + ".java");
        json.writeStringField("uriBaseId", "%SRCROOT%");
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", 1 + random.nextInt(2000));
        json.writeNumberField("startColumn", 9);
        json.writeObjectFieldStart("snippet");
        json.writeStringField(
                "text", "        return jdbc.query(\"select * from item where name = '\" + name + \"'\");");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Analysers say how the value gets there, which is most of their files and no part of a finding. */
    private void flow(JsonGenerator json, int number) throws IOException {
        json.writeArrayFieldStart("codeFlows");
        json.writeStartObject();
        json.writeArrayFieldStart("threadFlows");
        json.writeStartObject();
        json.writeArrayFieldStart("locations");
        for (int i = 0; i < 2; i++) {
            json.writeStartObject();
            json.writeObjectFieldStart("location");
            location(json, number + i);
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }
}
