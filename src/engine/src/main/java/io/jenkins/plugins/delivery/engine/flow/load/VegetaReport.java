package io.jenkins.plugins.delivery.engine.flow.load;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code vegeta report -type=json}; times are nanoseconds. Source: https://github.com/tsenart/vegeta#json-report. */
final class VegetaReport implements LoadFormat {
    @Override
    public LoadResult read(ReportInput file) throws IOException {
        Map<String, JsonNode> found = new HashMap<>();
        file.object((key, value) -> {
            if (List.of("latencies", "requests", "success", "rate").contains(key)) {
                found.put(key, value.tree());
            }
        });
        JsonNode times = found.get("latencies");
        if (!found.containsKey("requests") || !found.containsKey("success")) {
            throw new ReportException(file.name(), "expected 'requests' and 'success' in Vegeta's report");
        }
        long requests = found.get("requests").asLong();
        long errors = Math.round(requests * (1 - found.get("success").asDouble()));
        LoadNumbers all = new LoadNumbers(
                "all",
                requests,
                errors,
                millis(times, "mean"),
                millis(times, "50th"),
                millis(times, "95th"),
                millis(times, "99th"),
                millis(times, "max"));
        Double rate = found.containsKey("rate") ? found.get("rate").asDouble() : null;
        return new LoadResult("Vegeta", rate, all, List.of(), List.of());
    }

    @CheckForNull
    private static Double millis(JsonNode times, String key) {
        return times.path(key).isNumber() ? times.path(key).asDouble() / 1e6 : null;
    }
}
