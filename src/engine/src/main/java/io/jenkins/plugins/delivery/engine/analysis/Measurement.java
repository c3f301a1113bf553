package io.jenkins.plugins.delivery.engine.analysis;

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

    /**
     * The provider answered, and has no number to tell: no series, NaN, no traffic.
     *
     * @param noSeries nothing at all matches the query
     */
    record Missing(String reason, boolean noSeries) implements Measurement {
        Missing(String reason) {
            this(reason, false);
        }
    }

    /** The provider did not answer, or refused the query. */
    record Failed(String reason) implements Measurement {}
}
