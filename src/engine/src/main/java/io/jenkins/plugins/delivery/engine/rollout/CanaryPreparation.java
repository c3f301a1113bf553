package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.cluster.ManifestException;
import io.jenkins.plugins.delivery.engine.cluster.ServiceEndpoints.Share;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import io.jenkins.plugins.delivery.engine.traffic.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A canary before it has traffic: looking at what is there, and bringing up its pods. */
final class CanaryPreparation {
    private CanaryPreparation() {}

    static Move plan(Scene scene) {
        RolloutPlan plan = scene.plan();
        Canary canary = new Canary(scene);
        Rendering rendering = new Rendering(plan);
        Deployment wanted = rendering.deployment();
        canary.router()
                .refusal(
                        scene.cluster(),
                        new Route(plan.app(), 0, 1),
                        plan.release().objects())
                .ifPresent(problem -> {
                    throw new ManifestException(problem);
                });
        Optional<Deployment> stable = canary.stable();
        Preflight preflight = Preflight.of(scene, written(canary, rendering, stable));
        StableBefore before = new StableBefore(
                scene.cluster(), rendering, plan.app(), !canary.router().sharesService());
        Facts facts = new Facts(
                StrategyKind.CANARY,
                stable.isEmpty(),
                stable.isPresent() ? plan.app() : "",
                stable.isPresent() ? canary.name() : plan.app(),
                stable.map(Workloads::wanted).orElse(Workloads.wanted(wanted)),
                stable.map(Workloads::ready).orElse(0),
                stable.map(Objects::version).orElse(""),
                plan.version(),
                before.remember(),
                List.of(),
                preflight);
        String words = facts.first()
                ? "the first deployment of " + plan.app() + ": there is nothing to compare a canary with"
                : "stable serves with " + facts.readyBefore() + " of " + facts.replicas() + " pods";
        return scene.go(scene.state().copy().facts(facts).build(), Phase.APPLY, words);
    }

    /** Everything that will be written, the new stable included. */
    private static List<HasMetadata> written(Canary canary, Rendering rendering, Optional<Deployment> stable) {
        List<HasMetadata> written = new ArrayList<>(rendering.others());
        written.add(canary.mainService(rendering));
        written.add(rendering.sibling(canary.stableService(), Labels.TRACK, Labels.STABLE));
        written.add(rendering.sibling(canary.name(), Labels.TRACK, Labels.CANARY));
        int pods = stable.map(Workloads::wanted).orElse(1);
        written.add(rendering.deployment(canary.app(), Labels.TRACK, Labels.STABLE, pods, stable));
        written.add(rendering.deployment(canary.name(), Labels.TRACK, Labels.CANARY, 1, canary.deployment()));
        return written;
    }

    static Move apply(Scene scene) {
        return scene.facts().first() ? applyFirst(scene) : applyCanary(scene);
    }

    private static Move applyFirst(Scene scene) {
        Canary canary = new Canary(scene);
        Rendering rendering = new Rendering(scene.plan());
        rendering.others().forEach(object -> Objects.apply(scene, object));
        int pods = scene.facts().replicas();
        Objects.apply(scene, rendering.deployment(canary.app(), Labels.TRACK, Labels.STABLE, pods, canary.stable()));
        Objects.apply(scene, canary.mainService(rendering));
        Objects.apply(scene, rendering.sibling(canary.stableService(), Labels.TRACK, Labels.STABLE));
        RolloutState all = scene.state().copy().weight(100, scene.now()).build();
        return scene.go(all, Phase.READY, "applied version " + scene.plan().version());
    }

    private static Move applyCanary(Scene scene) {
        Canary canary = new Canary(scene);
        Optional<Move> adoption = canary.router().sharesService() ? Optional.empty() : adopt(canary);
        if (adoption.isPresent()) {
            return adoption.get();
        }
        Rendering rendering = new Rendering(scene.plan());
        rendering.others().forEach(object -> Objects.apply(scene, object));
        Objects.apply(scene, canary.mainService(rendering));
        Objects.apply(scene, rendering.sibling(canary.stableService(), Labels.TRACK, Labels.STABLE));
        Objects.apply(scene, rendering.sibling(canary.name(), Labels.TRACK, Labels.CANARY));
        int pods = canary.pods(canary.weight());
        Objects.apply(
                scene, rendering.deployment(canary.name(), Labels.TRACK, Labels.CANARY, pods, canary.deployment()));
        return scene.go(Phase.READY, "applied version " + scene.plan().version() + " as canary, " + pods + " pods");
    }

    /** The main Service may select stable pods only, before there are others: they get the label that tells them apart. */
    private static Optional<Move> adopt(Canary canary) {
        Scene scene = canary.scene();
        Optional<Deployment> stable = canary.stable();
        if (stable.isEmpty()) {
            return Optional.of(scene.back(Ending.Cause.INTERFERENCE, "Deployment '" + canary.app() + "' is gone"));
        }
        if (!Labels.STABLE.equals(Rendering.podLabels(stable.get()).get(Labels.TRACK))) {
            scene.cluster().patch(stable.get(), StableBefore.LABEL_PODS);
            return Optional.of(scene.again("labelling the stable pods, so that they can be told from the canary's"));
        }
        Share share = canary.mainEndpoints(Labels.STABLE);
        return share.others() == 0
                ? Optional.empty()
                : Optional.of(scene.stayUntilLate(share.others() + " stable pods do not carry their label yet"));
    }
}
