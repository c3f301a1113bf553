package io.jenkins.plugins.delivery.rehearsal.declarative;

import io.jenkins.plugins.delivery.engine.argument.NearestMatch;
import io.jenkins.plugins.delivery.rehearsal.declarative.Call.NamedArgument;
import io.jenkins.plugins.delivery.rehearsal.declarative.StepSchemas.Parameter;
import io.jenkins.plugins.delivery.rehearsal.declarative.StepSchemas.Schema;
import org.codehaus.groovy.ast.expr.Expression;

/** Compares the arguments of a call with what the called symbol takes. */
final class ArgumentValidator {
    private final Problems problems;

    ArgumentValidator(Problems problems) {
        this.problems = problems;
    }

    void validate(Call call, Schema schema) {
        if (!schema.checked()) {
            return;
        }
        if (call.positional().isEmpty()) {
            boolean known = call.named().stream().allMatch(argument -> named(argument, schema));
            if (known) {
                missing(call, schema);
            }
        } else {
            positional(call, schema);
        }
    }

    private boolean named(NamedArgument argument, Schema schema) {
        Parameter parameter = schema.parameter(argument.name()).orElse(null);
        if (parameter == null) {
            String nearest = NearestMatch.closest(
                            argument.name(),
                            schema.parameters().stream().map(Parameter::name).toList())
                    .orElse("null");
            problems.add(
                    argument.key(), "Invalid parameter \"" + argument.name() + "\", did you mean \"" + nearest + "\"?");
            return false;
        }
        type(argument.value(), parameter, parameter.name());
        return true;
    }

    private void missing(Call call, Schema schema) {
        schema.parameters().stream()
                .filter(Parameter::required)
                .filter(parameter -> call.value(parameter.name()).isEmpty())
                .forEach(parameter ->
                        problems.add(call.node(), "Missing required parameter: \"" + parameter.name() + "\""));
    }

    private void positional(Call call, Schema schema) {
        Parameter sole = schema.sole().orElse(null);
        Expression value = call.sole().orElse(null);
        if (sole == null || value == null) {
            problems.add(call.node(), "Arguments to \"" + call.name() + "\" must be explicitly named.");
        } else {
            type(value, sole, "");
        }
    }

    private void type(Expression value, Parameter parameter, String name) {
        Literal.of(value)
                .filter(literal -> !literal.fits(parameter.type()))
                .ifPresent(literal -> problems.add(value, literal.mismatch(parameter.type(), name)));
    }
}
