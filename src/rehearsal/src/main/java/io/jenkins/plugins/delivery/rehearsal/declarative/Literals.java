package io.jenkins.plugins.delivery.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.VariableScope;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** Writes Groovy literals as syntax tree. */
final class Literals {
    private Literals() {}

    static Expression constant(@CheckForNull Object value) {
        return new ConstantExpression(value);
    }

    static ListExpression list(List<? extends Expression> elements) {
        return new ListExpression(new ArrayList<>(elements));
    }

    /** {@code { -> value }}, at the place of `value`, so that failures name its line. */
    static ClosureExpression closure(Expression value, Parameter... parameters) {
        Statement statement = at(value, new ExpressionStatement(value));
        BlockStatement code = at(value, new BlockStatement(new ArrayList<>(List.of(statement)), new VariableScope()));
        ClosureExpression closure = at(value, new ClosureExpression(parameters, code));
        closure.setVariableScope(new VariableScope());
        return closure;
    }

    private static <N extends ASTNode> N at(ASTNode place, N node) {
        node.setSourcePosition(place);
        return node;
    }

    /** A map literal that grows. */
    static final class MapLiteral {
        private final MapExpression map = new MapExpression();

        MapLiteral put(String key, Expression value) {
            map.addMapEntryExpression(new MapEntryExpression(constant(key), value));
            return this;
        }

        MapLiteral put(String key, Object value) {
            return put(key, constant(value));
        }

        MapLiteral putIfPresent(String key, @CheckForNull Expression value) {
            return value == null ? this : put(key, value);
        }

        MapExpression build() {
            return map;
        }
    }
}
