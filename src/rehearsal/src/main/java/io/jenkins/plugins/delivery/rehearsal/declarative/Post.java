package io.jenkins.plugins.delivery.rehearsal.declarative;

import java.util.List;

/** The section {@code post}. */
record Post(Call call, List<Reaction> reactions) {
    /** In the order in which they are looked at when a stage or the pipeline has ended. */
    static final List<String> CONDITIONS = List.of(
            "always",
            "changed",
            "fixed",
            "regression",
            "aborted",
            "success",
            "unsuccessful",
            "unstable",
            "failure",
            "notBuilt",
            "cleanup");

    Post {
        reactions = List.copyOf(reactions);
    }

    /** {@code failure { … }}. */
    record Reaction(Call call, Steps steps) {
        String condition() {
            return call.name();
        }
    }
}
