package io.jenkins.plugins.delivery.rehearsal.declarative;

import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;

/** A value that is known before the pipeline runs. */
record Literal(Object value) {
    private static final Set<String> BOOLEANS =
            Set.of("true", "yes", "y", "t", "on", "1", "false", "no", "n", "f", "off", "0");

    static Optional<Literal> of(Expression expression) {
        return expression instanceof ConstantExpression constant && constant.getValue() != null
                ? Optional.of(new Literal(constant.getValue()))
                : Optional.empty();
    }

    /** True if Jenkins would take the value for an argument of that type. */
    boolean fits(Class<?> type) {
        if (type == String.class) {
            return value instanceof String;
        }
        if (isInteger(type)) {
            return value instanceof Number || isWholeNumber(value.toString());
        }
        if (type == boolean.class || type == Boolean.class) {
            return value instanceof Boolean
                    || value instanceof String text && BOOLEANS.contains(text.toLowerCase(java.util.Locale.ROOT));
        }
        return true;
    }

    private static boolean isInteger(Class<?> type) {
        return type == int.class || type == Integer.class || type == long.class || type == Long.class;
    }

    private static boolean isWholeNumber(String text) {
        return text.matches("[+-]?\\d{1,18}");
    }

    String mismatch(Class<?> type, String parameter) {
        return "Expecting \"" + type + "\"" + (parameter.isEmpty() ? "" : " for parameter \"" + parameter + "\"")
                + " but got \"" + value + "\" of type " + value.getClass() + " instead";
    }
}
