package io.jenkins.plugins.delivery.rehearsal.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.builder.AstBuilder;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.syntax.Types;

/**
 * Variables of a script whose values Jenkins could not write to disk between two steps: matchers, iterators, parsers. Methods
 * with {@code @NonCPS} may use them, since no step comes between.
 */
final class FleetingValues {
    private static final Set<String> CALLS = Set.of(
            "iterator", "listIterator", "entrySet", "stream", "matcher", "values", "openStream", "openConnection");

    private FleetingValues() {}

    /** The method and the name of each. */
    static List<String> kept(String code) {
        List<String> kept = new ArrayList<>();
        for (ASTNode node : new AstBuilder().buildFromString(CompilePhase.CONVERSION, false, code)) {
            if (node instanceof ClassNode type) {
                type.getMethods().stream()
                        .filter(method -> method.getAnnotations().stream()
                                .noneMatch(annotation ->
                                        annotation.getClassNode().getName().equals("NonCPS")))
                        .forEach(method -> method.getCode().visit(visitor(method, kept)));
            }
        }
        return kept;
    }

    private static CodeVisitorSupport visitor(MethodNode method, List<String> kept) {
        return new CodeVisitorSupport() {
            @Override
            public void visitBinaryExpression(BinaryExpression expression) {
                if (expression.getOperation().getType() == Types.ASSIGN && fleeting(expression.getRightExpression())) {
                    kept.add(method.getName() + ": "
                            + expression.getLeftExpression().getText());
                }
                super.visitBinaryExpression(expression);
            }

            @Override
            public void visitDeclarationExpression(DeclarationExpression expression) {
                visitBinaryExpression(expression);
            }
        };
    }

    private static boolean fleeting(Expression value) {
        if (value instanceof BinaryExpression binary) {
            return binary.getOperation().getType() == Types.FIND_REGEX;
        }
        return value instanceof ConstructorCallExpression
                || value instanceof MethodCallExpression call
                        && !call.isImplicitThis()
                        && CALLS.contains(call.getMethodAsString());
    }
}
