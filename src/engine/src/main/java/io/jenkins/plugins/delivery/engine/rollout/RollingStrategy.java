package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Readiness;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies the manifests, follows the Deployment as {@code kubectl rollout status} does, and undoes on failure. */
final class RollingStrategy implements Strategy {
    @Override
    public Move move(Scene scene) {
        return switch (scene.state().phase()) {
            case PLAN -> plan(scene);
            case APPLY -> apply(scene);
            case READY -> Checks.ready(scene, scene.plan().app(), Phase.BODY);
            case BODY -> Checks.body(scene, "end", scene.plan().app(), Phase.RETIRE);
            case RETIRE -> retire(scene);
            default ->
                throw new IllegalStateException(
                        "a rolling deployment has no phase " + scene.state().phase());
        };
    }

    private static Move plan(Scene scene) {
        RolloutPlan plan = scene.plan();
        Rendering rendering = new Rendering(plan);
        rendering.deployment();
        Optional<Deployment> there = scene.cluster().find(Deployment.class, plan.app());
        List<HasMetadata> touched = rendering.all(there, scene.cluster().find(Service.class, plan.app()));
        Preflight preflight = Preflight.of(scene, touched);
        Facts facts = new Facts(
                StrategyKind.ROLLING,
                there.isEmpty(),
                there.isPresent() ? plan.app() : "",
                plan.app(),
                there.map(Workloads::wanted).orElse(0),
                there.map(Workloads::ready).orElse(0),
                there.map(Objects::version).orElse(""),
                plan.version(),
                Objects.remember(scene.cluster(), touched),
                List.of(),
                preflight);
        String words = facts.first() ? "the first deployment of " + plan.app() : "replacing what serves, pod by pod";
        return scene.go(scene.state().copy().facts(facts).build(), Phase.APPLY, words);
    }

    private static Move apply(Scene scene) {
        Rendering rendering = new Rendering(scene.plan());
        Optional<Deployment> there =
                scene.cluster().find(Deployment.class, scene.plan().app());
        List<HasMetadata> objects = rendering.all(
                there, scene.cluster().find(Service.class, scene.plan().app()));
        objects.forEach(object -> Objects.apply(scene, object));
        RolloutState all = scene.state().copy().weight(100, scene.now()).build();
        return scene.go(all, Phase.READY, "applied " + objects.size() + " objects");
    }

    private static Move retire(Scene scene) {
        new Releases(scene.cluster(), scene.plan().app())
                .record(scene.plan(), scene.facts(), scene.plan().app(), scene.now());
        return scene.go(Phase.UNLOCK, "version " + scene.facts().toVersion() + " serves");
    }

    @Override
    public Move restore(Scene scene) {
        Map<String, String> before = scene.facts().before();
        if (Objects.restore(scene.cluster(), before, key -> true)) {
            return scene.again("objects are brought back to what they were");
        }
        if (scene.facts().first()) {
            return scene.go(Phase.UNLOCK, "there was no earlier version; what was applied is removed");
        }
        Optional<Deployment> deployment =
                scene.cluster().find(Deployment.class, scene.plan().app());
        Readiness readiness = Workloads.readiness(scene.cluster(), deployment);
        boolean serves = readiness instanceof Readiness.Ready
                || deployment.map(there -> settled(there, scene.facts())).orElse(false);
        RolloutState back = scene.state().copy().weight(0, scene.now()).build();
        return serves
                ? scene.go(back, Phase.UNLOCK, "the version before serves again: " + readiness.reason())
                : scene.stay("the version before is coming back: " + readiness.reason());
    }

    /** As many pods of the version before are ready as there were when the rollout began, and no others are left. */
    private static boolean settled(Deployment deployment, Facts facts) {
        var status = deployment.getStatus();
        return status != null
                && facts.readyBefore() < facts.replicas()
                && facts.readyBefore() > 0
                && status.getObservedGeneration() != null
                && status.getObservedGeneration()
                        .equals(deployment.getMetadata().getGeneration())
                && status.getUpdatedReplicas() != null
                && status.getUpdatedReplicas().equals(status.getReplicas())
                && Workloads.ready(deployment) >= facts.readyBefore();
    }

    @Override
    public List<String> recovery(Scene scene) {
        String kubectl = "kubectl -n " + scene.plan().target().namespace() + " ";
        List<String> commands = new ArrayList<>();
        commands.add(kubectl + "rollout undo deployment/" + scene.plan().app());
        commands.add(kubectl + "rollout status deployment/" + scene.plan().app());
        commands.add(kubectl + "delete lease/" + RolloutLease.name(scene.plan().app()));
        return commands;
    }
}
