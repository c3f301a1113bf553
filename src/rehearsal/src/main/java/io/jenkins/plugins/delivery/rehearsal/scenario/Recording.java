package io.jenkins.plugins.delivery.rehearsal.scenario;

import io.jenkins.plugins.delivery.engine.argument.Wildcard;
import io.jenkins.plugins.delivery.rehearsal.runtime.ShellCall;
import io.jenkins.plugins.delivery.rehearsal.runtime.ShellOutcome;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What scripts did, so that they need not do it again when the same pipeline runs again in the same workspace: what they
 * wrote lies there still. Only scripts that succeeded and that the settings name. Thread-safe.
 */
public final class Recording {
    private final Map<String, ShellOutcome> outcomes = new ConcurrentHashMap<>();
    private final Set<String> replayed = new LinkedHashSet<>();

    Optional<ShellOutcome> find(List<String> patterns, ShellCall call) {
        Optional<ShellOutcome> found =
                matches(patterns, call.script()) ? Optional.ofNullable(outcomes.get(key(call))) : Optional.empty();
        if (found.isPresent()) {
            synchronized (replayed) {
                replayed.add(call.script());
            }
        }
        return found;
    }

    void keep(List<String> patterns, ShellCall call, ShellOutcome outcome) {
        if (outcome.exitCode() == 0 && matches(patterns, call.script())) {
            outcomes.put(key(call), outcome);
        }
    }

    /** Scripts whose recorded outcome was used. */
    public List<String> replayed() {
        synchronized (replayed) {
            return List.copyOf(replayed);
        }
    }

    private static String key(ShellCall call) {
        return call.directory() + '\n' + call.environment().get("RELEASE") + '\n' + call.script();
    }

    private static boolean matches(List<String> patterns, String script) {
        return patterns.stream().anyMatch(pattern -> new Wildcard(pattern).matches(script.strip()));
    }
}
