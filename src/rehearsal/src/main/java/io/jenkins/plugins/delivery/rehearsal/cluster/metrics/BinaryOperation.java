package io.jenkins.plugins.delivery.rehearsal.cluster.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Arithmetic, comparison and set operators between numbers and vectors; series belong together by their labels. */
final class BinaryOperation {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", ">", "<", ">=", "<=");
    private static final Set<String> SETS = Set.of("and", "or", "unless");
    private final Expression.Binary binary;

    BinaryOperation(Expression.Binary binary) {
        this.binary = binary;
    }

    Expression.Value apply(Expression.Value left, Expression.Value right) {
        if (left instanceof Expression.Number a && right instanceof Expression.Number b) {
            if (SETS.contains(binary.operator()) || isComparison() && !binary.bool()) {
                throw new PromqlException("between two numbers " + binary.operator() + " needs the modifier bool");
            }
            return new Expression.Number(compute(a.value(), b.value()));
        }
        if (SETS.contains(binary.operator())) {
            return sets(vector(left), vector(right));
        }
        if (left instanceof Expression.Vector a && right instanceof Expression.Vector b) {
            return vectors(a, b);
        }
        return left instanceof Expression.Vector a
                ? withNumber(a, ((Expression.Number) right).value(), false)
                : withNumber((Expression.Vector) right, ((Expression.Number) left).value(), true);
    }

    private static Expression.Vector vector(Expression.Value value) {
        if (value instanceof Expression.Vector vector) {
            return vector;
        }
        throw new PromqlException("set operators work between vectors only");
    }

    private boolean isComparison() {
        return COMPARISONS.contains(binary.operator());
    }

    private Expression.Vector withNumber(Expression.Vector vector, double number, boolean numberFirst) {
        Map<Labels, Double> results = new LinkedHashMap<>();
        vector.samples().forEach((labels, value) -> {
            double result = numberFirst ? compute(number, value) : compute(value, number);
            put(results, labels, value, result);
        });
        return new Expression.Vector(results);
    }

    /** A comparison filters, unless it says bool. */
    private void put(Map<Labels, Double> results, Labels labels, double value, double result) {
        if (isComparison() && !binary.bool()) {
            if (result == 1) {
                results.put(labels, value);
            }
        } else {
            results.put(labels.without(List.of(Labels.NAME)), result);
        }
    }

    private Expression.Vector vectors(Expression.Vector left, Expression.Vector right) {
        Map<Labels, Double> byKey = new LinkedHashMap<>();
        right.samples().forEach((labels, value) -> {
            if (byKey.put(key(labels), value) != null) {
                throw new PromqlException("found duplicate series for the match group "
                        + key(labels).values() + " on the right hand-side of " + binary.operator());
            }
        });
        Map<Labels, Double> results = new LinkedHashMap<>();
        Map<Labels, Labels> seen = new LinkedHashMap<>();
        left.samples().forEach((labels, value) -> {
            Double other = byKey.get(key(labels));
            if (other != null) {
                if (seen.put(key(labels), labels) != null) {
                    throw new PromqlException("multiple matches for labels: many-to-one matching must be explicit");
                }
                put(results, isComparison() && !binary.bool() ? labels : key(labels), value, compute(value, other));
            }
        });
        return new Expression.Vector(results);
    }

    private Expression.Vector sets(Expression.Vector left, Expression.Vector right) {
        Map<Labels, Double> results = new LinkedHashMap<>();
        Set<Labels> rightKeys = new java.util.HashSet<>();
        right.samples().keySet().forEach(labels -> rightKeys.add(key(labels)));
        Set<Labels> leftKeys = new java.util.HashSet<>();
        left.samples().keySet().forEach(labels -> leftKeys.add(key(labels)));
        boolean or = binary.operator().equals("or");
        left.samples().forEach((labels, value) -> {
            boolean matched = rightKeys.contains(key(labels));
            if (or || matched == binary.operator().equals("and")) {
                results.put(labels, value);
            }
        });
        if (or) {
            right.samples().forEach((labels, value) -> {
                if (!leftKeys.contains(key(labels))) {
                    results.put(labels, value);
                }
            });
        }
        return new Expression.Vector(results);
    }

    private Labels key(Labels labels) {
        Labels unnamed = labels.without(List.of(Labels.NAME));
        Expression.Matching matching = binary.matching();
        return matching.on() ? unnamed.only(matching.labels()) : unnamed.without(matching.labels());
    }

    private double compute(double a, double b) {
        return switch (binary.operator()) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "%" -> a % b;
            case "^" -> Math.pow(a, b);
            case "==" -> a == b ? 1 : 0;
            case "!=" -> a != b ? 1 : 0;
            case ">" -> a > b ? 1 : 0;
            case "<" -> a < b ? 1 : 0;
            case ">=" -> a >= b ? 1 : 0;
            case "<=" -> a <= b ? 1 : 0;
            default -> throw new PromqlException("unknown operator " + binary.operator());
        };
    }
}
