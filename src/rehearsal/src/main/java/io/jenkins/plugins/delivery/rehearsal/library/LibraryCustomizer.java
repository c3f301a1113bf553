package io.jenkins.plugins.delivery.rehearsal.library;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** Loads the libraries that a script names, before its imports are resolved. */
public final class LibraryCustomizer extends CompilationCustomizer {
    private final LibraryLoader loader;

    public LibraryCustomizer(LibraryLoader loader) {
        super(CompilePhase.CONVERSION);
        this.loader = loader;
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        List<Expression> wanted = new ArrayList<>();
        new ClassCodeVisitorSupport() {
            @Override
            public void visitAnnotations(AnnotatedNode node) {
                super.visitAnnotations(node);
                for (AnnotationNode annotation : node.getAnnotations()) {
                    if (isLibrary(annotation)) {
                        wanted.add(annotation.getMember("value"));
                    }
                }
            }

            @Override
            protected SourceUnit getSourceUnit() {
                return source;
            }
        }.visitClass(type);
        type.getModule().getImports().forEach(each -> collect(each, wanted));
        type.getModule().getStarImports().forEach(each -> collect(each, wanted));
        type.getModule().getStaticImports().values().forEach(each -> collect(each, wanted));
        type.getModule().getStaticStarImports().values().forEach(each -> collect(each, wanted));
        wanted.forEach(value -> load(value, source));
    }

    private static void collect(AnnotatedNode node, List<Expression> wanted) {
        for (AnnotationNode annotation : node.getAnnotations()) {
            if (isLibrary(annotation)) {
                wanted.add(annotation.getMember("value"));
            }
        }
    }

    private static boolean isLibrary(AnnotationNode annotation) {
        String name = annotation.getClassNode().getName();
        return name.equals("Library") || name.equals(Library.class.getName());
    }

    private void load(Expression value, SourceUnit source) {
        if (value instanceof ListExpression list) {
            list.getExpressions().forEach(each -> load(each, source));
        } else if (value instanceof ConstantExpression constant) {
            try {
                loader.load(String.valueOf(constant.getValue()));
            } catch (Exception failure) {
                SyntaxException error = new SyntaxException(
                        failure.getMessage(), failure, value.getLineNumber(), value.getColumnNumber());
                source.getErrorCollector().addErrorAndContinue(new SyntaxErrorMessage(error, source));
            }
        }
    }
}
