package io.jenkins.plugins.delivery.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.NearestMatch;
import io.jenkins.plugins.delivery.rehearsal.declarative.Environment.Variable;
import io.jenkins.plugins.delivery.rehearsal.declarative.PipelineModel.Settings;
import io.jenkins.plugins.delivery.rehearsal.declarative.Post.Reaction;
import io.jenkins.plugins.delivery.rehearsal.declarative.Stage.Input;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.syntax.Types;

/** The sections that pipelines, stages and matrices have in common. */
final class DirectiveValidator {
    private final Problems problems;
    private final StepSchemas schemas;
    private final ArgumentValidator arguments;

    DirectiveValidator(Problems problems, StepSchemas schemas) {
        this.problems = problems;
        this.schemas = schemas;
        this.arguments = new ArgumentValidator(problems);
    }

    void post(@CheckForNull Post post) {
        if (post == null) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (Reaction reaction : post.reactions()) {
            if (!seen.add(reaction.condition())) {
                problems.add(post.call().node(), "Duplicate build condition name: \"" + reaction.condition() + "\"");
            }
        }
        for (Reaction reaction : post.reactions()) {
            if (!Post.CONDITIONS.contains(reaction.condition())) {
                problems.add(
                        reaction.call().node(),
                        "Invalid condition \"" + reaction.condition() + "\" - valid conditions are " + Post.CONDITIONS);
            }
            new StepValidator(problems, schemas).validate(reaction.steps());
        }
    }

    void environment(@CheckForNull Environment environment) {
        if (environment == null) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (Variable variable : environment.variables()) {
            if (!seen.add(variable.name())) {
                problems.add(variable.at(), "Duplicate environment variable name: \"" + variable.name() + "\"");
            }
            if (!isText(variable.value())) {
                problems.add(
                        variable.value(),
                        "Environment variable values must either be single quoted, double quoted, or function calls.");
            }
        }
    }

    private static boolean isText(Expression value) {
        if (value instanceof BinaryExpression sum) {
            return sum.getOperation().getType() == Types.PLUS
                    && isText(sum.getLeftExpression())
                    && isText(sum.getRightExpression());
        }
        return value instanceof ConstantExpression constant && constant.getValue() != null
                || value instanceof GStringExpression
                || value instanceof MethodCallExpression
                || value instanceof StaticMethodCallExpression
                || value instanceof VariableExpression
                || value instanceof PropertyExpression;
    }

    void agent(@CheckForNull Agent agent) {
        if (agent != null && !isKnown(agent.type())) {
            problems.add(
                    agent.at(),
                    "Invalid agent type \"" + agent.type() + "\" specified. Must be one of " + KnownSymbols.AGENTS);
        }
    }

    private boolean isKnown(String agent) {
        return KnownSymbols.AGENTS.contains(agent)
                || "node".equals(agent)
                || schemas.helpful() && KnownSymbols.STARTED_AGENTS.contains(agent);
    }

    void tools(@CheckForNull Settings tools) {
        if (tools != null) {
            tools.list().forEach(this::tool);
        }
    }

    private void tool(Call tool) {
        if (schemas.helpful() && KnownSymbols.COMMON_TOOLS.contains(tool.name())) {
            return;
        }
        List<String> installed = schemas.tools().get(tool.name());
        if (installed == null) {
            problems.add(
                    tool.node(),
                    "Invalid tool type \"" + tool.name() + "\". Valid tool types: "
                            + new TreeSet<>(schemas.tools().keySet()));
            return;
        }
        tool.sole().ifPresent(value -> Literal.of(value)
                .map(literal -> literal.value().toString())
                .filter(name -> !installed.contains(name))
                .ifPresent(name -> problems.add(
                        value,
                        "Tool type \"" + tool.name() + "\" does not have an install of \"" + name
                                + "\" configured - did you mean \""
                                + NearestMatch.closest(name, installed).orElse("null") + "\"?")));
    }

    void options(@CheckForNull Settings options) {
        if (options == null) {
            return;
        }
        for (Call option : options.list()) {
            StepSchemas.Schema wrapper =
                    schemas.step(option.name()).filter(StepSchemas.Schema::body).orElse(null);
            if (wrapper != null) {
                arguments.validate(option, wrapper);
            } else if (!KnownSymbols.OPTIONS.contains(option.name())) {
                problems.add(
                        option.node(),
                        "Invalid option type \"" + option.name() + "\". Valid option types: " + validOptions());
            }
        }
    }

    private Set<String> validOptions() {
        Set<String> names = new TreeSet<>(KnownSymbols.OPTIONS);
        schemas.stepNames().stream()
                .filter(name -> schemas.step(name).map(StepSchemas.Schema::body).orElse(false))
                .forEach(names::add);
        return names;
    }

    void parameters(@CheckForNull Settings parameters) {
        if (parameters == null) {
            return;
        }
        for (Call parameter : parameters.list()) {
            StepSchemas.Schema schema = KnownSymbols.PARAMETERS.get(parameter.name());
            if (schema == null) {
                problems.add(
                        parameter.node(),
                        "Invalid parameter type \"" + parameter.name() + "\". Valid parameter types: "
                                + KnownSymbols.PARAMETERS.keySet());
            } else {
                arguments.validate(parameter, schema);
            }
        }
    }

    void triggers(@CheckForNull Settings triggers) {
        if (triggers == null) {
            return;
        }
        triggers.list().stream()
                .filter(trigger -> !KnownSymbols.TRIGGERS.contains(trigger.name()))
                .forEach(trigger -> problems.add(
                        trigger.node(),
                        "Invalid trigger type \"" + trigger.name() + "\". Valid trigger types: "
                                + KnownSymbols.TRIGGERS));
    }

    void input(@CheckForNull Input input) {
        if (input == null) {
            return;
        }
        if (input.settings().stream().noneMatch(setting -> setting.name().equals("message"))) {
            problems.add(input.call().node(), "Missing required parameter: \"message\"");
        }
        parameters(input.parameters());
    }
}
