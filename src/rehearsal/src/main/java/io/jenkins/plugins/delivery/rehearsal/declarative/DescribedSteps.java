package io.jenkins.plugins.delivery.rehearsal.declarative;

import io.jenkins.plugins.delivery.rehearsal.runtime.KnownCalls;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** The steps of this controller, as their descriptors describe them. */
final class DescribedSteps implements StepSchemas {
    /** Steps that take whatever they are given: a map of branches, or an object of any kind. */
    private static final Set<String> FREE =
            Set.of("parallel", "checkout", "step", "wrap", "properties", "input", "build");

    private final Map<String, StepDescriptor> descriptors = new TreeMap<>();
    private final Map<String, Schema> schemas = new HashMap<>();

    private final boolean strict;

    DescribedSteps(boolean strict) {
        this.strict = strict;
        StepDescriptor.all().forEach(descriptor -> descriptors.putIfAbsent(descriptor.getFunctionName(), descriptor));
    }

    @Override
    public Optional<Schema> step(String function) {
        return Optional.ofNullable(descriptors.get(function))
                .map(descriptor -> schemas.computeIfAbsent(function, name -> schema(descriptor)));
    }

    @Override
    public Set<String> stepNames() {
        return Set.copyOf(descriptors.keySet());
    }

    @Override
    public boolean helpful() {
        return strict;
    }

    @Override
    public Set<String> otherNames() {
        return KnownCalls.here();
    }

    private static Schema schema(StepDescriptor descriptor) {
        String function = descriptor.getFunctionName();
        if (FREE.contains(function)) {
            return new Schema(function, false, descriptor.takesImplicitBlockArgument(), List.of());
        }
        List<Parameter> parameters = DescribableModel.of(descriptor.clazz).getParameters().stream()
                .map(parameter -> new Parameter(parameter.getName(), parameter.getErasedType(), parameter.isRequired()))
                .toList();
        return new Schema(function, true, descriptor.takesImplicitBlockArgument(), parameters);
    }
}
