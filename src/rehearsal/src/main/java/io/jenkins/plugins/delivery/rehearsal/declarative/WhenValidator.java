package io.jenkins.plugins.delivery.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.rehearsal.declarative.StepSchemas.Schema;
import io.jenkins.plugins.delivery.rehearsal.declarative.When.Condition;

/** The conditions of {@code when}. */
final class WhenValidator {
    private final Problems problems;
    private final ArgumentValidator arguments;

    WhenValidator(Problems problems) {
        this.problems = problems;
        this.arguments = new ArgumentValidator(problems);
    }

    void validate(@CheckForNull When when) {
        if (when == null) {
            return;
        }
        if (when.conditions().isEmpty()) {
            problems.add(when.call().node(), "Empty when closure, remove the property or add some content.");
        }
        when.conditions().forEach(this::condition);
    }

    private void condition(Condition condition) {
        Call call = condition.call();
        Schema schema = KnownSymbols.CONDITIONS.get(condition.name());
        if (schema == null) {
            problems.add(
                    call.node(),
                    "Unknown conditional " + condition.name() + ". Valid conditionals are: "
                            + String.join(", ", KnownSymbols.CONDITIONS.keySet()));
        } else if (WhenParser.NESTING.contains(condition.name())) {
            children(condition);
        } else if (condition.name().equals("expression") && call.body() == null) {
            problems.add(call.node(), "Expected a block for expression");
        } else if (!isTriggerWithoutName(call)) {
            arguments.validate(call, schema);
        }
    }

    /** {@code triggeredBy cause: 'X'} and {@code triggeredBy 'X'} are the same. */
    private static boolean isTriggerWithoutName(Call call) {
        return call.name().equals("triggeredBy") && call.sole().isPresent();
    }

    private void children(Condition condition) {
        boolean not = condition.name().equals("not");
        int count = condition.children().size();
        if (count == 0 || not && count > 1) {
            problems.add(
                    condition.call().node(),
                    "Nested when condition \"" + condition.name() + "\" requires " + (not ? "exactly" : "at least")
                            + " one child condition.");
        }
        condition.children().forEach(this::condition);
    }
}
