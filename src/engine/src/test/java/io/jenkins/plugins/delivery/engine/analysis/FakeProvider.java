package io.jenkins.plugins.delivery.engine.analysis;

import io.jenkins.plugins.delivery.engine.analysis.Measurement.Line;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Point;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Range;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Answers with what a test says, and remembers what it was asked. */
class FakeProvider implements MetricProvider {
    final List<String> asked = new ArrayList<>();
    Function<String, Measurement> value = query -> new Measurement.Missing("no data", true);
    BiFunction<String, TimeRange, Measurement> history = (query, range) -> new Measurement.Missing("no data", true);
    Measurement alerts = new Measurement.Alerts(List.of());

    @Override
    public CompletableFuture<Measurement> measure(String query, Instant at) {
        asked.add(query);
        return CompletableFuture.completedFuture(value.apply(query));
    }

    @Override
    public CompletableFuture<Measurement> range(String query, TimeRange range) {
        asked.add(query);
        return CompletableFuture.completedFuture(history.apply(query, range));
    }

    @Override
    public CompletableFuture<Measurement> alerts(String matchers, Instant at) {
        asked.add(matchers);
        return CompletableFuture.completedFuture(alerts);
    }

    /** A line with a number at each point of a range, by its position. */
    static Line line(TimeRange range, Map<String, String> labels, Function<Integer, Double> numbers) {
        List<Point> points = new ArrayList<>();
        Instant at = range.from();
        for (int i = 0; !at.isAfter(range.to()); i++, at = at.plus(range.step())) {
            points.add(new Point(at, numbers.apply(i)));
        }
        return new Line(labels, points);
    }

    static Measurement range(TimeRange range, Function<Integer, Double> numbers) {
        return new Range(List.of(line(range, Map.of(), numbers)));
    }
}
