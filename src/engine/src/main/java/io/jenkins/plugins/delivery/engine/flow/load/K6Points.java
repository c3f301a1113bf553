package io.jenkins.plugins.delivery.engine.flow.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import java.io.IOException;

/** k6's points, as {@code --out json} writes them. Source: https://grafana.com/docs/k6/latest/results-output/real-time/json/. */
final class K6Points implements LoadFormat {
    @Override
    public LoadResult read(ReportInput file) throws IOException {
        Samples samples = new Samples();
        file.lines((number, line) -> {
            if (!line.isBlank()) {
                point(file.name(), number, JsonFormats.line(file.name(), number, line), samples);
            }
        });
        return samples.result("k6");
    }

    private static void point(String file, int number, JsonNode point, Samples samples) throws ReportException {
        if (!point.path("type").asText().equals("Point")) {
            return;
        }
        JsonNode data = point.path("data");
        JsonNode tags = data.path("tags");
        String name = tags.path("name").asText(tags.path("url").asText("(no name)"));
        switch (point.path("metric").asText()) {
            case "http_req_duration" ->
                samples.add(
                        name,
                        Moments.millis(file, number, data.path("time").asText()),
                        data.path("value").asDouble());
            case "http_req_failed" -> {
                if (data.path("value").asDouble() != 0) {
                    samples.error(name);
                }
            }
            default -> {}
        }
    }
}
