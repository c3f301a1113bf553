package io.jenkins.plugins.delivery.engine.flow.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * k6's summary, as {@code --summary-export} or {@code handleSummary} write it; in the second, numbers are below {@code values}.
 *
 * <p>Source: https://grafana.com/docs/k6/latest/results-output/end-of-test/. A threshold is {@code true} in the first when it was
 * crossed, and {@code {"ok": false}} in the second.
 */
final class K6Summary implements LoadFormat {
    @Override
    public LoadResult read(ReportInput file) throws IOException {
        JsonNode[] metrics = {MissingNode.getInstance()};
        file.object((key, value) -> {
            if (key.equals("metrics")) {
                metrics[0] = value.tree();
            }
        });
        JsonNode times = values(metrics[0].path("http_req_duration"));
        JsonNode requests = values(metrics[0].path("http_reqs"));
        if (times.isMissingNode() || !requests.path("count").isNumber()) {
            throw new ReportException(
                    file.name(),
                    "expected 'http_reqs' and 'http_req_duration' in k6's metrics: it made no HTTP request");
        }
        JsonNode failed = values(metrics[0].path("http_req_failed"));
        long count = requests.path("count").asLong();
        long errors = failed.has("passes")
                ? failed.path("passes").asLong()
                : Math.round(count * failed.path("value").asDouble(0));
        LoadNumbers all = new LoadNumbers(
                "all",
                count,
                errors,
                number(times, "avg"),
                number(times, "med"),
                number(times, "p(95)"),
                number(times, "p(99)"),
                number(times, "max"));
        return new LoadResult("k6", number(requests, "rate"), all, List.of(), crossed(metrics[0]));
    }

    private static JsonNode values(JsonNode metric) {
        return metric.has("values") ? metric.path("values") : metric;
    }

    @CheckForNull
    private static Double number(JsonNode values, String key) {
        return values.path(key).isNumber() ? values.path(key).asDouble() : null;
    }

    private static List<String> crossed(JsonNode metrics) {
        List<String> crossed = new ArrayList<>();
        metrics.fields()
                .forEachRemaining(
                        metric -> metric.getValue().path("thresholds").fields().forEachRemaining(threshold -> {
                            JsonNode state = threshold.getValue();
                            if (state.isObject() ? !state.path("ok").asBoolean(true) : state.asBoolean(false)) {
                                crossed.add("k6: the threshold " + metric.getKey() + " " + threshold.getKey()
                                        + " was crossed");
                            }
                        }));
        return crossed;
    }
}
