package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How many findings of one sort may pass.
 *
 * @param severity exactly this one; null means any
 * @param kind only this one; null means any
 * @param max how many may be there, 0 or more
 * @param scope whether all count or only what is new
 * @param result what the build becomes when there are more
 */
public record Gate(
        @CheckForNull Severity severity, @CheckForNull Kind kind, int max, Scope scope, Result result)
        implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Set<String> KEYS = Set.of("severity", "kind", "max", "scope", "result");

    /** Which findings a gate counts. */
    public enum Scope {
        ALL,
        NEW
    }

    /** What a gate makes of the build. */
    public enum Result {
        UNSTABLE,
        FAILURE
    }

    public Gate {
        if (max < 0) {
            throw new IllegalArgumentException("A gate allows 0 findings or more, not " + max + ".");
        }
    }

    /** The gates of a scan that names none: no CRITICAL and no HIGH. */
    public static List<Gate> defaults() {
        return List.of(
                new Gate(Severity.CRITICAL, null, 0, Scope.ALL, Result.FAILURE),
                new Gate(Severity.HIGH, null, 0, Scope.ALL, Result.FAILURE));
    }

    /**
     * Gates as a Jenkinsfile writes them: {@code [[severity: 'HIGH', max: 0, scope: 'NEW', result: 'UNSTABLE']]}.
     *
     * @param value list of maps; null means the defaults
     * @throws ArgumentException for an unknown key, severity, kind, scope or result, and for a negative number
     */
    public static List<Gate> parse(String argument, @CheckForNull Object value) {
        if (value == null) {
            return defaults();
        }
        List<Gate> gates = new ArrayList<>();
        for (ArgumentMap map : ArgumentMap.list(argument, value, KEYS)) {
            gates.add(parse(map));
        }
        return List.copyOf(gates);
    }

    private static Gate parse(ArgumentMap map) {
        int max = map.wholeNumber("max", 0);
        if (max < 0) {
            throw new ArgumentException(map.place("max"), "expected 0 or more, but it is " + max);
        }
        return new Gate(
                choice(map, "severity", Severity.class, null),
                choice(map, "kind", Kind.class, null),
                max,
                choice(map, "scope", Scope.class, Scope.ALL),
                choice(map, "result", Result.class, Result.FAILURE));
    }

    private static <E extends Enum<E>> E choice(ArgumentMap map, String key, Class<E> type, @CheckForNull E otherwise) {
        return map.has(key) ? Choices.pick(map.place(key), map.raw(key), type) : otherwise;
    }

    boolean counts(int classification) {
        return Classification.counts(classification)
                && (severity == null || severity == Classification.severity(classification))
                && (kind == null || kind == Classification.kind(classification))
                && (scope == Scope.ALL || Classification.standing(classification) == Standing.NEW);
    }
}
