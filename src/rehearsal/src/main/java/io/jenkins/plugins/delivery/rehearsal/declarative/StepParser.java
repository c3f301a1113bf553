package io.jenkins.plugins.delivery.rehearsal.declarative;

import io.jenkins.plugins.delivery.rehearsal.declarative.StepSchemas.Schema;
import io.jenkins.plugins.delivery.rehearsal.declarative.Steps.Step;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.stmt.Statement;

/** Reads {@code steps}, the reactions of {@code post}, and the blocks of steps in them: only steps may stand there. */
final class StepParser {
    private final Problems problems;
    private final StepSchemas schemas;

    StepParser(Problems problems, StepSchemas schemas) {
        this.problems = problems;
        this.schemas = schemas;
    }

    /** The steps of the block of `call`, empty ones if it has none. */
    Steps parse(Call call) {
        if (call.body() == null) {
            problems.add(call.node(), "Expected a block for " + call.name());
            return new Steps(new ClosureExpression(null, null), List.of());
        }
        return new Steps(call.body(), steps(call.body()));
    }

    private List<Step> steps(ClosureExpression closure) {
        List<Step> steps = new ArrayList<>();
        for (Statement statement : Block.statements(closure)) {
            Call call = Call.of(statement).orElse(null);
            if (call == null) {
                problems.add(statement, "Expected a step");
            } else if (call.onVariable()) {
                problems.add(statement, "Method calls on objects not allowed outside \"script\" blocks.");
            } else if (!call.plain()) {
                problems.add(statement, "Expected a symbol");
            } else {
                steps.add(new Step(call, children(call)));
            }
        }
        return steps;
    }

    private List<Step> children(Call call) {
        boolean runsSteps = call.body() != null
                && !call.name().equals("script")
                && schemas.step(call.name()).map(Schema::body).orElse(false);
        return runsSteps ? steps(call.body()) : List.of();
    }
}
