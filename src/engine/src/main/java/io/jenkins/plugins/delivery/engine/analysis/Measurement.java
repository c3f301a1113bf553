package io.jenkins.plugins.delivery.engine.analysis;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The answer to one metric query. */
public sealed interface Measurement {
    /** A finite number. */
    record Value(double number) implements Measurement {
        public Value {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("not a measurement: " + number);
            }
        }
    }

    /** One number each of several series; some may be NaN or infinite. */
    record Several(List<Double> numbers) implements Measurement {
        public Several {
            numbers = List.copyOf(numbers);
        }
    }

    /** Series over time. */
    record Range(List<Line> lines) implements Measurement {
        public Range {
            lines = List.copyOf(lines);
        }
    }

    /** The alerts that fire, by name; none is an answer, too. */
    record Alerts(List<String> firing) implements Measurement {
        public Alerts {
            firing = List.copyOf(firing);
        }
    }

    /**
     * The provider answered, and has no number to tell: no series, NaN, no traffic.
     *
     * @param noSeries nothing at all matches the query
     */
    record Missing(String reason, boolean noSeries) implements Measurement {
        public Missing(String reason) {
            this(reason, false);
        }
    }

    /**
     * The provider did not answer, or refused the query.
     *
     * @param refused the query itself is wrong, and asking again is in vain
     */
    record Failed(String reason, boolean refused) implements Measurement {
        public Failed(String reason) {
            this(reason, false);
        }
    }

    /** One series: its labels and its points, the oldest first. */
    record Line(Map<String, String> labels, List<Point> points) {
        public Line {
            labels = Map.copyOf(labels);
            points = List.copyOf(points);
        }
    }

    /** A number at a time; may be NaN or infinite. */
    record Point(Instant at, double number) {}
}
