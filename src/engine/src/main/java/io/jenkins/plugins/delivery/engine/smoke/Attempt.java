package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * One try of one check.
 *
 * @param check name of the check
 * @param mismatch what was expected and what was there instead; null means passed
 * @param millis latency of each sample that was answered
 */
public record Attempt(String check, @CheckForNull Mismatch mismatch, List<Long> millis) implements Serializable {
    private static final long serialVersionUID = 1L;

    public Attempt {
        millis = new ArrayList<>(millis);
    }

    public boolean passed() {
        return mismatch == null;
    }

    static Attempt failed(Check check, String expected, String actual) {
        return new Attempt(check.name(), new Mismatch(expected, actual), List.of());
    }
}
