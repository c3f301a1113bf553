package io.jenkins.plugins.delivery.engine.analysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what the score of several metrics is made of: {@code group}, {@code weight}, and {@code [score: 95, marginal: 75]}. */
final class ScoreArguments {
    private static final double PASS = 95;
    private static final double MARGINAL = 75;
    private static final String NAME = "score";

    private ScoreArguments() {}

    static boolean asksForScore(ArgumentMap map) {
        return map.has("score") || map.has("group") || map.has("weight");
    }

    @CheckForNull
    static Share share(ArgumentMap map, String name) {
        Double weight = LimitArguments.number(map, "weight");
        if (weight != null && !(weight > 0 && weight <= 100)) {
            throw new ArgumentException(map.place("weight"), weight + " is no percentage above 0");
        }
        return new Share(map.text("group").orElse(name), weight);
    }

    /** One weight a group, and not more than 100 together. */
    static void check(String argument, List<MetricSpec> specs) {
        Map<String, Double> weights = new HashMap<>();
        boolean open = false;
        for (MetricSpec spec : specs) {
            Share share = spec.share();
            if (share != null && share.weight() != null) {
                Double before = weights.put(share.group(), share.weight());
                if (before != null && !before.equals(share.weight())) {
                    throw new ArgumentException(
                            argument,
                            "the group '" + share.group() + "' has two weights, " + before + " and " + share.weight());
                }
            }
        }
        for (MetricSpec spec : specs) {
            open |= spec.share() != null && !weights.containsKey(spec.share().group());
        }
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        if (sum > 100 || !open && Math.abs(sum - 100) > 1e-9) {
            throw new ArgumentException(
                    argument, "the weights of the groups are " + Unit.plain(sum, 2) + " together, not 100");
        }
        if (open && sum >= 100) {
            throw new ArgumentException(argument, "the weights leave nothing for the groups without a weight");
        }
    }

    static MetricSpec score(String argument, List<ArgumentMap> maps) {
        List<ArgumentMap> wanted = maps.stream().filter(map -> map.has("score")).toList();
        if (wanted.size() > 1) {
            throw new ArgumentException(wanted.get(1).place(), "there is one score at most");
        }
        double pass = PASS;
        double marginal = MARGINAL;
        if (!wanted.isEmpty()) {
            ArgumentMap map = wanted.get(0);
            pass = LimitArguments.between(map, "score", PASS, 0, 100 + 1e-9);
            marginal = LimitArguments.between(map, "marginal", Math.min(pass, MARGINAL), -1e-9, 100 + 1e-9);
            if (marginal > pass) {
                throw new ArgumentException(map.place("marginal"), marginal + " is above score, " + pass);
            }
        }
        if (maps.size() == wanted.size()) {
            throw new ArgumentException(argument, "there is no metric to make a score of");
        }
        return new MetricSpec(
                NAME,
                "",
                "",
                null,
                false,
                marginal,
                pass,
                null,
                true,
                0,
                0,
                MetricSpec.OnNoData.HOLD,
                null,
                JudgeKind.SCORE,
                null,
                0,
                null,
                null,
                null,
                Unit.NUMBER,
                null,
                null,
                null);
    }
}
