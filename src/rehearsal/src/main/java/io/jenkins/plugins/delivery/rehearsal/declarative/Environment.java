package io.jenkins.plugins.delivery.rehearsal.declarative;

import java.util.List;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.Expression;

/** The section {@code environment}, in the order of the source. */
record Environment(Call call, List<Variable> variables) {
    Environment {
        variables = List.copyOf(variables);
    }

    /** {@code NAME = value}. */
    record Variable(ASTNode at, String name, Expression value) {
        /** The argument of {@code credentials(…)}, if the value is such a call. */
        java.util.Optional<Expression> credentials() {
            return Call.of(value)
                    .filter(call -> call.plain() && call.name().equals("credentials"))
                    .flatMap(Call::sole);
        }
    }
}
