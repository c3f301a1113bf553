package io.jenkins.plugins.delivery.rehearsal.declarative;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.CatchStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.TryCatchStatement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * Gives {@code pipeline { … }} its meaning: checks the block, and replaces its closure by the program that the interpreter runs. To be added
 * to the compiler in front of everything that transforms the code of a pipeline.
 */
public final class DeclarativeCustomizer extends CompilationCustomizer {
    private final StepSchemas schemas;

    public DeclarativeCustomizer(StepSchemas schemas) {
        super(CompilePhase.CONVERSION);
        this.schemas = schemas;
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        if (!type.isScript()) {
            return;
        }
        Problems problems = new Problems(source);
        StepSchemas known = ScriptNames.in(type, schemas);
        for (MethodNode method : type.getMethods()) {
            if (method.getCode() instanceof BlockStatement code) {
                if (method.getName().equals("run") && method.getParameters().length == 0) {
                    script(code, type, known, problems);
                } else {
                    pipelines(code).forEach(pipeline -> replace(pipeline, known, problems));
                }
            }
        }
    }

    private static void script(BlockStatement code, ClassNode type, StepSchemas known, Problems problems) {
        List<Call> pipelines = code.getStatements().stream()
                .flatMap(statement -> Call.of(statement).stream())
                .filter(DeclarativeCustomizer::isPipeline)
                .toList();
        if (pipelines.isEmpty() && type.getDeclaredMethods("pipeline").isEmpty()) {
            NestedPipelines.in(code)
                    .forEach(nested -> problems.add(
                            nested.node(), "pipeline block must be at the top-level, not within another block."));
        }
        pipelines.forEach(pipeline -> replace(pipeline, known, problems));
    }

    private static void replace(Call pipeline, StepSchemas schemas, Problems problems) {
        PipelineModel model = new PipelineParser(problems, schemas).parse(pipeline);
        new PipelineValidator(problems, schemas).validate(model);
        pipeline.node().setArguments(new ArgumentListExpression(new ProgramEmitter(schemas).emit(model)));
    }

    static boolean isPipeline(Call call) {
        return call.plain()
                && call.name().equals("pipeline")
                && call.body() != null
                && call.positional().isEmpty()
                && call.named().isEmpty();
    }

    /** Pipelines in a function of a library: also those that only run under a condition. */
    private static List<Call> pipelines(Statement statement) {
        List<Call> found = new ArrayList<>();
        Call.of(statement).filter(DeclarativeCustomizer::isPipeline).ifPresent(found::add);
        if (statement instanceof BlockStatement block) {
            block.getStatements().forEach(one -> found.addAll(pipelines(one)));
        } else if (statement instanceof IfStatement branches) {
            found.addAll(pipelines(branches.getIfBlock()));
            found.addAll(pipelines(branches.getElseBlock()));
        } else if (statement instanceof TryCatchStatement attempt) {
            found.addAll(pipelines(attempt.getTryStatement()));
            found.addAll(pipelines(attempt.getFinallyStatement()));
            for (CatchStatement rescue : attempt.getCatchStatements()) {
                found.addAll(pipelines(rescue.getCode()));
            }
        }
        return found;
    }
}
