package io.jenkins.plugins.delivery.engine.analysis;

import io.jenkins.plugins.delivery.engine.analysis.Verdict.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Asks for all metrics of a rollout at once, and judges the answers. */
public final class Analyst {
    private final Map<String, MetricProvider> providers;

    /** @param providers by the name that metrics use */
    public Analyst(Map<String, MetricProvider> providers) {
        this.providers = Map.copyOf(providers);
    }

    /**
     * One look at every metric: the queries run at the same time, so that it takes as long as the slowest provider.
     *
     * @param weight percent of traffic that the new version has now
     * @return one verdict a metric, in their order; never fails, whatever the providers do
     */
    public List<Verdict> look(List<MetricSpec> metrics, Subject subject, int weight, Instant at) {
        List<CompletableFuture<Verdict>> asked = metrics.stream()
                .filter(metric -> metric.judge() != JudgeKind.SCORE)
                .map(metric -> look(metric, subject, weight, at))
                .toList();
        List<Verdict> verdicts =
                new ArrayList<>(asked.stream().map(CompletableFuture::join).toList());
        metrics.stream()
                .filter(metric -> metric.judge() == JudgeKind.SCORE)
                .forEach(score ->
                        verdicts.add(ScoreJudge.judge(score, metrics, verdicts).verdict(score, weight, at)));
        return verdicts;
    }

    /**
     * What is wrong with the queries, as far as their providers can tell without computing them. A provider that does
     * not answer says nothing.
     *
     * @return one sentence for each metric with a wrong query
     */
    public List<String> problems(List<MetricSpec> metrics, Subject subject) {
        List<CompletableFuture<Optional<String>>> asked = new ArrayList<>();
        for (MetricSpec metric : metrics) {
            MetricProvider provider = providers.get(metric.provider());
            if (provider != null && metric.judge() == JudgeKind.ALERTS) {
                String matchers = subject.fill(metric.query(), subject.canary(), subject.window());
                asked.add(said(provider.problemOfAlerts(matchers), "the matchers of metric '" + metric.name() + "': "));
            } else if (provider != null && metric.judge() != JudgeKind.SCORE) {
                for (String query : metric.queries()) {
                    String filled = subject.fill(query, subject.canary(), subject.window());
                    asked.add(said(provider.problem(filled), "the query of metric '" + metric.name() + "': "));
                }
            }
        }
        return asked.stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .toList();
    }

    private static CompletableFuture<Optional<String>> said(CompletableFuture<Optional<String>> problem, String whose) {
        return problem.exceptionally(e -> Optional.empty()).thenApply(found -> found.map(why -> whose + why));
    }

    private CompletableFuture<Verdict> look(MetricSpec metric, Subject subject, int weight, Instant at) {
        MetricProvider provider = providers.get(metric.provider());
        CompletableFuture<Finding> finding = provider == null
                ? CompletableFuture.completedFuture(Finding.of(
                        Outcome.ERROR, "the metric provider '" + metric.provider() + "' is no longer configured"))
                : judged(new Questions(metric, subject, at, provider));
        return finding.exceptionally(e -> Finding.of(Outcome.ERROR, "it cannot be judged: " + e.getMessage()))
                .thenApply(found -> found.verdict(metric, weight, at));
    }

    private static CompletableFuture<Finding> judged(Questions questions) {
        if (questions.at.isBefore(questions.begin()) && questions.spec.judge() != JudgeKind.ALERTS) {
            return CompletableFuture.completedFuture(
                    Finding.of(Outcome.INCONCLUSIVE, "is warming up until " + questions.begin()));
        }
        return switch (questions.spec.judge()) {
            case MANN_WHITNEY -> MannWhitneyJudge.judge(questions);
            case SEQUENTIAL -> SequentialJudge.judge(questions);
            case ALERTS -> AlertJudge.judge(questions);
            case THRESHOLD, SCORE -> ThresholdJudge.judge(questions);
        };
    }
}
