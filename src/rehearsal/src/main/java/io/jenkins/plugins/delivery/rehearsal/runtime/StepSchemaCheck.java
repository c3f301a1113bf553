package io.jenkins.plugins.delivery.rehearsal.runtime;

import io.jenkins.plugins.delivery.engine.argument.NearestMatch;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.structs.describable.AtomicType;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.structs.describable.EnumType;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** What a strict rehearsal says about the arguments of a step, before the step is made. */
final class StepSchemaCheck {
    /** Parameters of constructors that may be left out all the same: these mean "any" or "none". */
    private static final Set<String> NULL_IS_FINE =
            Set.of("node label", "rollingDeploy app", "canaryPromote app", "blueGreenDeploy app");

    private StepSchemaCheck() {}

    static void check(StepDescriptor descriptor, StepArguments arguments) {
        String step = descriptor.getFunctionName();
        if (Steps.takesOwnArguments(descriptor)) {
            return;
        }
        if (arguments.body() == null
                && descriptor.takesImplicitBlockArgument()
                && !(descriptor instanceof BlockOptional)) {
            throw new IllegalArgumentException("Step '" + step + "' needs a block: " + step + "(…) { … }");
        }
        DescribableModel<?> model = DescribableModel.of(descriptor.clazz);
        Set<String> allowed = model.getParameters().stream()
                .map(DescribableParameter::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String name : arguments.named().keySet()) {
            if (model.getParameter(name) == null) {
                String near = NearestMatch.of(name, allowed)
                        .map(known -> "; did you mean '" + known + "'?")
                        .orElse(".");
                throw new IllegalArgumentException("Step '" + step + "' has no argument '" + name + "'" + near
                        + " Allowed: " + (allowed.isEmpty() ? "none" : String.join(", ", allowed)));
            }
        }
        for (DescribableParameter parameter : model.getParameters()) {
            Object value = arguments.named().get(parameter.getName());
            if (parameter.isRequired()
                    && !arguments.named().containsKey(parameter.getName())
                    && !NULL_IS_FINE.contains(step + " " + parameter.getName())) {
                throw new IllegalArgumentException(
                        "Step '" + step + "' needs the argument '" + parameter.getName() + "'");
            }
            if (value != null && parameter.getType() instanceof AtomicType && !fits(parameter.getErasedType(), value)) {
                throw new IllegalArgumentException("Step '" + step + "' wants " + wanted(parameter.getErasedType())
                        + " for '" + parameter.getName() + "' but was given " + given(value));
            }
            if (value instanceof CharSequence word && parameter.getType() instanceof EnumType choice) {
                check(step, parameter.getName(), word.toString(), List.of(choice.getValues()));
            }
        }
    }

    private static void check(String step, String argument, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            String near = NearestMatch.of(value, allowed)
                    .map(known -> "; did you mean '" + known + "'?")
                    .orElse(".");
            throw new IllegalArgumentException("Step '" + step + "' cannot take '" + value + "' for '" + argument + "'"
                    + near + " Allowed: " + String.join(", ", allowed));
        }
    }

    private static boolean fits(Class<?> type, Object value) {
        if (type == String.class) {
            return value instanceof CharSequence;
        }
        if (type == boolean.class || type == Boolean.class) {
            return value instanceof Boolean
                    || value instanceof CharSequence text && text.toString().matches("true|false");
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return value instanceof Number
                    || value instanceof CharSequence text && text.toString().matches("-?\\d+(\\.\\d+)?");
        }
        return true;
    }

    private static String wanted(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        return type == boolean.class || type == Boolean.class ? "true or false" : "a number";
    }

    private static String given(Object value) {
        String kind = value instanceof Number ? "the number " : value instanceof CharSequence ? "the text " : "";
        return kind
                + (kind.isEmpty()
                        ? "a " + value.getClass().getSimpleName()
                        : value instanceof CharSequence ? "'" + value + "'" : value);
    }
}
