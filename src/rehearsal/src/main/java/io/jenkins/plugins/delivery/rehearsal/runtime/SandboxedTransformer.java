package io.jenkins.plugins.delivery.rehearsal.runtime;

import com.cloudbees.groovy.cps.CpsTransformer;
import com.cloudbees.groovy.cps.SandboxCpsTransformer;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.SourceUnit;
import org.kohsuke.groovy.sandbox.SandboxTransformer;

/**
 * Transforms sandboxed code. The groovy-cps on Maven Central is newer than the groovy-sandbox there, which lacks one method that
 * it calls: the check for finalizers. That check is made here instead.
 */
final class SandboxedTransformer extends SandboxCpsTransformer {
    private static final MethodHandle TRANSFORM = transform();
    private final SandboxTransformer sandbox = new SandboxTransformer();
    private SourceUnit source;

    @Override
    public void call(SourceUnit unit, GeneratorContext context, ClassNode type) {
        source = unit;
        super.call(unit, context, type);
    }

    @Override
    public void visitMethod(MethodNode method) {
        refuseFinalizer(method);
        try {
            TRANSFORM.invokeExact((SandboxCpsTransformer) this, method);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    protected void visitNontransformedMethod(MethodNode method) {
        refuseFinalizer(method);
        sandbox.createVisitor(source, classNode).visitMethod(method);
    }

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

    private static void refuseFinalizer(MethodNode method) {
        if (method.getName().equals("finalize") && method.isVoidMethod() && !method.isPrivate() && !method.isStatic()) {
            throw new SecurityException("Sandboxed code may not override Object.finalize()");
        }
    }

    /** What the superclass does after its check: the method of its own superclass. */
    private static MethodHandle transform() {
        try {
            MethodHandles.Lookup inside =
                    MethodHandles.privateLookupIn(SandboxCpsTransformer.class, MethodHandles.lookup());
            MethodType type = MethodType.methodType(void.class, MethodNode.class);
            return inside.findSpecial(CpsTransformer.class, "visitMethod", type, SandboxCpsTransformer.class);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("This groovy-cps is not the one that the rehearsal was made for", changed);
        }
    }
}
