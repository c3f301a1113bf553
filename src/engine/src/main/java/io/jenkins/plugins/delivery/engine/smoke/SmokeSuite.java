package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.io.Serializable;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks, and how long and how hard they are tried.
 *
 * @param checks with distinct names, at least one
 * @param timeout how long until what has not passed has failed
 * @param interval pause before a check is tried again; it grows with each failure, to at most eight times that
 * @param stableFor how long each check must stay green, zero if once is enough
 * @param concurrency how many checks are tried at the same time, from 1 to 256
 * @param service what is reached through the API server of its cluster, or null
 */
public record SmokeSuite(
        List<Check> checks,
        Duration timeout,
        Duration interval,
        Duration stableFor,
        int concurrency,
        @CheckForNull ServiceTarget service)
        implements Serializable {
    private static final long serialVersionUID = 2L;
    private static final int MOST_CHECKS = 20_000;

    public SmokeSuite {
        checks = List.copyOf(checks);
        if (checks.isEmpty()) {
            throw new ArgumentException("checks", "there is none; a smoke test that checks nothing proves nothing");
        }
        if (checks.size() > MOST_CHECKS) {
            throw new ArgumentException(
                    "checks", "expected at most " + MOST_CHECKS + ", but there are " + checks.size());
        }
        positive("timeout", timeout);
        positive("interval", interval);
        if (stableFor.compareTo(timeout) >= 0) {
            throw new ArgumentException(
                    "stableFor", "it is not shorter than the timeout, so that no check could ever pass");
        }
        if (concurrency < 1 || concurrency > 256) {
            throw new ArgumentException("concurrency", "expected 1 to 256, but it is " + concurrency);
        }
        distinct(checks);
        CheckOrder.verify(checks);
    }

    private static void positive(String argument, Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            throw new ArgumentException(argument, "expected more than nothing");
        }
    }

    private static void distinct(List<Check> checks) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < checks.size(); i++) {
            String name = checks.get(i).name();
            if (!names.add(name)) {
                throw new ArgumentException(
                        "checks[" + i + "]", "two checks are called '" + name + "'; give one another name");
            }
        }
    }

    /** Which check extracts which value: names of checks by names of values. */
    public Map<String, String> producers() {
        return CheckOrder.producers(checks);
    }

    /** Why the policy refuses one of the checks before anything is contacted, or nothing. */
    public Optional<String> refusedBy(HostPolicy policy) {
        return checks.stream()
                .flatMap(check -> policy.refuse(check.host(), check.port()).stream())
                .findFirst();
    }

    /** Ids of all credentials that the checks need. */
    public Set<String> credentialsIds() {
        return checks.stream()
                .map(Check::credentialsId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names of all variables of the environment that are needed when checks are tried. */
    public Set<String> variables() {
        Set<String> names = new TreeSet<>();
        checks.forEach(check -> names.addAll(check.uses()));
        names.removeAll(producers().keySet());
        return names;
    }
}
