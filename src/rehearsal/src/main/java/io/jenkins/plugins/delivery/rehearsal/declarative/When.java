package io.jenkins.plugins.delivery.rehearsal.declarative;

import java.util.List;

/** The section {@code when}: all its conditions must hold. */
record When(Call call, boolean beforeAgent, boolean beforeInput, boolean beforeOptions, List<Condition> conditions) {
    When {
        conditions = List.copyOf(conditions);
    }

    /** One condition; {@code allOf}, {@code anyOf} and {@code not} have children. */
    record Condition(Call call, List<Condition> children) {
        Condition {
            children = List.copyOf(children);
        }

        String name() {
            return call.name();
        }
    }
}
