package io.jenkins.plugins.delivery.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.NamedArgumentListExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** A call as it stands in the source: {@code name(positional, key: value) { body }}. */
record Call(
        MethodCallExpression node,
        String name,
        List<Expression> positional,
        List<NamedArgument> named,
        @CheckForNull ClosureExpression body) {

    Call {
        positional = List.copyOf(positional);
        named = List.copyOf(named);
    }

    /** An argument with its name: {@code key: value}. */
    record NamedArgument(Expression key, String name, Expression value) {}

    static Optional<Call> of(Statement statement) {
        return statement instanceof ExpressionStatement expression ? of(expression.getExpression()) : Optional.empty();
    }

    static Optional<Call> of(ASTNode expression) {
        if (!(expression instanceof MethodCallExpression call) || call.getMethodAsString() == null) {
            return Optional.empty();
        }
        List<Expression> positional = new ArrayList<>();
        List<NamedArgument> named = new ArrayList<>();
        for (Expression argument : arguments(call)) {
            if (isNamed(call, argument)) {
                ((MapExpression) argument).getMapEntryExpressions().forEach(entry -> named.add(named(entry)));
            } else {
                positional.add(argument);
            }
        }
        ClosureExpression body = null;
        if (!positional.isEmpty() && positional.get(positional.size() - 1) instanceof ClosureExpression closure) {
            body = closure;
            positional.remove(positional.size() - 1);
        }
        return Optional.of(new Call(call, call.getMethodAsString(), positional, named, body));
    }

    /** True for {@code name(…)}, false for {@code something.name(…)}. */
    boolean plain() {
        return node.isImplicitThis() && !node.isSpreadSafe() && !node.isSafe();
    }

    /** True for {@code variable.name(…)}. */
    boolean onVariable() {
        return !plain() && node.getObjectExpression() instanceof VariableExpression;
    }

    Optional<Expression> value(String argument) {
        return named.stream()
                .filter(entry -> entry.name().equals(argument))
                .map(NamedArgument::value)
                .findFirst();
    }

    /** The one positional argument of {@code name value}, if there is exactly one and nothing else. */
    Optional<Expression> sole() {
        return positional.size() == 1 && named.isEmpty() ? Optional.of(positional.get(0)) : Optional.empty();
    }

    private static List<Expression> arguments(MethodCallExpression call) {
        return call.getArguments() instanceof TupleExpression tuple
                ? tuple.getExpressions()
                : List.of(call.getArguments());
    }

    /** A map literal in brackets is one argument of its own; Groovy puts a map of the named ones in front of all others. */
    private static boolean isNamed(MethodCallExpression call, Expression argument) {
        if (argument instanceof NamedArgumentListExpression) {
            return true;
        }
        if (!(argument instanceof MapExpression map)
                || map.getMapEntryExpressions().isEmpty()) {
            return false;
        }
        Expression key = map.getMapEntryExpressions().get(0).getKeyExpression();
        List<Expression> all = arguments(call);
        return all.get(0) == map
                && (!before(map, key) || all.stream().anyMatch(other -> other != map && before(other, key)));
    }

    private static boolean before(ASTNode one, ASTNode other) {
        return one.getLineNumber() < other.getLineNumber()
                || one.getLineNumber() == other.getLineNumber() && one.getColumnNumber() < other.getColumnNumber();
    }

    private static NamedArgument named(MapEntryExpression entry) {
        Expression key = entry.getKeyExpression();
        return new NamedArgument(key, key.getText(), entry.getValueExpression());
    }
}
