package io.jenkins.plugins.delivery.rehearsal.cluster.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** Computes a query at an instant, as Prometheus does: stale series are absent, nothing divided by nothing is NaN. */
final class Evaluator {
    private static final Duration LOOKBACK = Duration.ofMinutes(5);
    private final SeriesStore store;
    private final Instant at;

    Evaluator(SeriesStore store, Instant at) {
        this.store = store;
        this.at = at;
    }

    Expression.Value evaluate(Expression expression) {
        if (expression instanceof Expression.Scalar scalar) {
            return new Expression.Number(scalar.value());
        }
        if (expression instanceof Expression.Select select) {
            return instant(select);
        }
        if (expression instanceof Expression.Negate negate) {
            return map(evaluate(negate.of()), value -> -value);
        }
        if (expression instanceof Expression.Aggregate aggregate) {
            return aggregate(aggregate);
        }
        if (expression instanceof Expression.Binary binary) {
            return new BinaryOperation(binary).apply(evaluate(binary.left()), evaluate(binary.right()));
        }
        return call((Expression.Call) expression);
    }

    private Expression.Value instant(Expression.Select select) {
        if (!select.range().isZero()) {
            throw new PromqlException("a range of samples is only good as the argument of a function such as rate");
        }
        Map<Labels, Double> samples = new LinkedHashMap<>();
        store.range(select.chosen(), at.minus(select.offset()), LOOKBACK)
                .forEach((labels, range) ->
                        samples.put(labels, range.get(range.size() - 1).value()));
        return new Expression.Vector(samples);
    }

    private static Expression.Value map(Expression.Value value, DoubleUnaryOperator operation) {
        if (value instanceof Expression.Number number) {
            return new Expression.Number(operation.applyAsDouble(number.value()));
        }
        Map<Labels, Double> mapped = new LinkedHashMap<>();
        ((Expression.Vector) value)
                .samples()
                .forEach((labels, sample) ->
                        mapped.put(labels.without(List.of(Labels.NAME)), operation.applyAsDouble(sample)));
        return new Expression.Vector(mapped);
    }

    private Expression.Value aggregate(Expression.Aggregate aggregate) {
        Map<Labels, List<Double>> groups = new LinkedHashMap<>();
        vector(evaluate(aggregate.of()), aggregate.operator()).samples().forEach((labels, value) -> {
            Labels unnamed = labels.without(List.of(Labels.NAME));
            Labels group = aggregate.without() ? unnamed.without(aggregate.labels()) : unnamed.only(aggregate.labels());
            groups.computeIfAbsent(group, any -> new java.util.ArrayList<>()).add(value);
        });
        Map<Labels, Double> results = new LinkedHashMap<>();
        groups.forEach((labels, values) -> results.put(labels, fold(aggregate, values)));
        return new Expression.Vector(results);
    }

    private static double fold(Expression.Aggregate aggregate, Collection<Double> values) {
        double sum = values.stream().mapToDouble(Double::doubleValue).sum();
        return switch (aggregate.operator()) {
            case "sum" -> sum;
            case "avg" -> sum / values.size();
            case "count" -> values.size();
            case "min" -> values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
            case "max" -> values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
            default -> Quantiles.of(aggregate.parameters().get(0), values);
        };
    }

