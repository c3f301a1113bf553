package io.jenkins.plugins.delivery.rehearsal.declarative;

import io.jenkins.plugins.delivery.engine.argument.NearestMatch;
import io.jenkins.plugins.delivery.rehearsal.declarative.Steps.Step;
import java.util.Map;

/** Steps of {@code steps} and {@code post}: their names and arguments. */
final class StepValidator {
    private static final Map<String, String> REFUSED = Map.of(
            "stage", "The stage step cannot be used in Declarative Pipelines",
            "properties", "The properties step cannot be used in Declarative Pipelines");

    private final Problems problems;
    private final StepSchemas schemas;
    private final ArgumentValidator arguments;

    StepValidator(Problems problems, StepSchemas schemas) {
        this.problems = problems;
        this.schemas = schemas;
        this.arguments = new ArgumentValidator(problems);
    }

    void validate(Steps steps) {
        steps.list().forEach(this::validate);
    }

    /** Only what looks like a misspelt step: a name that is defined later, by a loaded script or a library, cannot be known here. */
    private void unknown(Call call) {
        if (!schemas.helpful() || schemas.otherNames().contains(call.name())) {
            return;
        }
        NearestMatch.of(call.name(), schemas.stepNames())
                .ifPresent(near -> problems.add(
                        call.node(), "There is no step '" + call.name() + "'; did you mean '" + near + "'?"));
    }

    private void validate(Step step) {
        Call call = step.call();
        if (REFUSED.containsKey(call.name())) {
            problems.add(
                    call.node(),
                    "Invalid step \"" + call.name() + "\" used - not allowed in this context - "
                            + REFUSED.get(call.name()));
            return;
        }
        schemas.step(call.name()).ifPresentOrElse(schema -> arguments.validate(call, schema), () -> unknown(call));
        step.children().forEach(this::validate);
    }
}
