package io.jenkins.plugins.delivery.rehearsal.declarative;

import io.jenkins.plugins.delivery.rehearsal.declarative.Block.Section;
import io.jenkins.plugins.delivery.rehearsal.declarative.PipelineModel.Settings;
import io.jenkins.plugins.delivery.rehearsal.declarative.PipelineModel.Stages;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads {@code pipeline { … }} into its model; what cannot be read is reported and left out. */
final class PipelineParser {
    private static final Set<String> SETTINGS = Set.of("parameters", "triggers", "libraries");

    private final Problems problems;
    private final StepSchemas schemas;

    PipelineParser(Problems problems, StepSchemas schemas) {
        this.problems = problems;
        this.schemas = schemas;
    }

    PipelineModel parse(Call pipeline) {
        DirectiveParser directives = new DirectiveParser(problems, schemas);
        Map<String, Settings> settings = new HashMap<>();
        Stages stages = null;
        for (Section section : Block.sections(pipeline, problems)) {
            Call call = section.call();
            if (call != null && call.name().equals("stages")) {
                stages = new StageParser(problems, schemas).stages(call);
            } else if (call != null && SETTINGS.contains(call.name())) {
                settings.put(call.name(), directives.settings(call));
            } else if (call == null || !directives.read(call)) {
                problems.add(section.statement(), "Undefined section \"" + section.name() + "\"");
            }
        }
        return new PipelineModel(
                pipeline,
                directives.agent,
                directives.environment,
                stages,
                directives.options,
                settings.get("parameters"),
                settings.get("triggers"),
                directives.tools,
                settings.get("libraries"),
                directives.post);
    }
}
