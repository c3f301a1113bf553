package io.jenkins.plugins.delivery.rehearsal.runtime;

import com.cloudbees.groovy.cps.CpsTransformer;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;

/** Transforms trusted code, with arguments and elements that are spread. */
final class ProgramTransformer extends CpsTransformer {
    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        call.setArguments(Spread.in(call.getArguments()));
        super.visitMethodCallExpression(call);
    }

    @Override
    public void visitStaticMethodCallExpression(StaticMethodCallExpression call) {
        super.visitStaticMethodCallExpression(Spread.in(call));
    }

    @Override
    public void visitConstructorCallExpression(ConstructorCallExpression call) {
        super.visitConstructorCallExpression(Spread.in(call));
    }

    @Override
    public void visitListExpression(ListExpression list) {
        Expression written = Spread.in(list);
        if (written == list) {
            super.visitListExpression(list);
        } else {
            visit(written);
        }
    }
}
