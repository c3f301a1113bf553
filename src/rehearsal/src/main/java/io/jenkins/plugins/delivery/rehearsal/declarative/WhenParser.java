package io.jenkins.plugins.delivery.rehearsal.declarative;

import io.jenkins.plugins.delivery.rehearsal.declarative.When.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.stmt.Statement;

/** Reads {@code when { … }}. */
final class WhenParser {
    static final Set<String> NESTING = Set.of("allOf", "anyOf", "not");
    private static final Set<String> FLAGS = Set.of("beforeAgent", "beforeInput", "beforeOptions");

    private final Problems problems;

    WhenParser(Problems problems) {
        this.problems = problems;
    }

    When parse(Call section) {
        List<Call> calls = calls(section);
        List<Condition> conditions = calls.stream()
                .filter(call -> !FLAGS.contains(call.name()))
                .map(this::condition)
                .toList();
        return new When(
                section,
                flag(calls, "beforeAgent"),
                flag(calls, "beforeInput"),
                flag(calls, "beforeOptions"),
                conditions);
    }

    private Condition condition(Call call) {
        if (!NESTING.contains(call.name()) || call.body() == null) {
            return new Condition(call, List.of());
        }
        return new Condition(call, calls(call).stream().map(this::condition).toList());
    }

    private List<Call> calls(Call parent) {
        List<Call> calls = new ArrayList<>();
        for (Statement statement : Block.statements(parent, problems)) {
            Call call = Call.of(statement).orElse(null);
            if (call != null && call.plain()) {
                calls.add(call);
            } else {
                problems.add(statement, "Expected a when condition");
            }
        }
        return calls;
    }

    private boolean flag(List<Call> calls, String name) {
        for (Call call : calls) {
            if (call.name().equals(name)) {
                return truth(call);
            }
        }
        return false;
    }

    private boolean truth(Call call) {
        if (call.sole().orElse(null) instanceof ConstantExpression constant
                && constant.getValue() instanceof Boolean value) {
            return value;
        }
        problems.add(call.node(), "Expected a boolean for \"" + call.name() + "\"");
        return false;
    }
}
