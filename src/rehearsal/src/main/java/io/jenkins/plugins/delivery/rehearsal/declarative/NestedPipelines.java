package io.jenkins.plugins.delivery.rehearsal.declarative;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.Statement;

/** Finds {@code pipeline { … }} anywhere in some code. */
final class NestedPipelines extends CodeVisitorSupport {
    private final List<Call> found = new ArrayList<>();

    static List<Call> in(Statement code) {
        NestedPipelines visitor = new NestedPipelines();
        code.visit(visitor);
        return visitor.found;
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        Call.of(call).filter(DeclarativeCustomizer::isPipeline).ifPresent(found::add);
        super.visitMethodCallExpression(call);
    }
}
