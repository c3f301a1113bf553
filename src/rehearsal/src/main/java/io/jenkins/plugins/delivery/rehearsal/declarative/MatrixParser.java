package io.jenkins.plugins.delivery.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.rehearsal.declarative.Block.Section;
import io.jenkins.plugins.delivery.rehearsal.declarative.PipelineModel.Stages;
import io.jenkins.plugins.delivery.rehearsal.declarative.Stage.Axis;
import io.jenkins.plugins.delivery.rehearsal.declarative.Stage.Matrix;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.expr.Expression;

/** Reads {@code matrix { axes { … } excludes { … } stages { … } }}. */
final class MatrixParser {
    private final Problems problems;
    private final StepSchemas schemas;
    private final StageParser stageParser;

    MatrixParser(Problems problems, StepSchemas schemas, StageParser stageParser) {
        this.problems = problems;
        this.schemas = schemas;
        this.stageParser = stageParser;
    }

    Matrix parse(Call call) {
        DirectiveParser directives = new DirectiveParser(problems, schemas);
        List<Axis> axes = null;
        List<List<Axis>> excludes = List.of();
        Stages stages = null;
        for (Section section : Block.sections(call, problems)) {
            switch (section.name()) {
                case "axes" -> axes = axes(section.call());
                case "excludes" -> excludes = excludes(section.call());
                case "stages" -> stages = stageParser.stages(section.call());
                default -> {
                    if (section.call() == null || !directives.readOfStage(section.call())) {
                        problems.add(section.statement(), "Undefined section \"" + section.name() + "\"");
                    }
                }
            }
        }
        return new Matrix(
                call,
                axes,
                excludes,
                stages,
                directives.agent,
                directives.environment,
                directives.tools,
                directives.options,
                directives.when,
                directives.input,
                directives.post);
    }

    private List<List<Axis>> excludes(Call section) {
        return Block.calls(section, problems).stream().map(this::axes).toList();
    }

    private List<Axis> axes(Call section) {
        return Block.calls(section, problems).stream().map(this::axis).toList();
    }

    private Axis axis(Call call) {
        Expression name = null;
        List<Expression> values = null;
        boolean negated = false;
        for (Call part : Block.calls(call, problems)) {
            switch (part.name()) {
                case "name" -> name = part.sole().orElse(null);
                case "values" -> values = values(part);
                case "notValues" -> {
                    values = values(part);
                    negated = true;
                }
                default -> problems.add(part.node(), "Undefined section \"" + part.name() + "\"");
            }
        }
        return new Axis(call, name, values, negated);
    }

    @CheckForNull
    private static List<Expression> values(Call call) {
        return call.positional().isEmpty() ? null : new ArrayList<>(call.positional());
    }
}
