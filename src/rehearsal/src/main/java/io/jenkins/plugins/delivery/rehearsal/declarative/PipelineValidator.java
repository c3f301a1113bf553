package io.jenkins.plugins.delivery.rehearsal.declarative;

/** The whole {@code pipeline} block. */
final class PipelineValidator {
    private final Problems problems;
    private final StepSchemas schemas;

    PipelineValidator(Problems problems, StepSchemas schemas) {
        this.problems = problems;
        this.schemas = schemas;
    }

    void validate(PipelineModel pipeline) {
        required(pipeline, "stages", pipeline.stages());
        required(pipeline, "agent", pipeline.agent());
        new StageValidator(problems, schemas).validate(pipeline.stages());
        DirectiveValidator directives = new DirectiveValidator(problems, schemas);
        directives.post(pipeline.post());
        directives.environment(pipeline.environment());
        directives.agent(pipeline.agent());
        directives.tools(pipeline.tools());
        directives.options(pipeline.options());
        directives.parameters(pipeline.parameters());
        directives.triggers(pipeline.triggers());
    }

    private void required(PipelineModel pipeline, String name, Object section) {
        if (section == null) {
            problems.add(pipeline.call().node(), "Missing required section \"" + name + "\"");
        }
    }
}
