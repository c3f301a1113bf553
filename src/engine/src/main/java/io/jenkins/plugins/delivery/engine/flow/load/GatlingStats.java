package io.jenkins.plugins.delivery.engine.flow.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Gatling's {@code js/stats.json} (the whole, with what it is made of) or {@code js/global_stats.json}, which it wrote before 3.13. Its four percentiles are 50, 75, 95
 * and 99 unless {@code gatling.conf} says otherwise.
 */
final class GatlingStats implements LoadFormat {
    @Override
    public LoadResult read(ReportInput file) throws IOException {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        file.object((key, value) -> root.set(key, value.tree()));
        JsonNode whole = root.has("stats") ? root.path("stats") : root;
        if (!whole.at("/numberOfRequests/total").isNumber()) {
            throw new ReportException(
                    file.name(), "expected 'numberOfRequests' with a 'total' in Gatling's statistics");
        }
        List<LoadNumbers> single = new ArrayList<>();
        collect(root.path("contents"), single);
        return new LoadResult(
                "Gatling", number(whole, "meanNumberOfRequestsPerSecond"), numbers("all", whole), single, List.of());
    }

    private static void collect(JsonNode contents, List<LoadNumbers> single) {
        for (JsonNode part : contents) {
            if (part.path("type").asText().equals("REQUEST")) {
                single.add(numbers(part.path("name").asText(), part.path("stats")));
            }
            collect(part.path("contents"), single);
        }
    }

    private static LoadNumbers numbers(String name, JsonNode stats) {
        return new LoadNumbers(
                name,
                stats.at("/numberOfRequests/total").asLong(),
                stats.at("/numberOfRequests/ko").asLong(),
                number(stats, "meanResponseTime"),
                number(stats, "percentiles1"),
                number(stats, "percentiles3"),
                number(stats, "percentiles4"),
                number(stats, "maxResponseTime"));
    }

    @CheckForNull
    private static Double number(JsonNode stats, String key) {
        JsonNode total = stats.path(key).path("total");
        return total.isNumber() ? total.asDouble() : null;
    }
}
