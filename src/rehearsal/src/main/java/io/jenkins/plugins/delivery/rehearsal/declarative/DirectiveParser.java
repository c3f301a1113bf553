package io.jenkins.plugins.delivery.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.rehearsal.declarative.Environment.Variable;
import io.jenkins.plugins.delivery.rehearsal.declarative.PipelineModel.Settings;
import io.jenkins.plugins.delivery.rehearsal.declarative.Post.Reaction;
import io.jenkins.plugins.delivery.rehearsal.declarative.Stage.Input;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.syntax.Types;

/** Reads the sections that pipelines, stages and matrices have in common, and keeps what it has read. */
final class DirectiveParser {
    private final Problems problems;
    private final StepSchemas schemas;

    @CheckForNull
    Agent agent;

    @CheckForNull
    Environment environment;

    @CheckForNull
    Settings tools;

    @CheckForNull
    Settings options;

    @CheckForNull
    When when;

    @CheckForNull
    Input input;

    @CheckForNull
    Post post;

    DirectiveParser(Problems problems, StepSchemas schemas) {
        this.problems = problems;
        this.schemas = schemas;
    }

    /** Reads a section of pipeline or stage; false if it is none of those in common. */
    boolean read(Call section) {
        switch (section.name()) {
            case "agent" -> agent = new AgentParser(problems).parse(section);
            case "environment" -> environment = environment(section);
            case "tools" -> tools = settings(section);
            case "options" -> options = settings(section);
            case "post" -> post = post(section);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Reads a section that only stages and matrices have. */
    boolean readOfStage(Call section) {
        switch (section.name()) {
            case "when" -> when = new WhenParser(problems).parse(section);
            case "input" -> input = input(section);
            default -> {
                return read(section);
            }
        }
        return true;
    }

    Settings settings(Call section) {
        return new Settings(section, Block.calls(section, problems));
    }

    private Environment environment(Call section) {
        List<Variable> variables = new ArrayList<>();
        for (Statement statement : Block.statements(section, problems)) {
            if (statement instanceof ExpressionStatement expression
                    && expression.getExpression() instanceof BinaryExpression assignment
                    && assignment.getOperation().getType() == Types.EQUAL
                    && assignment.getLeftExpression() instanceof VariableExpression name) {
                variables.add(new Variable(statement, name.getName(), assignment.getRightExpression()));
            } else {
                problems.add(statement, "Expected name=value pairs");
            }
        }
        return new Environment(section, variables);
    }

    private Post post(Call section) {
        StepParser steps = new StepParser(problems, schemas);
        List<Reaction> reactions = Block.calls(section, problems).stream()
                .map(call -> new Reaction(call, steps.parse(call)))
                .toList();
        return new Post(section, reactions);
    }

    private Input input(Call section) {
        if (section.body() == null) {
            List<Agent.Setting> message = section.sole().stream()
                    .map(value -> new Agent.Setting(value, "message", value))
                    .toList();
            return new Input(section, message, null);
        }
        List<Agent.Setting> values = new ArrayList<>();
        Settings parameters = null;
        for (Call call : Block.calls(section, problems)) {
            Expression value = call.sole().orElse(null);
            if (call.name().equals("parameters")) {
                parameters = settings(call);
            } else if (value == null) {
                problems.add(call.node(), "Expected one value for \"" + call.name() + "\"");
            } else {
                values.add(new Agent.Setting(call.node(), call.name(), value));
            }
        }
        return new Input(section, values, parameters);
    }
}
