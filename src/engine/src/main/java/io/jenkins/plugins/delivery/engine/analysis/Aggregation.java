package io.jenkins.plugins.delivery.engine.analysis;

import io.jenkins.plugins.delivery.engine.analysis.Measurement.Failed;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Missing;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Several;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Value;
import java.util.List;
import java.util.stream.DoubleStream;

/** What several series become when one number is wanted. */
public enum Aggregation {
    /** They are an error. */
    NONE,
    SUM,
    AVG,
    MIN,
    MAX;

    Measurement of(Measurement answer) {
        return answer instanceof Several several ? of(several.numbers()) : answer;
    }

    private Measurement of(List<Double> numbers) {
        if (this == NONE) {
            return new Failed(
                    "the query answers " + numbers.size() + " series, expected one; use sum(…), or say series: 'sum'",
                    true);
        }
        double number = combined(numbers.stream().mapToDouble(Double::doubleValue));
        return Double.isFinite(number)
                ? new Value(number)
                : new Missing("no data (one of the series is " + number + ")");
    }

    /** NaN when one of them is. */
    double combined(DoubleStream numbers) {
        return switch (this) {
            case NONE, SUM -> numbers.sum();
            case AVG -> numbers.average().orElse(Double.NaN);
            case MIN -> numbers.min().orElse(Double.NaN);
            case MAX -> numbers.max().orElse(Double.NaN);
        };
    }
}
