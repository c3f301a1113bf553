package io.jenkins.plugins.delivery.rehearsal.declarative;

import java.util.List;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.Expression;

/**
 * Where stages run.
 *
 * @param type {@code any}, {@code none}, {@code label}, {@code node}, or a type that a plugin would have to bring
 * @param settings arguments of the type, a sole one under the name {@code label}
 */
record Agent(ASTNode at, String type, List<Setting> settings) {
    Agent {
        settings = List.copyOf(settings);
    }

    /** One argument of an agent: {@code label 'linux'}. */
    record Setting(ASTNode at, String name, Expression value) {}

    boolean none() {
        return "none".equals(type);
    }
}
