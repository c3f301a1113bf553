package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Readiness;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import io.jenkins.plugins.delivery.engine.traffic.Routing;
import java.util.Map;
import java.util.Optional;

/** One step of a canary: pods first, then traffic, then a look at where it really goes and at how it does. */
final class CanaryShift {
    private CanaryShift() {}

    static Move shift(Scene scene) {
        Canary canary = new Canary(scene);
        CanarySteps.Step step = canary.step();
        if (scene.state().held().isPresent()) {
            return scene.go(Phase.PAUSE, scene.state().held().get().words());
        }
        int pods = canary.pods(step);
        Optional<Move> missing = capacity(canary, step, pods).or(() -> new FreshBaseline(canary).capacity(pods));
        if (missing.isPresent()) {
            return missing.get();
        }
        if (!canary.ownServiceLeads()) {
            return scene.stayUntilLate("Service '" + canary.name() + "' does not lead to canary pods yet");
        }
        Routing routing = canary.router().route(scene.cluster(), canary.route(step));
        if (routing.drifted()) {
            return scene.back(Ending.Cause.INTERFERENCE, routing.words());
        }
        RolloutState weighed =
                scene.state().copy().weight(step.weight(), scene.now()).build();
        return routing.inEffect()
                ? scene.go(weighed, Phase.VERIFY, routing.words())
                : scene.stayUntilLate("on the way to " + step.words() + ": " + routing.words());
    }

    /** Pods come before traffic. */
    private static Optional<Move> capacity(Canary canary, CanarySteps.Step step, int pods) {
        Scene scene = canary.scene();
        Optional<Deployment> deployment = canary.deployment();
        if (deployment.isEmpty()) {
            return Optional.of(scene.back(Ending.Cause.INTERFERENCE, "Deployment '" + canary.name() + "' is gone"));
        }
        String needed = pods + " canary pods are needed for " + step.words();
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
        Routing routing = canary.router().observe(scene.cluster(), canary.route(canary.step()));
        if (routing.drifted()) {
            return scene.back(Ending.Cause.INTERFERENCE, routing.words());
        }
        boolean led = canary.ownServiceLeads();
        String words = routing.words() + (led ? "" : ", and Service '" + canary.name() + "' leads elsewhere");
        return routing.inEffect() && led ? scene.go(Phase.BODY, words) : scene.stayUntilLate(words);
    }

    static Move observe(Scene scene) {
        Canary canary = new Canary(scene);
        Optional<Move> interference = CanaryPause.interference(canary);
        if (interference.isPresent()) {
            return interference.get();
        }
        CanarySteps.Step step = canary.step();
        Watch watch = new Watch(scene, canary.name(), new FreshBaseline(canary).compared());
        Watch judging = step.chosenUsersOnly() ? watch.forBadNews() : watch;
        Move move = judging.watch(scene.plan().timing().interval(), Phase.SHIFT);
        return move.to() == null ? move : CanaryPause.next(canary, move);
    }
}
