package io.jenkins.plugins.delivery.rehearsal.declarative;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** The schemas of steps, in a script with names of its own: its functions, and variables that may hold closures. */
final class ScriptNames implements StepSchemas {
    private final StepSchemas steps;
    private final Set<String> names;

    private ScriptNames(StepSchemas steps, Set<String> names) {
        this.steps = steps;
        this.names = names;
    }

    static StepSchemas in(ClassNode script, StepSchemas steps) {
        Set<String> names = new HashSet<>(steps.otherNames());
        for (MethodNode method : script.getMethods()) {
            names.add(method.getName());
            for (org.codehaus.groovy.ast.Parameter parameter : method.getParameters()) {
                names.add(parameter.getName());
            }
            if (method.getCode() != null) {
                method.getCode().visit(new Assignments(names));
            }
        }
        return new ScriptNames(steps, names);
    }

    @Override
    public Optional<Schema> step(String function) {
        return steps.step(function);
    }

    @Override
    public Set<String> stepNames() {
        return steps.stepNames();
    }

    @Override
    public Map<String, List<String>> tools() {
        return steps.tools();
    }

    @Override
    public boolean helpful() {
        return steps.helpful();
    }

    @Override
    public Set<String> otherNames() {
        return names;
    }

    private static final class Assignments extends CodeVisitorSupport {
        private final Set<String> names;

        Assignments(Set<String> names) {
            this.names = names;
        }

        @Override
        public void visitDeclarationExpression(DeclarationExpression declaration) {
            add(declaration.getLeftExpression());
            super.visitDeclarationExpression(declaration);
        }

        @Override
        public void visitBinaryExpression(BinaryExpression assignment) {
            add(assignment.getLeftExpression());
            super.visitBinaryExpression(assignment);
        }

        private void add(Expression target) {
            if (target instanceof VariableExpression variable) {
                names.add(variable.getName());
            }
        }
    }
}
