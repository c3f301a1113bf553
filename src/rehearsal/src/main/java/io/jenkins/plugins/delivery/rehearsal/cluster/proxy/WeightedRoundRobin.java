package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses so that in each row of as many requests as the weights sum up to, each target has exactly its share, spread as
 * evenly as can be.
 *
 * <p>Source: the smooth weighted round robin of nginx. Thread-safe.
 */
final class WeightedRoundRobin {
    private final Map<String, Integer> current = new LinkedHashMap<>();
    private final Map<String, Integer> next = new LinkedHashMap<>();
    private Map<String, Integer> weights = Map.of();

    /** The next target; empty when no target has a weight. */
    synchronized Optional<Target> choose(List<Target> targets) {
        Map<String, Integer> now = new LinkedHashMap<>();
        targets.forEach(target -> now.merge(target.service(), target.weight(), Integer::sum));
        if (!now.equals(weights)) {
            weights = now;
            current.clear();
        }
        int total = 0;
        Optional<Target> best = Optional.empty();
        for (Target target : targets) {
            if (target.weight() > 0) {
                total += target.weight();
                int raised = current.merge(target.service(), target.weight(), Integer::sum);
                if (best.isEmpty() || raised > current.get(best.get().service())) {
                    best = Optional.of(target);
                }
            }
        }
        int sum = total;
        best.ifPresent(target -> current.merge(target.service(), -sum, Integer::sum));
        return best;
    }

    /** The next pod of a target, in turn; empty when none is ready. */
    synchronized Optional<Backend> choose(Target target) {
        List<Backend> backends = target.backends();
        if (backends.isEmpty()) {
            return Optional.empty();
        }
        int turn = next.merge(target.service(), 1, Integer::sum);
        return Optional.of(backends.get(Math.floorMod(turn, backends.size())));
    }
}
