package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.cluster.ManifestException;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A canary before anything is written: looking at what is there, and at what would be. */
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
}
