package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Readiness;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import io.jenkins.plugins.delivery.engine.traffic.Routing;
import java.util.Map;
import java.util.Optional;

/** One weight of a canary: pods first, then traffic, then a look at where it really goes and at how it does. */
final class CanaryShift {
    private CanaryShift() {}

    static Move shift(Scene scene) {
        Canary canary = new Canary(scene);
        int weight = canary.weight();
        Optional<Move> missing = capacity(canary, weight);
        if (missing.isPresent()) {
            return missing.get();
        }
        if (!canary.ownServiceLeads()) {
            return scene.stayUntilLate("Service '" + canary.name() + "' does not lead to canary pods yet");
        }
        Routing routing = canary.router().route(scene.cluster(), canary.route(weight));
        return routing.inEffect()
                ? scene.go(scene.state().copy().weight(weight, scene.now()).build(), Phase.VERIFY, routing.words())
                : scene.stayUntilLate("on the way to " + weight + " %: " + routing.words());
    }

    /** Pods come before traffic. */
    private static Optional<Move> capacity(Canary canary, int weight) {
        Scene scene = canary.scene();
        Optional<Deployment> deployment = canary.deployment();
        if (deployment.isEmpty()) {
            return Optional.of(scene.back(Ending.Cause.INTERFERENCE, "Deployment '" + canary.name() + "' is gone"));
        }
        int pods = canary.pods(weight);
        String needed = pods + " canary pods are needed for " + weight + " %";
        if (Workloads.wanted(deployment.get()) < pods) {
            scene.cluster().patch(deployment.get(), Map.of("spec", Map.of("replicas", pods)));
            return Optional.of(scene.again(needed));
        }
        if (Workloads.ready(deployment.get()) < pods) {
            Readiness readiness = Workloads.readiness(scene.cluster(), deployment);
            return Optional.of(scene.stayUntilLate(needed + ": " + readiness.reason()));
        }
        return Optional.empty();
    }

    static Move verify(Scene scene) {
        Canary canary = new Canary(scene);
        Routing routing = canary.router().observe(scene.cluster(), canary.route(canary.weight()));
        boolean led = canary.ownServiceLeads();
        String words = routing.words() + (led ? "" : ", and Service '" + canary.name() + "' leads elsewhere");
        return routing.inEffect() && led ? scene.go(Phase.BODY, words) : scene.stayUntilLate(words);
    }

    static Move observe(Scene scene) {
        Canary canary = new Canary(scene);
        boolean last = canary.lastWeight();
        Phase next = last ? Phase.PROMOTE : Phase.SHIFT;
        Move move = new Watch(scene, canary.name(), canary.app())
                .watch(scene.plan().timing().interval(), next);
        if (move.to() == null) {
            return move;
        }
        RolloutState passed = move.state()
                .copy()
                .step(last ? scene.state().step() : scene.state().step() + 1)
                .observation(move.state().observation().nextStep())
                .build();
        return scene.go(passed, next, move.words());
    }
}
