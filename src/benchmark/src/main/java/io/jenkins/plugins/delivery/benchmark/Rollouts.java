package io.jenkins.plugins.delivery.benchmark;

import io.jenkins.plugins.delivery.engine.analysis.Analyst;
import io.jenkins.plugins.delivery.engine.cluster.ManifestFile;
import io.jenkins.plugins.delivery.engine.cluster.Manifests;
import io.jenkins.plugins.delivery.engine.rollout.CanaryPlan;
import io.jenkins.plugins.delivery.engine.rollout.Phase;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutReconciler;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import io.jenkins.plugins.delivery.engine.rollout.StrategyKind;
import io.jenkins.plugins.delivery.engine.rollout.Target;
import io.jenkins.plugins.delivery.engine.rollout.Tick;
import io.jenkins.plugins.delivery.engine.rollout.Timing;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Rollouts that have come as far as a benchmark wants them. */
final class Rollouts {
    static final RolloutReconciler RECONCILER = new RolloutReconciler(new Analyst(Map.of()), holder -> false);

    private static final String YAML = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: APP}
            spec:
              replicas: 4
              selector: {matchLabels: {app: APP}}
              template:
                metadata: {labels: {app: APP}}
                spec:
                  containers:
                    - {name: APP, image: 'registry.example.com/APP:VERSION', ports: [{name: http, containerPort: 8080}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: APP}
            spec: {selector: {app: APP}, ports: [{port: 80, targetPort: http}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: APP}
            spec:
              rules:
                - host: APP.example.com
                  http:
                    paths: [{path: /, pathType: Prefix, backend: {service: {name: APP, port: {number: 80}}}}]
            """;

    private Rollouts() {}

    /** A plan whose every wait is an hour, so that it stays where it is put. */
    static RolloutPlan plan(StrategyKind strategy, String app, String version, boolean stays) {
        Duration wait = stays ? Duration.ofHours(1) : Duration.ZERO;
        Timing timing = new Timing(
                Duration.ofHours(5),
                Duration.ofMinutes(10),
                wait,
                Duration.ZERO,
                Duration.ZERO,
                wait,
                Duration.ofHours(1),
                Duration.ofMinutes(10));
        String yaml = YAML.replace("APP", app).replace("VERSION", version);
        return RolloutPlan.of(strategy, app, new Target("bench", "bench", "bench", Target.ReachableAt.DNS), timing)
                .by(strategy + "-" + app + "-" + version, "bench#" + version)
                .releasing(
                        version,
                        Manifests.read(List.of(new ManifestFile("app.yaml", yaml)), "bench")
                                .documents())
                .routing(CanaryPlan.of(List.of(25, 100), "nginx"));
    }

    /** Ticks until a rollout is in a phase. */
    static RolloutState until(Phase phase, RolloutPlan plan, RolloutState from, MemoryCluster cluster) {
        RolloutState state = from;
        for (int i = 0; i < 200 && state.phase() != phase; i++) {
            Tick tick = RECONCILER.reconcile(plan, state, cluster, Clock.systemUTC());
            state = tick.state();
        }
        if (state.phase() != phase) {
            throw new IllegalStateException("in " + state.phase() + ": " + state.waitingFor());
        }
        return state;
    }

    /** A release that serves, and the next one on its way, as far as a phase. */
    static RolloutState second(StrategyKind strategy, String app, Phase phase, MemoryCluster cluster) {
        RolloutPlan first = plan(strategy, app, "1", false);
        until(
                Phase.COMPLETED,
                first,
                RolloutState.begin(first, Clock.systemUTC().instant()),
                cluster);
        RolloutPlan next = plan(strategy, app, "2", true);
        return until(phase, next, RolloutState.begin(next, Clock.systemUTC().instant()), cluster);
    }
}