    private Expression.Value call(Expression.Call call) {
        List<Expression> arguments = call.arguments();
        return switch (call.function()) {
            case "rate" ->
                overRange(call, (samples, range) -> Rates.increase(samples, range, at) / range.toMillis() * 1000);
            case "increase" -> overRange(call, (samples, range) -> Rates.increase(samples, range, at));
            case "irate" -> overRange(call, (samples, range) -> Rates.instant(samples));
            case "delta" ->
                overRange(
                        call,
                        (samples, range) -> samples.size() < 2
                                ? Double.NaN
                                : samples.get(samples.size() - 1).value()
                                        - samples.get(0).value());
            case "avg_over_time" ->
                overTime(call, values -> values.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0));
            case "sum_over_time" ->
                overTime(call, values -> values.stream()
                        .mapToDouble(Double::doubleValue)
                        .sum());
            case "max_over_time" ->
                overTime(call, values -> values.stream()
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(0));
            case "min_over_time" ->
                overTime(call, values -> values.stream()
                        .mapToDouble(Double::doubleValue)
                        .min()
                        .orElse(0));
            case "count_over_time" -> overTime(call, List::size);
            case "histogram_quantile" ->
                Quantiles.ofHistogram(
                        number(argument(call, 0)), vector(evaluate(argument(call, 1)), "histogram_quantile"));
            case "abs" -> map(evaluate(argument(call, 0)), Math::abs);
            case "ceil" -> map(evaluate(argument(call, 0)), Math::ceil);
            case "floor" -> map(evaluate(argument(call, 0)), Math::floor);
            case "round" -> map(evaluate(argument(call, 0)), value -> Math.floor(value + 0.5));
            case "clamp_min" -> clamp(call, Math::max);
            case "clamp_max" -> clamp(call, Math::min);
            case "scalar" -> scalar(vector(evaluate(argument(call, 0)), "scalar"));
            case "vector" -> new Expression.Vector(Map.of(Labels.of(), number(argument(call, 0))));
            case "absent" ->
                vector(evaluate(argument(call, 0)), "absent").samples().isEmpty()
                        ? new Expression.Vector(Map.of(Labels.of(), 1.0))
                        : new Expression.Vector(Map.of());
            case "time" -> new Expression.Number(at.toEpochMilli() / 1000.0);
            default ->
                throw new PromqlException(
                        call.function() + "() with " + arguments.size() + " arguments is not offered");
        };
    }

    private Expression.Value clamp(Expression.Call call, java.util.function.DoubleBinaryOperator operation) {
        double limit = number(argument(call, 1));
        return map(evaluate(argument(call, 0)), value -> operation.applyAsDouble(value, limit));
    }

    private static Expression argument(Expression.Call call, int index) {
        if (call.arguments().size() <= index) {
            throw new PromqlException(call.function() + "() expects more arguments");
        }
        return call.arguments().get(index);
    }

    private double number(Expression expression) {
        if (evaluate(expression) instanceof Expression.Number number) {
            return number.value();
        }
        throw new PromqlException("expected a number, not a vector");
    }

    private static Expression.Vector vector(Expression.Value value, String function) {
        if (value instanceof Expression.Vector vector) {
            return vector;
        }
        throw new PromqlException(function + " expects a vector, not a number");
    }

    private static Expression.Value scalar(Expression.Vector vector) {
        return new Expression.Number(
                vector.samples().size() == 1
                        ? vector.samples().values().iterator().next()
                        : Double.NaN);
    }

    @FunctionalInterface
    private interface RangeFunction {
        double apply(List<SeriesStore.Sample> samples, Duration range);
    }

    private Expression.Value overRange(Expression.Call call, RangeFunction function) {
        if (!(argument(call, 0) instanceof Expression.Select select)
                || select.range().isZero()) {
            throw new PromqlException(call.function() + "() expects a range such as x[1m]");
        }
        Map<Labels, Double> results = new LinkedHashMap<>();
        store.range(select.chosen(), at.minus(select.offset()), select.range()).forEach((labels, samples) -> {
            double value = function.apply(samples, select.range());
            if (!Double.isNaN(value)) {
                results.put(labels.without(List.of(Labels.NAME)), value);
            }
        });
        return new Expression.Vector(results);
    }

    private Expression.Value overTime(Expression.Call call, ToDoubleFunction<List<Double>> function) {
        return overRange(
                call,
                (samples, range) -> function.applyAsDouble(
                        samples.stream().map(SeriesStore.Sample::value).toList()));
    }
}
