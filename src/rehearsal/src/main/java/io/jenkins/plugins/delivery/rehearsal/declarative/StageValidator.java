package io.jenkins.plugins.delivery.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.rehearsal.declarative.PipelineModel.Stages;
import io.jenkins.plugins.delivery.rehearsal.declarative.Stage.Body;
import io.jenkins.plugins.delivery.rehearsal.declarative.Stage.Matrix;
import io.jenkins.plugins.delivery.rehearsal.declarative.Stage.Nested;
import io.jenkins.plugins.delivery.rehearsal.declarative.Stage.Parallel;
import io.jenkins.plugins.delivery.rehearsal.declarative.Stage.Sequence;
import java.util.HashSet;
import java.util.Set;

/** Stages, in whatever they stand. */
final class StageValidator {
    private final Problems problems;
    private final StepSchemas schemas;
    private final DirectiveValidator directives;

    StageValidator(Problems problems, StepSchemas schemas) {
        this.problems = problems;
        this.schemas = schemas;
        this.directives = new DirectiveValidator(problems, schemas);
    }

    void validate(@CheckForNull Stages stages) {
        if (stages == null) {
            return;
        }
        if (stages.list().isEmpty()) {
            problems.add(stages.at(), "No stages specified");
        }
        Set<String> names = new HashSet<>();
        for (Stage stage : stages.list()) {
            if (!names.add(stage.name())) {
                problems.add(stages.at(), "Duplicate stage name: \"" + stage.name() + "\"");
            }
        }
        stages.list().forEach(this::stage);
    }

    private void stage(Stage stage) {
        if (stage.bodies().isEmpty()) {
            problems.add(
                    stage.call().node(),
                    "Expected one of \"steps\", \"stages\", or \"parallel\" for stage \"" + stage.name() + "\"");
        } else if (stage.bodies().size() > 1) {
            problems.add(
                    stage.call().node(),
                    "Only one of \"matrix\", \"parallel\", \"stages\", or \"steps\" allowed for stage \"" + stage.name()
                            + "\"");
        }
        stage.bodies().forEach(this::body);
        new WhenValidator(problems).validate(stage.when());
        directives.post(stage.post());
        directives.environment(stage.environment());
        directives.agent(stage.agent());
        directives.tools(stage.tools());
        directives.options(stage.options());
        directives.input(stage.input());
    }

    private void body(Body body) {
        if (body instanceof Sequence sequence) {
            new StepValidator(problems, schemas).validate(sequence.steps());
        } else if (body instanceof Nested nested) {
            validate(nested.stages());
        } else if (body instanceof Parallel parallel) {
            validate(parallel.stages());
        } else if (body instanceof Matrix matrix) {
            new MatrixValidator(problems).validate(matrix);
            validate(matrix.stages());
            new WhenValidator(problems).validate(matrix.when());
            directives.post(matrix.post());
            directives.environment(matrix.environment());
            directives.agent(matrix.agent());
            directives.tools(matrix.tools());
            directives.options(matrix.options());
            directives.input(matrix.input());
        }
    }
}
