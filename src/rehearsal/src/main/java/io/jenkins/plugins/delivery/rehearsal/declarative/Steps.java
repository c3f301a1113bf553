package io.jenkins.plugins.delivery.rehearsal.declarative;

import java.util.List;
import org.codehaus.groovy.ast.expr.ClosureExpression;

/** Steps in a row: the closure as it stands in the source, and the calls in it. */
record Steps(ClosureExpression closure, List<Step> list) {
    Steps {
        list = List.copyOf(list);
    }

    /**
     * One step.
     *
     * @param children steps of its block, if it is a step that runs a block
     */
    record Step(Call call, List<Step> children) {
        Step {
            children = List.copyOf(children);
        }
    }
}
