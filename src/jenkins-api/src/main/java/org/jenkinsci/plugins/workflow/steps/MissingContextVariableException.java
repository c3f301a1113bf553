package org.jenkinsci.plugins.workflow.steps;

import java.util.List;

/** A step needs something that it can only have inside another step. */
public class MissingContextVariableException extends Exception {
    private static final long serialVersionUID = 1;
    private final Class<?> type;
    private final String functionName;

    public MissingContextVariableException(Class<?> type) {
        this(type, null);
    }

    public MissingContextVariableException(Class<?> type, StepDescriptor descriptor) {
        this.type = type;
        functionName = descriptor == null ? null : descriptor.getFunctionName();
    }

    public Class<?> getType() {
        return type;
    }

    /** The steps whose bodies have it. */
    public List<StepDescriptor> getProviders() {
        return StepDescriptor.all().stream()
                .filter(each -> each.getProvidedContext().stream().anyMatch(type::isAssignableFrom))
                .toList();
    }

    @Override
    public String getMessage() {
        StringBuilder text = new StringBuilder("Required context ").append(type).append(" is missing");
        List<String> names =
                getProviders().stream().map(StepDescriptor::getFunctionName).toList();
        if (!names.isEmpty()) {
            text.append("\nPerhaps you forgot to surround the ")
                    .append(functionName == null ? "" : functionName + " ")
                    .append("step with a step that provides this, such as: ")
                    .append(String.join(", ", names));
        }
        return text.toString();
    }
}
