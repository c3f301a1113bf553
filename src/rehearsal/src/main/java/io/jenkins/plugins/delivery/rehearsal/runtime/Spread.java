package io.jenkins.plugins.delivery.rehearsal.runtime;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.runtime.ScriptBytecodeAdapter;

/**
 * {@code f(a, *more)} and {@code [a, *more]}, which groovy-cps itself refuses. What is spread is carried as one value to where the
 * call is made, or the list, and takes its place there.
 */
@OfferedToScripts
public final class Spread implements Serializable {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // whether it can be saved is the script's matter, as of all its values
    private final List<Object> values;

    private Spread(List<Object> values) {
        this.values = values;
    }

    /** Takes a list, an array or null, as Groovy does. */
    public static Spread of(Object values) {
        Object[] all = ScriptBytecodeAdapter.despreadList(new Object[0], new Object[] {values}, new int[] {0});
        return new Spread(new ArrayList<>(Arrays.asList(all)));
    }

    /** The elements, each spread one replaced by what is in it. */
    public static List<Object> list(List<?> elements) {
        List<Object> all = new ArrayList<>();
        for (Object element : elements) {
            if (element instanceof Spread spread) {
                all.addAll(spread.values);
            } else {
                all.add(element);
            }
        }
        return all;
    }

    static Object[] arguments(Object[] given) {
        return Arrays.stream(given).anyMatch(Spread.class::isInstance)
                ? list(Arrays.asList(given)).toArray()
                : given;
    }

    /** What to write into the program instead of these arguments. */
    static Expression in(Expression arguments) {
        if (!(arguments instanceof TupleExpression tuple) || !any(tuple.getExpressions())) {
            return arguments;
        }
        ArgumentListExpression carried = new ArgumentListExpression(carried(tuple.getExpressions()));
        carried.setSourcePosition(arguments);
        return carried;
    }

    static StaticMethodCallExpression in(StaticMethodCallExpression call) {
        Expression arguments = in(call.getArguments());
        if (arguments == call.getArguments()) {
            return call;
        }
        StaticMethodCallExpression written =
                new StaticMethodCallExpression(call.getOwnerType(), call.getMethod(), arguments);
        written.setSourcePosition(call);
        return written;
    }

    static ConstructorCallExpression in(ConstructorCallExpression call) {
        Expression arguments = in(call.getArguments());
        if (arguments == call.getArguments()) {
            return call;
        }
        ConstructorCallExpression written = new ConstructorCallExpression(call.getType(), arguments);
        written.setSourcePosition(call);
        return written;
    }

    /** What to write into the program instead of this list. */
    static Expression in(ListExpression list) {
        return any(list.getExpressions())
                ? call("list", new ListExpression(carried(list.getExpressions())), list)
                : list;
    }

    private static boolean any(List<Expression> expressions) {
        return expressions.stream().anyMatch(SpreadExpression.class::isInstance);
    }

    private static List<Expression> carried(List<Expression> expressions) {
        List<Expression> all = new ArrayList<>();
        for (Expression each : expressions) {
            all.add(each instanceof SpreadExpression spread ? call("of", spread.getExpression(), spread) : each);
        }
        return all;
    }

    private static Expression call(String method, Expression argument, Expression place) {
        MethodCallExpression call = new MethodCallExpression(
                new ClassExpression(ClassHelper.make(Spread.class)), method, new ArgumentListExpression(argument));
        call.setImplicitThis(false);
        call.setSourcePosition(place);
        call.getObjectExpression().setSourcePosition(place);
        call.getMethod().setSourcePosition(place);
        return call;
    }
}
