package io.jenkins.plugins.delivery.rehearsal.declarative;

import io.jenkins.plugins.delivery.rehearsal.declarative.Environment.Variable;
import io.jenkins.plugins.delivery.rehearsal.declarative.Literals.MapLiteral;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ExpressionTransformer;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/**
 * Writes {@code environment} as a list of variables, each after those that its value refers to. A value becomes a closure that takes the
 * values so far, because the variables of one section see each other before any of them is in the environment.
 */
final class EnvironmentEmitter {
    private static final String SO_FAR = "environmentSoFar";

    private final Map<String, Variable> variables = new LinkedHashMap<>();

    EnvironmentEmitter(Environment environment) {
        environment.variables().forEach(variable -> variables.put(variable.name(), variable));
    }

    Expression emit() {
        Set<String> ordered = new LinkedHashSet<>();
        variables.keySet().forEach(name -> visit(name, ordered, new HashSet<>()));
        List<Expression> list = new ArrayList<>();
        ordered.forEach(name -> list.add(emit(variables.get(name))));
        return Literals.list(list);
    }

    private void visit(String name, Set<String> ordered, Set<String> open) {
        if (ordered.contains(name) || !open.add(name)) {
            return;
        }
        References references = new References(name);
        references.transform(variables.get(name).value());
        references.found.forEach(other -> visit(other, ordered, open));
        ordered.add(name);
    }

    private Expression emit(Variable variable) {
        boolean secret = variable.credentials().isPresent();
        Expression value = variable.credentials().orElse(variable.value());
        Expression rewritten = new References(variable.name()).transform(value);
        rewritten.setSourcePosition(value);
        return new MapLiteral()
                .put("name", variable.name())
                .put("secret", secret)
                .put("value", Literals.closure(rewritten, new Parameter(ClassHelper.DYNAMIC_TYPE, SO_FAR)))
                .build();
    }

    /** Turns `OTHER` and `env.OTHER` into the value so far, and notes the name; the variable itself means the one outside. */
    private final class References implements ExpressionTransformer {
        private final String self;
        private final Set<String> found = new LinkedHashSet<>();

        References(String self) {
            this.self = self;
        }

        @Override
        public Expression transform(Expression expression) {
            if (expression == null) {
                return null;
            }
            String name = referred(expression);
            if (name == null || name.equals(self) || !variables.containsKey(name)) {
                return expression.transformExpression(this);
            }
            found.add(name);
            PropertyExpression soFar = new PropertyExpression(new VariableExpression(SO_FAR), name);
            soFar.setSourcePosition(expression);
            return soFar;
        }

        private String referred(Expression expression) {
            if (expression instanceof VariableExpression variable) {
                return variable.getName();
            }
            return expression instanceof PropertyExpression property
                            && property.getObjectExpression() instanceof VariableExpression object
                            && object.getName().equals("env")
                    ? property.getPropertyAsString()
                    : null;
        }
    }
}
