package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import io.jenkins.plugins.delivery.engine.traffic.Routing;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The way back of a canary: stable as it was, then all traffic to it, then the rest. */
final class CanaryReturn {
    private CanaryReturn() {}

    static Move restore(Scene scene) {
        Canary canary = new Canary(scene);
        Map<String, String> before = scene.facts().before();
        if (scene.facts().first()) {
            return removeAll(scene);
        }
        if (scene.facts().broken()) {
            return FixForward.back(scene, canary.app());
        }
        String stable = StableBefore.deploymentKey(canary.app());
        if (Objects.restore(scene.cluster(), before, stable::equals)) {
            return scene.again("stable gets back what it ran before");
        }
        return trafficBack(canary).or(() -> settling(canary)).orElseGet(() -> cleanUp(canary));
    }

    private static Move removeAll(Scene scene) {
        boolean changed = Objects.restore(scene.cluster(), scene.facts().before(), key -> true);
        RolloutState none = scene.state().copy().weight(0, scene.now()).build();
        return changed
                ? scene.again("removing what was applied")
                : scene.go(none, Phase.UNLOCK, "there was no earlier version; what was applied is removed");
    }

    /**
     * Sends all traffic to stable, first by the canary's own Service, so that it does not depend on the router. Empty when
     * it is there.
     */
    static Optional<Move> trafficBack(Canary canary) {
        Scene scene = canary.scene();
        Facts facts = scene.facts();
        Optional<Deployment> stable = canary.stable();
        boolean enough = stable.map(Workloads::ready).orElse(0) >= facts.enough();
        if (!canary.router().sharesService()) {
            stable.filter(there -> Workloads.wanted(there) < facts.replicas()).ifPresent(there -> scene.cluster()
                    .patch(there, Map.of("spec", Map.of("replicas", facts.replicas()))));
            if (!enough) {
                return Optional.of(scene.stay("stable is not ready to take the traffic back: "
                        + Workloads.readiness(scene.cluster(), stable).reason()));
            }
            bypass(canary);
        }
        Routing routing = canary.router().route(scene.cluster(), canary.back());
        boolean away = canary.mainEndpoints(Labels.TRACK, Labels.CANARY).matching() == 0;
        return (routing.inEffect() || routing.weight() == 0) && away && enough
                ? Optional.empty()
                : Optional.of(scene.stay("traffic goes back to stable: " + routing.words()));
    }

    /** A data plane learns late: the canary's pods stay until it has. */
    private static Optional<Move> settling(Canary canary) {
        Scene scene = canary.scene();
        Duration time = canary.router().propagation();
        Instant since = scene.state().backSince();
        if (time.isZero() || since != null && !scene.now().isBefore(since.plus(time))) {
            return Optional.empty();
        }
        RolloutState next = since == null
                ? scene.state()
                        .copy()
                        .weight(0, scene.now())
                        .backSince(scene.now())
                        .build()
                : scene.state();
        return Optional.of(scene.stay(next, "giving the router time to let go of the canary", Duration.ofSeconds(1)));
    }

    private static void bypass(Canary canary) {
        canary.scene()
                .cluster()
                .find(Service.class, canary.name())
                .filter(service ->
                        !Labels.STABLE.equals(service.getSpec().getSelector().get(Labels.TRACK)))
                .ifPresent(service -> canary.scene()
                        .cluster()
                        .patch(service, Map.of("spec", Map.of("selector", Map.of(Labels.TRACK, Labels.STABLE)))));
    }

    private static Move cleanUp(Canary canary) {
        Scene scene = canary.scene();
        CanaryPromotion.removeCanary(canary);
        boolean baseline = new FreshBaseline(canary).remove();
        if (Objects.restore(scene.cluster(), scene.facts().before(), key -> true) || baseline) {
            return scene.again("objects are brought back to what they were");
        }
        new Autoscalers(scene.cluster()).resume(Set.of(canary.app()));
        int ready = canary.stable().map(Workloads::ready).orElse(0);
        RolloutState none = scene.state().copy().weight(0, scene.now()).build();
        return scene.go(none, Phase.UNLOCK, "stable serves all traffic with " + ready + " pods");
    }
}
