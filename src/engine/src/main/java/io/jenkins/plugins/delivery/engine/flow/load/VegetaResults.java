package io.jenkins.plugins.delivery.engine.flow.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import java.io.IOException;

/** {@code vegeta encode}: a request a line, times in nanoseconds. */
final class VegetaResults implements LoadFormat {
    @Override
    public LoadResult read(ReportInput file) throws IOException {
        Samples samples = new Samples();
        file.lines((number, line) -> {
            if (line.isBlank()) {
                return;
            }
            JsonNode result = JsonFormats.line(file.name(), number, line);
            String name =
                    (result.path("method").asText("") + " " + result.path("url").asText("all")).strip();
            double millis = result.path("latency").asDouble() / 1e6;
            double start =
                    Moments.millis(file.name(), number, result.path("timestamp").asText());
            samples.add(name, start + millis, millis);
            int code = result.path("code").asInt();
            if (code < 200 || code >= 400 || !result.path("error").asText("").isEmpty()) {
                samples.error(name);
            }
        });
        return samples.result("Vegeta");
    }
}
