package io.jenkins.plugins.delivery.engine.analysis;

import io.jenkins.plugins.delivery.engine.analysis.Measurement.Line;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Missing;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Point;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Range;
import io.jenkins.plugins.delivery.engine.analysis.stats.Outliers;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The points of one side.
 *
 * @param numbers finite
 * @param last when the newest of them was
 */
record Sample(double[] numbers, Instant last) {

    /** The points of an answer, or why there are none. */
    static Object of(Measurement answer, MetricSpec spec) {
        if (!(answer instanceof Range range)) {
            return answer;
        }
        List<Line> lines = range.lines();
        if (lines.isEmpty()) {
            return new Missing("no data", true);
        }
        if (lines.size() > 1 && spec.series() == Aggregation.NONE) {
            return Aggregation.NONE.of(new Measurement.Several(
                    IntStream.range(0, lines.size()).mapToObj(i -> 0.0).toList()));
        }
        return cleaned(lines.size() == 1 ? lines.get(0).points() : combined(lines, spec.series()), spec);
    }

    private static List<Point> combined(List<Line> lines, Aggregation aggregation) {
        TreeMap<Instant, List<Double>> byTime = new TreeMap<>();
        for (Line line : lines) {
            for (Point point : line.points()) {
                byTime.computeIfAbsent(point.at(), any -> new java.util.ArrayList<>())
                        .add(point.number());
            }
        }
        return byTime.entrySet().stream()
                .map(entry -> new Point(
                        entry.getKey(),
                        aggregation.combined(entry.getValue().stream().mapToDouble(Double::doubleValue))))
                .toList();
    }

    /** Infinite points are never numbers; what is not a number is left out, or is zero where that was asked for. */
    private static Object cleaned(List<Point> points, MetricSpec spec) {
        boolean zero = spec.statistics().nanIsZero();
        List<Point> kept = points.stream()
                .filter(point -> Double.isFinite(point.number()) || zero && Double.isNaN(point.number()))
                .toList();
        Optional<Instant> last = kept.stream()
                .filter(point -> Double.isFinite(point.number()))
                .map(Point::at)
                .max(Instant::compareTo);
        if (last.isEmpty()) {
            return new Missing("no data (" + points.size() + " points, none of them a finite number)");
        }
        double[] numbers = kept.stream()
                .mapToDouble(point -> Double.isNaN(point.number()) ? 0 : point.number())
                .toArray();
        return new Sample(spec.statistics().withoutOutliers() ? Outliers.removed(numbers) : numbers, last.get());
    }

    int size() {
        return numbers.length;
    }

    double mean() {
        return Arrays.stream(numbers).average().orElse(Double.NaN);
    }
}
