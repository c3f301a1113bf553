package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.cluster.ManifestException;
import io.jenkins.plugins.delivery.engine.cluster.ServiceEndpoints.Share;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A canary before it has traffic: looking at what is there, and bringing up its pods. */
final class CanaryPreparation {
    private CanaryPreparation() {}

    static Move plan(Scene scene) {
        Canary canary = new Canary(scene);
        Rendering rendering = new Rendering(scene.plan());
        Optional<Deployment> stable = canary.stable();
        Optional<Deployment> left = stable.flatMap(there -> canary.deployment());
        int replicas = replicas(canary, rendering, stable, left);
        List<HasMetadata> manifests = scene.plan().release().objects();
        canary.router()
                .refusal(
                        scene.cluster(),
                        canary.back(replicas).matching(scene.plan().canary().match()),
                        manifests)
                .ifPresent(problem -> {
                    throw new ManifestException(problem);
                });
        Preflight preflight = Preflight.of(scene, written(canary, rendering, stable))
                .and(new Preflight(canary.router().warnings(scene.cluster(), canary.back(replicas)), List.of()));
        Facts facts = facts(canary, rendering, stable, left, replicas, preflight);
        if (!facts.direct()) {
            autoscalers(canary);
        }
        RolloutState planned = scene.state().copy().facts(facts).build();
        return scene.go(planned, Phase.APPLY, words(scene.plan(), facts));
    }

    private static Facts facts(
            Canary canary,
            Rendering rendering,
            Optional<Deployment> stable,
            Optional<Deployment> left,
            int replicas,
            Preflight preflight) {
        Scene scene = canary.scene();
        boolean shared = canary.router().sharesService();
        int ready = stable.map(Workloads::ready).orElse(0)
                + (shared ? left.map(Workloads::ready).orElse(0) : 0);
        StableBefore before = new StableBefore(scene.cluster(), rendering, canary.app(), !shared);
        return new Facts(
                StrategyKind.CANARY,
                stable.isEmpty(),
                stable.isPresent() ? canary.app() : "",
                ready > 0 ? canary.name() : canary.app(),
                replicas,
                ready,
                stable.map(Objects::version).orElse(""),
                scene.plan().version(),
                before.remember(),
                List.of(),
                preflight);
    }

    /** Pods that an earlier canary left behind stand for those that stable gave away to it. */
    private static int replicas(
            Canary canary, Rendering rendering, Optional<Deployment> stable, Optional<Deployment> left) {
        if (stable.isEmpty()) {
            return Workloads.wanted(rendering.deployment());
        }
        int given =
                canary.router().sharesService() ? left.map(Workloads::wanted).orElse(0) : 0;
        int wanted = Workloads.wanted(stable.get()) + given;
        return wanted > 0 ? wanted : Workloads.wanted(rendering.deployment());
    }

    private static String words(RolloutPlan plan, Facts facts) {
        if (facts.first()) {
            return "the first deployment of " + plan.app() + ": there is nothing to compare a canary with";
        }
        return facts.broken()
                ? Objects.said(facts.fromVersion()) + " has no pod that is ready: " + Objects.said(facts.toVersion())
                        + " takes its place at once, and there is nothing good to go back to"
                : "stable serves with " + facts.readyBefore() + " of " + facts.replicas() + " pods";
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
        if (canary.scene().plan().canary().baseline()) {
            stable.ifPresent(there -> written.add(FreshBaseline.deployment(canary.scene(), there, 1)));
        }
        return written;
    }

    /** One decides on the number of stable pods: the router, or an autoscaler that leaves enough to take traffic back. */
    private static void autoscalers(Canary canary) {
        Autoscalers autoscalers = new Autoscalers(canary.scene().cluster());
        List<String> names = autoscalers.names(Set.of(canary.app()));
        if (canary.router().sharesService() && !names.isEmpty()) {
            throw new ManifestException(names.get(0) + " decides on the number of pods of Deployment '" + canary.app()
                    + "', and router '" + canary.router().name()
                    + "' splits traffic by it; use a router that splits by weight, or remove the autoscaler");
        }
        autoscalers.demand(Set.of(canary.app()));
    }

    static Move apply(Scene scene) {
        return scene.facts().direct() ? applyAtOnce(scene) : applyCanary(scene);
    }

    private static Move applyAtOnce(Scene scene) {
        Canary canary = new Canary(scene);
        Rendering rendering = new Rendering(scene.plan());
        List<HasMetadata> objects = new ArrayList<>(rendering.others());
        int pods = scene.facts().replicas();
        objects.add(rendering.deployment(canary.app(), Labels.TRACK, Labels.STABLE, pods, canary.stable()));
        objects.add(canary.mainService(rendering));
        objects.add(rendering.sibling(canary.stableService(), Labels.TRACK, Labels.STABLE));
        Objects.apply(scene, objects);
        RolloutState all = scene.state().copy().weight(100, scene.now()).build();
        return scene.go(all, Phase.READY, "applied version " + scene.plan().version());
    }

    private static Move applyCanary(Scene scene) {
        Canary canary = new Canary(scene);
        Optional<Move> first = canary.router().sharesService()
                ? leftover(canary)
                : adopt(canary).or(() -> leftover(canary));
        if (first.isPresent()) {
            return first.get();
        }
        Rendering rendering = new Rendering(scene.plan());
        Objects.apply(scene, rendering.others());
        if (!canary.router().sharesService()) {
            new Autoscalers(scene.cluster())
                    .suspend(Set.of(canary.app()), scene.facts().replicas());
        }
        int pods = Math.max(canary.pods(canary.step()), underWay(canary));
        Objects.apply(
                scene,
                List.of(
                        canary.mainService(rendering),
                        rendering.sibling(canary.stableService(), Labels.TRACK, Labels.STABLE),
                        rendering.sibling(canary.name(), Labels.TRACK, Labels.CANARY),
                        rendering.deployment(canary.name(), Labels.TRACK, Labels.CANARY, pods, canary.deployment())));
        return scene.go(Phase.READY, "applied version " + scene.plan().version() + " as canary, " + pods + " pods");
    }

    /** Pods that a state older than what happened knows nothing of may have traffic by now. */
    private static int underWay(Canary canary) {
        return canary.deployment()
                .filter(there -> canary.scene().plan().id().equals(Objects.annotation(there, Labels.ROLLOUT)))
                .map(Workloads::wanted)
                .orElse(0);
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
        Share share = canary.mainEndpoints(Labels.TRACK, Labels.STABLE);
        return share.others() == 0
                ? Optional.empty()
                : Optional.of(scene.stayUntilLate(share.others() + " stable pods do not carry their label yet"));
    }

    /** A rollout that died for good may have left a canary with traffic: that goes back before its pods change. */
    private static Optional<Move> leftover(Canary canary) {
        Scene scene = canary.scene();
        boolean left = canary.deployment()
                .filter(Objects::isOurs)
                .filter(there -> !scene.plan().id().equals(Objects.annotation(there, Labels.ROLLOUT)))
                .isPresent();
        if (!left) {
            return Optional.empty();
        }
        Optional<Move> underWay = CanaryReturn.trafficBack(canary);
        if (underWay.isEmpty()) {
            CanaryPromotion.removeCanary(canary);
        }
        return Optional.of(underWay.map(move -> scene.stayUntilLate(move.words()))
                .orElseGet(() -> scene.again("removed the canary that an earlier rollout left behind")));
    }
}
