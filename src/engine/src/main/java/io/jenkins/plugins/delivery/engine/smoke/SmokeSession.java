package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A smoke test under way: which checks are to be tried when, and what came of those that were. An immutable value that can
 * be stored after each attempt and taken up by another process.
 */
public final class SmokeSession implements Serializable {
    private static final long serialVersionUID = 1L;

    private final SmokeSuite suite;
    private final Instant start;
    private final LinkedHashMap<String, CheckState> states;
    /** What checks extracted. Often a token, so never stored: after a restart it is extracted again. */
    private final transient Map<String, String> values;

    private SmokeSession(
            SmokeSuite suite, Instant start, LinkedHashMap<String, CheckState> states, Map<String, String> values) {
        this.suite = suite;
        this.start = start;
        this.states = states;
        this.values = values;
    }

    public static SmokeSession start(SmokeSuite suite, Instant time) {
        Instant now = time.truncatedTo(ChronoUnit.MILLIS);
        LinkedHashMap<String, CheckState> states = new LinkedHashMap<>();
        suite.checks().forEach(check -> states.put(check.name(), CheckState.dueAt(now)));
        return new SmokeSession(suite, now, states, Map.of());
    }

    public SmokeSuite suite() {
        return suite;
    }

    /** When everything that has not passed has failed. */
    public Instant deadline() {
        return start.plus(suite.timeout());
    }

    /** The checks to try now; none once the deadline has come. */
    public List<Check> due(Instant now) {
        if (!now.isBefore(deadline())) {
            return List.of();
        }
        return suite.checks().stream()
                .filter(check -> {
                    Instant due = states.get(check.name()).due();
                    return due != null && !due.isAfter(now) && missing(check).isEmpty();
                })
                .toList();
    }

    /** The session after these attempts, which were over now; what is settled already stays so. */
    public SmokeSession after(List<Attempt> attempts, Instant now) {
        LinkedHashMap<String, CheckState> next = new LinkedHashMap<>(states);
        Map<String, String> extracted = new HashMap<>(values);
        for (Attempt attempt : attempts) {
            next.computeIfPresent(
                    attempt.check(), (name, state) -> state.due() == null ? state : state.after(attempt, now, suite));
            extracted.putAll(attempt.extracted());
        }
        extracted.keySet().retainAll(suite.producers().keySet());
        return new SmokeSession(suite, start, next, extracted);
    }

    /** Values that checks extracted, by name. */
    public Map<String, String> values() {
        return Map.copyOf(values);
    }

    /** The first value that the check needs and that no check has extracted yet. */
    private Optional<String> missing(Check check) {
        return check.uses().stream()
                .filter(name -> suite.producers().containsKey(name) && !values.containsKey(name))
                .findFirst();
    }

    private boolean settled() {
        return states.values().stream().allMatch(state -> state.due() == null);
    }

    private Object readResolve() {
        LinkedHashMap<String, CheckState> next = new LinkedHashMap<>(states);
        if (!settled()) {
            suite.producers().values().forEach(name -> next.computeIfPresent(name, (key, state) -> state.again(start)));
        }
        return new SmokeSession(suite, start, next, Map.of());
    }

    /** When to look again: the next time that a check is due, or the deadline. Null if everything is settled. */
    @CheckForNull
    public Instant wakeUp() {
        return settled() ? null : wakeUp(Set.of());
    }

    /** When a check that is not busy is due next, or else the deadline. */
    Instant wakeUp(Set<String> busy) {
        return suite.checks().stream()
                .filter(check -> !busy.contains(check.name()) && missing(check).isEmpty())
                .map(check -> states.get(check.name()).due())
                .filter(due -> due != null && due.isBefore(deadline()))
                .min(Instant::compareTo)
                .orElse(deadline());
    }

    /** Whether every check has passed, or the deadline has come. */
    public boolean over(Instant now) {
        return wakeUp() == null || !now.isBefore(deadline());
    }

    /** In a few lower-case words what is waited for. */
    public String status() {
        List<String> open = new ArrayList<>();
        String error = "";
        for (Map.Entry<String, CheckState> entry : states.entrySet()) {
            CheckState state = entry.getValue();
            if (state.due() != null) {
                open.add(entry.getKey());
                error = error.isEmpty() && state.lastError() != null ? ": " + state.lastError() : error;
            }
        }
        if (open.isEmpty()) {
            return "all checks passed";
        }
        String first = open.get(0) + (open.size() == 1 ? "" : " and " + (open.size() - 1) + " more");
        return "waiting until " + deadline() + " for " + first + error;
    }

    /** What is to be said of a check that never could be tried, or nothing. */
    private Optional<Mismatch> unmet(Check check) {
        return missing(check)
                .map(name -> new Mismatch(
                        "a value for ${" + name + "} from '" + suite.producers().get(name) + "'", "none"));
    }

    /** What is known now; after the deadline what has not passed has failed. */
    public SmokeReport report(Instant now) {
        List<CheckResult> results = new ArrayList<>();
        for (Check check : suite.checks()) {
            CheckState state = states.get(check.name());
            CheckState settled = state.due() == null ? state : state.expired(unmet(check));
            results.add(CheckResult.of(check, settled));
        }
        return new SmokeReport(results, start, now);
    }
}
