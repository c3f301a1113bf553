package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * How a value must compare with another: {@code 3} and {@code '==3'} for equal, {@code '!=3'}, {@code '>3'}, {@code '>=3'},
 * {@code '<3'}, {@code '<=3'}, and {@code '~ab+'} for a regular expression that is found in it. Numbers compare as numbers
 * where both sides are numbers.
 */
public record Comparison(Operator operator, String operand) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The operators, longer ones first so that {@code >=} is not read as {@code >}. */
    public enum Operator {
        AT_LEAST(">="),
        AT_MOST("<="),
        NOT_EQUAL("!="),
        EQUAL("=="),
        MORE(">"),
        LESS("<"),
        MATCHES("~");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        boolean ordersNumbers() {
            return this == AT_LEAST || this == AT_MOST || this == MORE || this == LESS;
        }
    }

    static Comparison parse(String argument, @CheckForNull Object value) {
        String text = value == null ? "null" : value.toString().strip();
        for (Operator operator : Operator.values()) {
            if (text.startsWith(operator.sign)) {
                return checked(
                        argument,
                        new Comparison(
                                operator, text.substring(operator.sign.length()).strip()));
            }
        }
        return new Comparison(Operator.EQUAL, text);
    }

    private static Comparison checked(String argument, Comparison comparison) {
        if (comparison.operator.ordersNumbers() && number(comparison.operand) == null) {
            throw new ArgumentException(
                    argument,
                    "'" + comparison.operand + "' is no number to compare with by " + comparison.operator.sign);
        }
        if (comparison.operator == Operator.MATCHES) {
            checkRegex(argument, comparison.operand);
        }
        return comparison;
    }

    static void checkRegex(String argument, String regex) {
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new ArgumentException(argument, "'" + regex + "' is no regular expression: " + e.getDescription());
        }
    }

    boolean holds(String actual) {
        BigDecimal wanted = number(operand);
        BigDecimal given = number(actual);
        boolean numbers = wanted != null && given != null;
        int order = numbers ? given.compareTo(wanted) : 0;
        boolean equal = numbers ? order == 0 : actual.equals(operand);
        return switch (operator) {
            case EQUAL -> equal;
            case NOT_EQUAL -> !equal;
            case MORE -> numbers && order > 0;
            case LESS -> numbers && order < 0;
            case AT_LEAST -> numbers && order >= 0;
            case AT_MOST -> numbers && order <= 0;
            case MATCHES ->
                Pattern.compile(operand).matcher(new DeadlineText(actual)).find();
        };
    }

    @CheckForNull
    private static BigDecimal number(String text) {
        try {
            return text.length() > 40 ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    Comparison bound(Map<String, String> values) {
        return new Comparison(operator, Template.bind(operand, values, value -> value));
    }

    @Override
    public String toString() {
        return operator.sign + " " + Template.shown(operand);
    }
}
