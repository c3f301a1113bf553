package io.jenkins.plugins.delivery.rehearsal.declarative;

import io.jenkins.plugins.delivery.rehearsal.declarative.Block.Section;
import io.jenkins.plugins.delivery.rehearsal.declarative.PipelineModel.Stages;
import io.jenkins.plugins.delivery.rehearsal.declarative.Stage.Body;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.stmt.Statement;

/** Reads {@code stages}, {@code parallel} and each {@code stage} in them. */
final class StageParser {
    private final Problems problems;
    private final StepSchemas schemas;

    StageParser(Problems problems, StepSchemas schemas) {
        this.problems = problems;
        this.schemas = schemas;
    }

    Stages stages(Call section) {
        List<Stage> stages = new ArrayList<>();
        for (Statement statement : Block.statements(section, problems)) {
            Call call = Call.of(statement).orElse(null);
            if (call != null && call.plain() && call.name().equals("stage") && call.body() != null) {
                stages.add(stage(call));
            } else {
                problems.add(statement, "Expected a stage");
            }
        }
        return new Stages(section.node(), stages);
    }

    private Stage stage(Call call) {
        DirectiveParser directives = new DirectiveParser(problems, schemas);
        List<Body> bodies = new ArrayList<>();
        boolean failFast = false;
        for (Section section : Block.sections(call, problems)) {
            Call content = section.call();
            if (content != null && content.name().equals("failFast")) {
                failFast = isTrue(content);
            } else if (content == null || !body(content, bodies) && !directives.readOfStage(content)) {
                problems.add(
                        call.node(),
                        "Unknown stage section \"" + section.name()
                                + "\". Starting with version 0.5, steps in a stage must be in a ‘steps’ block.");
            }
        }
        return new Stage(
                call,
                name(call),
                directives.agent,
                directives.environment,
                directives.tools,
                directives.options,
                directives.when,
                directives.input,
                bodies,
                directives.post,
                failFast);
    }

    private boolean body(Call section, List<Body> bodies) {
        switch (section.name()) {
            case "steps" -> bodies.add(new Stage.Sequence(new StepParser(problems, schemas).parse(section)));
            case "stages" -> bodies.add(new Stage.Nested(stages(section)));
            case "parallel" -> bodies.add(new Stage.Parallel(stages(section)));
            case "matrix" -> bodies.add(new MatrixParser(problems, schemas, this).parse(section));
            default -> {
                return false;
            }
        }
        return true;
    }

    private String name(Call call) {
        Expression name = call.sole().orElse(null);
        if (name instanceof ConstantExpression constant && constant.getValue() instanceof String text) {
            return text;
        }
        problems.add(name == null ? call.node() : name, "Expected a string literal");
        return "";
    }

    private static boolean isTrue(Call call) {
        return call.sole().orElse(null) instanceof ConstantExpression constant
                && Boolean.TRUE.equals(constant.getValue());
    }
}
