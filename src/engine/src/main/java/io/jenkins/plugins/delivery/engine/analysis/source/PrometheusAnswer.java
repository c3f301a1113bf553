package io.jenkins.plugins.delivery.engine.analysis.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Alerts;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Failed;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Line;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Missing;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Point;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Range;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Several;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Value;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads an answer of the Prometheus HTTP API, or says why there is none. An answer with warnings is not complete. */
final class PrometheusAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PrometheusAnswer() {}

    /** Of an instant query: one number, or one of each series. */
    static Measurement number(int status, byte[] body) {
        return data(status, body, PrometheusAnswer::number);
    }

    /** Of a range query. */
    static Measurement range(int status, byte[] body) {
        return data(status, body, PrometheusAnswer::range);
    }

    /** Of an instant query for {@code ALERTS}. */
    static Measurement alerts(int status, byte[] body) {
        return data(status, body, data -> {
            List<String> firing = new ArrayList<>();
            data.path("result")
                    .forEach(series ->
                            firing.add(series.path("metric").path("alertname").asText("an alert without a name")));
            return new Alerts(firing);
        });
    }

    /** Of a request to format a query: whether it can be parsed. */
    static Measurement formatted(int status, byte[] body) {
        return data(status, body, data -> new Value(1));
    }

    private static Measurement data(int status, byte[] body, Function<JsonNode, Measurement> reader) {
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (IOException e) {
            return new Failed("HTTP " + status + ", and the answer is not JSON");
        }
        if (answer == null || !"success".equals(answer.path("status").asText())) {
            return error(status, answer);
        }
        if (!answer.path("warnings").isEmpty()) {
            return new Missing("the answer is not complete: "
                    + answer.path("warnings").get(0).asText());
        }
        return reader.apply(answer.path("data"));
    }

    /** What Prometheus says of a query that it cannot read has the position in it. */
    private static Failed error(int status, JsonNode answer) {
        if (answer == null || !answer.has("error")) {
            return new Failed("HTTP " + status + ", without a reason");
        }
        String type = answer.path("errorType").asText("error");
        return new Failed(
                "HTTP " + status + ", " + type + ": " + answer.path("error").asText(), type.equals("bad_data"));
    }

    private static Measurement number(JsonNode data) {
        JsonNode result = data.path("result");
        String type = data.path("resultType").asText();
        if (type.equals("scalar")) {
            return single(result.path(1).asText());
        }
        if (!type.equals("vector")) {
            return new Failed("the query answers a " + type + ", expected one number", true);
        }
        if (result.isEmpty()) {
            return new Missing("no data", true);
        }
        if (result.size() == 1) {
            return single(result.get(0).path("value").path(1).asText());
        }
        List<Double> numbers = new ArrayList<>();
        for (JsonNode series : result) {
            Double number = parsed(series.path("value").path(1).asText());
            if (number == null) {
                return new Failed("'" + series.path("value").path(1).asText() + "' is not a number");
            }
            numbers.add(number);
        }
        return new Several(numbers);
    }

    private static Measurement range(JsonNode data) {
        String type = data.path("resultType").asText();
        if (!type.equals("matrix")) {
            return new Failed("the query answers a " + type + ", expected series over time", true);
        }
        if (data.path("result").isEmpty()) {
            return new Missing("no data", true);
        }
        List<Line> lines = new ArrayList<>();
        for (JsonNode series : data.path("result")) {
            Map<String, String> labels = new TreeMap<>();
            series.path("metric")
                    .fields()
                    .forEachRemaining(
                            label -> labels.put(label.getKey(), label.getValue().asText()));
            List<Point> points = new ArrayList<>();
            for (JsonNode point : series.path("values")) {
                Double number = parsed(point.path(1).asText());
                if (number == null) {
                    return new Failed("'" + point.path(1).asText() + "' is not a number");
                }
                Instant at = Instant.ofEpochMilli(Math.round(point.path(0).asDouble() * 1000));
                points.add(new Point(at, number));
            }
            lines.add(new Line(labels, points));
        }
        return new Range(lines);
    }

    private static Measurement single(String text) {
        Double number = parsed(text);
        if (number == null) {
            return new Failed("'" + text + "' is not a number");
        }
        if (number.isNaN()) {
            return new Missing("no data (NaN)");
        }
        return number.isInfinite() ? new Missing("not a finite number (" + text + ")") : new Value(number);
    }

    @CheckForNull
    private static Double parsed(String text) {
        try {
            return switch (text) {
                case "+Inf", "Inf" -> Double.valueOf(Double.POSITIVE_INFINITY);
                case "-Inf" -> Double.valueOf(Double.NEGATIVE_INFINITY);
                default -> Double.valueOf(text);
            };
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
