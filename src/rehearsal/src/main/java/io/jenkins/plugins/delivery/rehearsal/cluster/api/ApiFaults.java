package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import io.jenkins.plugins.delivery.engine.argument.Wildcard;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls of the API that are to go wrong. The first rule that matches a call decides. Thread-safe. */
public final class ApiFaults {
    private final List<Armed> rules = new CopyOnWriteArrayList<>();

    /** How a call goes wrong; all but the first two are answers. */
    public enum Fault {
        /** No answer at all. */
        TIMEOUT(0, ""),
        /** The connection breaks. */
        RESET(0, ""),
        CONFLICT(409, "Conflict"),
        GONE(410, "Expired"),
        INVALID(422, "Invalid"),
        THROTTLED(429, "TooManyRequests"),
        ERROR(500, "InternalError"),
        UNAVAILABLE(503, "ServiceUnavailable");

        private final int code;
        private final String reason;

        Fault(int code, String reason) {
            this.code = code;
            this.reason = reason;
        }

        ApiException exception() {
            return new ApiException(code, reason, "injected by the scenario: " + reason);
        }
    }

    /**
     * Which calls, and how.
     *
     * @param verb any when empty
     * @param resource plural with subresource ({@code deployments/scale}); any when empty
     * @param name with {@code *} for any text; any when empty
     * @param after so many matching calls go through first
     * @param times so many then go wrong
     */
    public record Rule(Fault fault, Optional<Verb> verb, String resource, String name, int after, int times) {
        boolean matches(Verb called, String calledResource, String calledName) {
            return verb.map(called::equals).orElse(true)
                    && (resource.isEmpty() || resource.equals(calledResource))
                    && (name.isEmpty() || new Wildcard(name).matches(calledName));
        }
    }

    private record Armed(Rule rule, AtomicInteger calls) {}

    public void add(Rule rule) {
        rules.add(new Armed(rule, new AtomicInteger()));
    }

    public void clear() {
        rules.clear();
    }

    /** How many calls went wrong so far. */
    public int injected() {
        return rules.stream()
                .mapToInt(armed -> Math.max(0, Math.min(armed.calls.get() - armed.rule.after(), armed.rule.times())))
                .sum();
    }

    Optional<Fault> next(Verb verb, String resource, String name) {
        for (Armed armed : rules) {
            if (armed.rule.matches(verb, resource, name)) {
                int call = armed.calls.incrementAndGet();
                if (call > armed.rule.after() && call <= armed.rule.after() + armed.rule.times()) {
                    return Optional.of(armed.rule.fault());
                }
            }
        }
        return Optional.empty();
    }
}
