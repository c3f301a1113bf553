package io.jenkins.plugins.delivery.rehearsal.cluster.metrics;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Answers to queries, as Prometheus words them. */
final class Answers {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_POINTS = 11_000;

    private Answers() {}

    static ObjectNode instant(Expression.Value value, Instant at) {
        if (value instanceof Expression.Number number) {
            ObjectNode answer = success("scalar");
            sample(result(answer), at, number.value());
            return answer;
        }
        ObjectNode answer = success("vector");
        ((Expression.Vector) value)
                .samples()
                .forEach((labels, sample) ->
                        sample(series(result(answer), labels).putArray("value"), at, sample));
        return answer;
    }

    static ObjectNode range(Function<Instant, Expression.Value> evaluated, Instant from, Instant to, Duration step) {
        if (Duration.between(from, to).dividedBy(step) > MOST_POINTS) {
            throw new PromqlException("exceeded maximum resolution of 11,000 points per timeseries");
        }
        Map<Labels, List<Map.Entry<Instant, Double>>> lines = new LinkedHashMap<>();
        for (Instant at = from; !at.isAfter(to); at = at.plus(step)) {
            Instant time = at;
            samples(evaluated.apply(at))
                    .forEach((labels, number) -> lines.computeIfAbsent(labels, any -> new ArrayList<>())
                            .add(Map.entry(time, number)));
        }
        ObjectNode answer = success("matrix");
        lines.forEach((labels, points) -> {
            ArrayNode values = series(result(answer), labels).putArray("values");
            points.forEach(point -> sample(values.addArray(), point.getKey(), point.getValue()));
        });
        return answer;
    }

    static ObjectNode empty(String type) {
        return success(type);
    }

    static ObjectNode nan(String type, Instant at) {
        ObjectNode answer = success(type);
        ObjectNode series = series(result(answer), Labels.of());
        sample(
                type.equals("vector")
                        ? series.putArray("value")
                        : series.putArray("values").addArray(),
                at,
                Double.NaN);
        return answer;
    }

    private static Map<Labels, Double> samples(Expression.Value value) {
        return value instanceof Expression.Number number
                ? Map.of(Labels.of(), number.value())
                : ((Expression.Vector) value).samples();
    }

    private static ObjectNode success(String type) {
        ObjectNode answer = JSON.createObjectNode().put("status", "success");
        answer.putObject("data").put("resultType", type).putArray("result");
        return answer;
    }

    private static ArrayNode result(ObjectNode answer) {
        return (ArrayNode) answer.path("data").path("result");
    }

    private static ObjectNode series(ArrayNode result, Labels labels) {
        ObjectNode series = result.addObject();
        ObjectNode metric = series.putObject("metric");
        labels.values().forEach(metric::put);
        return series;
    }

    private static void sample(ArrayNode pair, Instant at, double value) {
        pair.add(at.toEpochMilli() / 1000.0);
        if (Double.isInfinite(value)) {
            pair.add(value > 0 ? "+Inf" : "-Inf");
        } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            pair.add(Long.toString((long) value));
        } else {
            pair.add(Double.toString(value));
        }
    }
}
