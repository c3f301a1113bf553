package io.jenkins.plugins.delivery.rehearsal.cluster.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads the part of PromQL that is offered here; whatever is not is refused by name.
 *
 * <p>Source: Prometheus documentation, "Querying basics" and "Operators".
 */
final class Parser {
    static final Set<String> FUNCTIONS = Set.of(
            "rate",
            "increase",
            "irate",
            "delta",
            "histogram_quantile",
            "abs",
            "ceil",
            "floor",
            "round",
            "clamp_min",
            "clamp_max",
            "scalar",
            "vector",
            "time",
            "avg_over_time",
            "max_over_time",
            "min_over_time",
            "sum_over_time",
            "count_over_time",
            "absent");
    static final Set<String> AGGREGATIONS = Set.of("sum", "avg", "min", "max", "count", "quantile");
    private static final List<Set<String>> PRECEDENCE = List.of(
            Set.of("or"),
            Set.of("and", "unless"),
            Set.of("==", "!=", ">", "<", ">=", "<="),
            Set.of("+", "-"),
            Set.of("*", "/", "%"));

    private final Tokens tokens;

    private Parser(String query) {
        this.tokens = new Tokens(query);
    }

    static Expression parse(String query) {
        Parser parser = new Parser(query);
        Expression expression = parser.binary(0);
        if (!parser.tokens.done()) {
            throw new PromqlException("unexpected \"" + parser.tokens.peek() + "\" in: " + query);
        }
        return expression;
    }

    private Expression binary(int level) {
        if (level == PRECEDENCE.size()) {
            return unary();
        }
        Expression left = binary(level + 1);
        while (PRECEDENCE.get(level).contains(tokens.peek())) {
            String operator = tokens.next();
            boolean bool = tokens.accept("bool");
            Expression.Matching matching = matching();
            left = new Expression.Binary(operator, left, binary(level + 1), bool, matching);
        }
        return left;
    }

    private Expression.Matching matching() {
        String kind = tokens.peek();
        if (kind.equals("on") || kind.equals("ignoring")) {
            tokens.next();
            Expression.Matching matching = new Expression.Matching(kind.equals("on"), names());
            if (tokens.peek().startsWith("group_")) {
                throw new PromqlException(tokens.peek() + " is not offered by the embedded Prometheus");
            }
            return matching;
        }
        return Expression.Matching.ALL;
    }

    private Expression unary() {
        if (tokens.accept("-")) {
            return new Expression.Negate(unary());
        }
        tokens.accept("+");
        Expression base = primary();
        if (tokens.accept("^")) {
            return new Expression.Binary("^", base, unary(), false, Expression.Matching.ALL);
        }
        return base;
    }

    private Expression primary() {
        if (tokens.accept("(")) {
            Expression inside = binary(0);
            tokens.expect(")");
            return inside;
        }
        String token = tokens.peek();
        if (token.equals("{")) {
            return select("");
        }
        tokens.next();
        if (Tokens.isNumber(token)) {
            return new Expression.Scalar(
                    token.startsWith("0x") ? Long.parseLong(token.substring(2), 16) : Double.parseDouble(token));
        }
        if (token.equalsIgnoreCase("nan")) {
            return new Expression.Scalar(Double.NaN);
        }
        if (token.equalsIgnoreCase("inf")) {
            return new Expression.Scalar(Double.POSITIVE_INFINITY);
        }
        if (!Tokens.isWord(token)) {
            throw new PromqlException("unexpected \"" + token + "\"");
        }
        return word(token);
    }

    private Expression word(String token) {
        boolean grouped = tokens.peek().equals("by") || tokens.peek().equals("without");
        if (AGGREGATIONS.contains(token) && (grouped || tokens.peek().equals("("))) {
            return aggregate(token);
        }
        if (tokens.peek().equals("(")) {
            if (!FUNCTIONS.contains(token)) {
                throw new PromqlException(token + "() is not offered by the embedded Prometheus, only " + FUNCTIONS);
            }
            return new Expression.Call(token, arguments());
        }
        return select(token);
    }

    private List<Expression> arguments() {
        tokens.expect("(");
        List<Expression> arguments = new ArrayList<>();
        while (!tokens.accept(")")) {
            arguments.add(binary(0));
            if (!tokens.peek().equals(")")) {
                tokens.expect(",");
            }
        }
        return arguments;
    }

    private Expression aggregate(String operator) {
        List<String> labels = List.of();
        boolean without = false;
        boolean before = tokens.peek().equals("by") || tokens.peek().equals("without");
        if (before) {
            without = tokens.next().equals("without");
            labels = names();
        }
        List<Expression> arguments = arguments();
        if (!before && (tokens.peek().equals("by") || tokens.peek().equals("without"))) {
            without = tokens.next().equals("without");
            labels = names();
        }
        int expected = operator.equals("quantile") ? 2 : 1;
        if (arguments.size() != expected) {
            throw new PromqlException(operator + " expects " + expected + " argument" + (expected == 1 ? "" : "s"));
        }
        List<Double> parameters = expected == 2 && arguments.get(0) instanceof Expression.Scalar scalar
                ? List.of(scalar.value())
                : List.of();
        return new Expression.Aggregate(operator, parameters, labels, without, arguments.get(expected - 1));
    }

    private List<String> names() {
        tokens.expect("(");
        List<String> names = new ArrayList<>();
        while (!tokens.accept(")")) {
            names.add(tokens.next());
            if (!tokens.peek().equals(")")) {
                tokens.expect(",");
            }
        }
        return names;
    }

    private Expression select(String name) {
        Predicate<Labels> chosen =
                labels -> name.isEmpty() || labels.get(Labels.NAME).equals(name);
        if (tokens.accept("{")) {
            while (!tokens.accept("}")) {
                chosen = chosen.and(matcher());
                if (!tokens.peek().equals("}")) {
                    tokens.expect(",");
                }
            }
        }
        Duration range = Duration.ZERO;
        if (tokens.accept("[")) {
            range = Durations.parse(tokens.next());
            tokens.expect("]");
        }
        Duration offset = tokens.accept("offset") ? Durations.parse(tokens.next()) : Duration.ZERO;
        return new Expression.Select(chosen, range, offset);
    }

    private Predicate<Labels> matcher() {
        String label = tokens.next();
        String operator = tokens.next();
        String value = Tokens.unquote(tokens.next());
        Map<String, Predicate<String>> tests = Map.of("=", value::equals, "!=", actual -> !actual.equals(value));
        Predicate<String> test = operator.endsWith("~") ? regex(operator, value) : tests.get(operator);
        if (test == null) {
            throw new PromqlException("unexpected \"" + operator + "\" after label " + label);
        }
        return labels -> test.test(labels.get(label));
    }

    private static Predicate<String> regex(String operator, String value) {
        try {
            Predicate<String> matches = Pattern.compile(value).asMatchPredicate();
            return operator.equals("=~") ? matches : matches.negate();
        } catch (PatternSyntaxException e) {
            throw new PromqlException("not a regular expression: " + value);
        }
    }
}
