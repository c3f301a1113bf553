package io.jenkins.plugins.delivery.engine.scan;

import java.io.Serializable;
import java.util.List;

/**
 * What the gates say, in words.
 *
 * @param outcome the worst of all violations
 * @param violations one sentence each, such as "2 HIGH in dependencies, 0 allowed: …"
 * @param comparable whether later builds may be compared with this one: it was complete, and let nothing new through
 *     that it had to stop
 */
public record GateVerdict(Outcome outcome, List<String> violations, boolean comparable) implements Serializable {
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
