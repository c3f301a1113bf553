package io.jenkins.plugins.delivery.engine.scan.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.jenkins.plugins.delivery.engine.scan.FindingStore;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** The findings as JSON, by {@code docs/schemas/scan-findings.schema.json}. */
public final class JsonExport {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private JsonExport() {}

    /** Writes all findings; does not close the stream. */
    public static void write(FindingStore findings, OutputStream to) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(to)) {
            json.writeStartObject();
            json.writeNumberField("total", findings.size());
            json.writeArrayFieldStart("findings");
            findings.forEach(finding -> {
                json.writeStartObject();
                for (Map.Entry<String, String> property : FindingRow.of(finding).entrySet()) {
                    json.writeStringField(property.getKey(), property.getValue());
                }
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
