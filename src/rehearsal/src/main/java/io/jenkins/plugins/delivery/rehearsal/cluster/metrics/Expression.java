package io.jenkins.plugins.delivery.rehearsal.cluster.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A parsed query. */
sealed interface Expression {
    /** A constant. */
    record Scalar(double value) implements Expression {}

    /** Series by name and labels; a range of them when {@code range} is not zero. */
    record Select(Predicate<Labels> chosen, Duration range, Duration offset) implements Expression {}

    record Call(String function, List<Expression> arguments) implements Expression {}

    /** {@code sum by (pod) (…)}; {@code without} turns the meaning of the labels around. */
    record Aggregate(String operator, List<Double> parameters, List<String> labels, boolean without, Expression of)
            implements Expression {}

    /** An operation on two; {@code bool} makes a comparison give 0 or 1. */
    record Binary(String operator, Expression left, Expression right, boolean bool, Matching matching)
            implements Expression {}

    record Negate(Expression of) implements Expression {}

    /** Which labels two series must share to belong together; null labels mean all. */
    record Matching(boolean on, List<String> labels) {
        static final Matching ALL = new Matching(false, List.of());
    }

    /** What comes out: a number, or a number for each of several label sets. */
    sealed interface Value {}

    record Number(double value) implements Value {}

    record Vector(Map<Labels, Double> samples) implements Value {}
}
