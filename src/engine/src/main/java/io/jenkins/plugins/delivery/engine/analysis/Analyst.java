package io.jenkins.plugins.delivery.engine.analysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Failed;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Missing;
import io.jenkins.plugins.delivery.engine.analysis.Measurement.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        List<CompletableFuture<Verdict>> verdicts = metrics.stream()
                .map(metric -> look(metric, subject, weight, at))
                .toList();
        return verdicts.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Verdict> look(MetricSpec metric, Subject subject, int weight, Instant at) {
        CompletableFuture<Measurement> canary = ask(metric, subject.canary(metric.query()), at);
        CompletableFuture<Measurement> stable = metric.relative()
                ? ask(metric, subject.stable(metric.query()), at)
                : CompletableFuture.completedFuture(null);
        CompletableFuture<Measurement> samples = ask(metric, metric.samplesQuery(), subject, true, at);
        CompletableFuture<Measurement> stableSamples =
                metric.relative() ? ask(metric, metric.samplesQuery(), subject, false, at) : nothing();
        return CompletableFuture.allOf(canary, stable, samples, stableSamples)
                .thenApply(done -> ThresholdJudge.judge(
                        metric,
                        new ThresholdJudge.Answers(
                                zeroWhenEmpty(metric, canary.join(), samples.join()),
                                zeroWhenEmpty(metric, stable.join(), stableSamples.join()),
                                samples.join()),
                        weight,
                        at));
    }

    private CompletableFuture<Measurement> ask(
            MetricSpec metric, @CheckForNull String query, Subject subject, boolean canary, Instant at) {
        return query == null ? nothing() : ask(metric, canary ? subject.canary(query) : subject.stable(query), at);
    }

    private CompletableFuture<Measurement> ask(MetricSpec metric, String query, Instant at) {
        MetricProvider provider = providers.get(metric.provider());
        if (provider == null) {
            return CompletableFuture.completedFuture(
                    new Failed("the metric provider '" + metric.provider() + "' is no longer configured"));
        }
        return provider.measure(query, at).exceptionally(e -> new Failed(String.valueOf(e.getMessage())));
    }

    /** A division by requests has no numerator series until the first error; that is zero errors, if there was traffic. */
    @CheckForNull
    private static Measurement zeroWhenEmpty(
            MetricSpec metric, @CheckForNull Measurement answer, @CheckForNull Measurement samples) {
        boolean traffic = samples instanceof Value value && value.number() > 0;
        return metric.zeroWhenEmpty() && traffic && answer instanceof Missing missing && missing.noSeries()
                ? new Value(0)
                : answer;
    }

    private static CompletableFuture<Measurement> nothing() {
        return CompletableFuture.completedFuture(null);
    }
}
