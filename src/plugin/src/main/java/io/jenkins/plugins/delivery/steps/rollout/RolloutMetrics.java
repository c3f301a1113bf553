package io.jenkins.plugins.delivery.steps.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.MetricProviderSettings;
import io.jenkins.plugins.delivery.engine.analysis.Analyst;
import io.jenkins.plugins.delivery.engine.analysis.JudgeKind;
import io.jenkins.plugins.delivery.engine.analysis.KnownProvider;
import io.jenkins.plugins.delivery.engine.analysis.MetricArguments;
import io.jenkins.plugins.delivery.engine.analysis.MetricProvider;
import io.jenkins.plugins.delivery.engine.analysis.MetricSpec;
import io.jenkins.plugins.delivery.engine.analysis.Subject;
import io.jenkins.plugins.delivery.engine.analysis.preset.SeriesSource;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Durations;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.StrategyKind;
import io.jenkins.plugins.delivery.engine.rollout.Timing;
import io.jenkins.plugins.delivery.kept.KeptSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The metrics of a rollout, and the providers that answer for them. */
final class RolloutMetrics {
    private RolloutMetrics() {}

    /** The plan with the metrics that a Jenkinsfile asks for. */
    static RolloutPlan with(RolloutPlan plan, @CheckForNull List<?> metrics) {
        DeliveryConfiguration settings = DeliveryConfiguration.get();
        Optional<SeriesSource> here =
                settings.environment(plan.target().environment()).metricSource();
        List<KnownProvider> providers = settings.getMetricProviders().stream()
                .map(provider -> known(provider, here))
                .toList();
        List<MetricSpec> specs = MetricArguments.parse("metrics", metrics, providers);
        specs.forEach(spec -> check(plan, spec));
        return plan.judgedBy(specs);
    }

    /** @param here whose series there are in the environment; what the provider says where nothing is said of it */
    private static KnownProvider known(MetricProviderSettings settings, Optional<SeriesSource> here) {
        return new KnownProvider(
                settings.getName(),
                KnownProvider.Kind.valueOf(settings.getType().name()),
                here.orElseGet(settings::getSource),
                settings.ownPresets());
    }

    /** What can never be judged is said before anything is touched, and not when the rollout goes back. */
    private static void check(RolloutPlan plan, MetricSpec spec) {
        Timing timing = plan.timing();
        Duration first = timing.warmUp().compareTo(timing.interval()) > 0 ? timing.warmUp() : timing.interval();
        Duration patience = first.plus(timing.hold());
        Duration earliest = timing.warmUp().plus(spec.earliest());
        if (earliest.compareTo(patience) > 0) {
            throw new ArgumentException(
                    "metrics",
                    "'" + spec.name() + "' can be judged " + Durations.format(earliest)
                            + " after the first traffic, but without an answer it goes back after "
                            + Durations.format(patience)
                            + "; raise holdLimit, or lower its step, minSamples or warmUp");
        }
        boolean comparesCounts =
                spec.judge() == JudgeKind.SEQUENTIAL && (spec.max() == null || spec.maxIncrease() != null);
        if (comparesCounts && plan.strategy() != StrategyKind.CANARY) {
            throw new ArgumentException(
                    "metrics",
                    "'" + spec.name()
                            + "' is compared with the stable version while both have traffic, which they have in "
                            + "canaryPromote only; say max, and no maxIncrease");
        }
    }

    /**
     * Asks the providers whether they understand the queries.
     *
     * @throws ArgumentException when one does not
     */
    static void check(RolloutPlan plan, Run<?, ?> run, @CheckForNull KeptSettings kept) {
        Subject subject = Subject.ofDeployments(
                plan.target().namespace(),
                plan.app(),
                plan.app() + "-canary",
                plan.app(),
                plan.timing().interval());
        List<String> problems = analyst(plan, run, kept).problems(plan.metrics(), subject);
        if (!problems.isEmpty()) {
            throw new ArgumentException("metrics", String.join("; ", problems));
        }
    }

    /**
     * Asks the providers of a plan with the rights of a build. One that cannot be used answers why.
     *
     * @param kept as the settings were when the rollout began; null for how they are now
     */
    static Analyst analyst(RolloutPlan plan, Run<?, ?> run, @CheckForNull KeptSettings kept) {
        MetricProviders made = new MetricProviders(plan.target(), run, kept);
        Map<String, MetricProvider> providers = new HashMap<>();
        providers(plan).forEach(name -> providers.computeIfAbsent(name, made::named));
        return new Analyst(providers);
    }

    /** Names of the providers that a plan asks. */
    static Set<String> providers(RolloutPlan plan) {
        return plan.metrics().stream()
                .filter(metric -> metric.judge() != JudgeKind.SCORE)
                .map(MetricSpec::provider)
                .collect(Collectors.toSet());
    }
}
