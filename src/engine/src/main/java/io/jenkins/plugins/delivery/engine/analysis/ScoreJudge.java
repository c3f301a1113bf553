package io.jenkins.plugins.delivery.engine.analysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.analysis.Verdict.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All metrics together as one number, 0 to 100: the share of good metrics of each group by the group's weight.
 *
 * <p>The sum is that of Kayenta's WeightedSumScorer. Other than there, metrics without data do not count as good when a
 * whole group has none: the score then tells nothing.
 */
final class ScoreJudge {
    private ScoreJudge() {}

    static Finding judge(MetricSpec score, List<MetricSpec> metrics, List<Verdict> verdicts) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (MetricSpec metric : metrics) {
            Share share = metric.share();
            if (share != null) {
                Outcome outcome = verdicts.stream()
                        .filter(verdict -> verdict.metric().equals(metric.name()))
                        .map(Verdict::outcome)
                        .findFirst()
                        .orElse(Outcome.ERROR);
                groups.computeIfAbsent(share.group(), Group::new).add(outcome, metric.critical(), share.weight());
            }
        }
        if (groups.values().stream().anyMatch(group -> group.criticalFailed)) {
            return finding(score, 0, "a critical metric failed", groups);
        }
        List<String> silent = groups.values().stream()
                .filter(group -> group.judged() == 0)
                .map(group -> group.name)
                .toList();
        int all = groups.values().stream()
                .mapToInt(group -> group.good + group.bad + group.unclear)
                .sum();
        int unclear = groups.values().stream().mapToInt(group -> group.unclear).sum();
        if (!silent.isEmpty() || all == 0 || unclear * 2 >= all) {
            String why = silent.isEmpty()
                    ? unclear + " of " + all + " metrics cannot be judged"
                    : "no metric of " + String.join(", ", silent) + " can be judged";
            return Finding.of(Outcome.INCONCLUSIVE, "no score: " + why);
        }
        return finding(score, sum(groups), null, groups);
    }

    /** Groups without a weight share what the others leave. */
    private static double sum(Map<String, Group> groups) {
        double given = groups.values().stream()
                .filter(group -> group.weight != null)
                .mapToDouble(group -> group.weight)
                .sum();
        long open =
                groups.values().stream().filter(group -> group.weight == null).count();
        double each = open == 0 ? 0 : (100 - given) / open;
        double sum = groups.values().stream()
                .mapToDouble(
                        group -> (group.weight == null ? each : group.weight) * group.good / (double) group.judged())
                .sum();
        return Math.round(sum * 100) / 100.0;
    }

    private static Finding finding(
            MetricSpec score, double value, @CheckForNull String why, Map<String, Group> groups) {
        Double pass = score.max();
        Double marginal = score.min();
        Outcome outcome = pass != null && value >= pass && why == null
                ? Outcome.PASS
                : marginal != null && value >= marginal && why == null ? Outcome.INCONCLUSIVE : Outcome.FAIL;
        String words = groups.values().stream().map(Group::words).collect(Collectors.joining(", "));
        String limits = "passes from " + Unit.plain(pass == null ? 0 : pass, 2) + ", fails below "
                + Unit.plain(marginal == null ? 0 : marginal, 2);
        String reason = Unit.plain(value, 2) + " of 100" + (why == null ? "" : ", because " + why) + " (" + words
                + "); " + limits;
        Evidence evidence = new Evidence(JudgeKind.SCORE, pass, null, null, null, null, null, null, null, null);
        return new Finding(outcome, reason, value, null, evidence);
    }

    private static final class Group {
        private final String name;

        @CheckForNull
        private Double weight;

        private int good;
        private int bad;
        private int unclear;
        private boolean criticalFailed;

        Group(String name) {
            this.name = name;
        }

        void add(Outcome outcome, boolean critical, @CheckForNull Double groupWeight) {
            switch (outcome) {
                case PASS -> good++;
                case FAIL -> bad++;
                case INCONCLUSIVE, ERROR -> unclear++;
            }
            criticalFailed |= critical && outcome == Outcome.FAIL;
            weight = groupWeight == null ? weight : groupWeight;
        }

        int judged() {
            return good + bad;
        }

        String words() {
            return name + " " + good + " of " + (good + bad + unclear) + " good";
        }
    }
}
