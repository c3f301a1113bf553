package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One try of one check.
 *
 * @param check name of the check
 * @param mismatch what was expected and what was there instead; null means passed
 * @param millis latency of each sample that was answered
 * @param extracted values for later checks, by name
 */
public record Attempt(String check, @CheckForNull Mismatch mismatch, List<Long> millis, Map<String, String> extracted)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public Attempt {
        millis = new ArrayList<>(millis);
        extracted = new HashMap<>(extracted);
    }

    Attempt(String check, @CheckForNull Mismatch mismatch, List<Long> millis) {
        this(check, mismatch, millis, Map.of());
    }

    public boolean passed() {
        return mismatch == null;
    }

    static Attempt failed(Check check, String expected, String actual) {
        return new Attempt(check.name(), new Mismatch(expected, actual), List.of());
    }

    @Override
    public String toString() {
        return check + ": " + (mismatch == null ? "passed" : mismatch.toString());
    }
}
