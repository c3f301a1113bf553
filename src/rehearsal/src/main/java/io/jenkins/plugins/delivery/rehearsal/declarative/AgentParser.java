package io.jenkins.plugins.delivery.rehearsal.declarative;

import io.jenkins.plugins.delivery.rehearsal.declarative.Agent.Setting;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** Reads {@code agent any}, {@code agent none} and {@code agent { type … }}. */
final class AgentParser {
    private final Problems problems;

    AgentParser(Problems problems) {
        this.problems = problems;
    }

    Agent parse(Call section) {
        if (section.body() == null) {
            return word(section);
        }
        List<Call> types = Block.calls(section, problems);
        if (types.size() == 1) {
            return typed(section, types.get(0));
        }
        problems.add(section.node(), "Only one agent type is allowed per agent section");
        return new Agent(section.node(), "none", List.of());
    }

    private Agent word(Call section) {
        if (section.sole().orElse(null) instanceof VariableExpression word) {
            return new Agent(section.node(), word.getName(), List.of());
        }
        problems.add(section.node(), "Expected \"any\", \"none\", or a block with an agent type");
        return new Agent(section.node(), "none", List.of());
    }

    private Agent typed(Call section, Call type) {
        List<Setting> settings = new ArrayList<>();
        type.named().forEach(one -> settings.add(new Setting(one.key(), one.name(), one.value())));
        type.sole().ifPresent(value -> settings.add(new Setting(value, soleOf(type.name()), value)));
        if (type.body() != null) {
            Block.calls(type, problems).forEach(call -> settings.add(setting(call)));
        }
        return new Agent(section.node(), type.name(), settings);
    }

    private Setting setting(Call call) {
        Expression value = call.sole().orElse(call.body());
        if (value == null) {
            problems.add(call.node(), "Expected one value for \"" + call.name() + "\"");
            value = call.node();
        }
        return new Setting(call.node(), call.name(), value);
    }

    private static String soleOf(String type) {
        return type.equals("docker") ? "image" : "label";
    }
}
