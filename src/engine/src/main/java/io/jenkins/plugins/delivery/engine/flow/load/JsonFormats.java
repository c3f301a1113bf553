package io.jenkins.plugins.delivery.engine.flow.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import java.io.IOException;

/** Tells formats in JSON apart: an object a line, or one object in all. */
final class JsonFormats {
    private JsonFormats() {}

    static LoadFormat of(ReportInput file, String firstLine) throws IOException {
        JsonNode first = ReportInput.json(firstLine);
        if (first.has("metric") && first.has("type")) {
            return new K6Points();
        }
        if (first.has("latency") && first.has("code")) {
            return new VegetaResults();
        }
        Keys keys = new Keys();
        file.object(keys::read);
        return keys.format(file.name());
    }

    /** @throws ReportException where the line is no JSON by itself */
    static JsonNode line(String file, int number, String line) throws ReportException {
        JsonNode parsed = ReportInput.json(line);
        if (!parsed.isObject()) {
            throw new ReportException(file, number, "expected a JSON object on a line of its own");
        }
        return parsed;
    }

    private static final class Keys {
        private LoadFormat format;

        void read(String key, Object value) {
            switch (key) {
                case "metrics" -> format = new K6Summary();
                case "latencies" -> format = new VegetaReport();
                case "numberOfRequests", "stats" -> format = new GatlingStats();
                default -> {}
            }
        }

        LoadFormat format(String file) throws ReportException {
            if (format == null) {
                throw new ReportException(
                        file,
                        1,
                        "expected 'metrics' (k6), 'latencies' (Vegeta) or 'stats' (Gatling) in the JSON object");
            }
            return format;
        }
    }
}
