package io.jenkins.plugins.delivery.engine.scan;

import java.io.Serializable;
import java.util.List;

/**
 * What the gates say, in words.
 *
 * @param outcome the worst of all violations
 * @param violations one sentence each, such as "2 HIGH in dependencies, 0 allowed: …"
 */
public record GateVerdict(Outcome outcome, List<String> violations) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** From best to worst. */
    public enum Outcome {
        PASSED,
        UNSTABLE,
        FAILED
    }

    public GateVerdict {
        violations = List.copyOf(violations);
    }

    public boolean passed() {
        return outcome == Outcome.PASSED;
    }
}
