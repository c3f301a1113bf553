package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.ManifestException;
import io.jenkins.plugins.delivery.engine.cluster.Readiness;
import io.jenkins.plugins.delivery.engine.cluster.Workload;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Applies the manifests, follows every workload among them as {@code kubectl rollout status} does, and undoes all of it
 * on failure.
 */
final class RollingStrategy implements Strategy {
    @Override
    public Move move(Scene scene) {
        return switch (scene.state().phase()) {
            case PLAN -> plan(scene);
            case APPLY -> apply(scene);
            case READY -> ready(scene);
            case BODY -> Checks.body(scene, "end", scene.plan().app(), afterwards(scene));
            case OBSERVE -> observe(scene);
            case RETIRE -> retire(scene);
            default ->
                throw new IllegalStateException(
                        "a rolling deployment has no phase " + scene.state().phase());
        };
    }

    private static Move plan(Scene scene) {
        RolloutPlan plan = scene.plan();
        Workload main = plan.release().workload(plan.app());
        if (Workloads.isOnDelete(main.object())) {
            throw new ManifestException(
                    main.said() + " has the update strategy OnDelete: its pods get a new version only"
                            + " when somebody deletes them, so that no rollout ends; set spec.updateStrategy.type: RollingUpdate");
        }
        Optional<HasMetadata> there = scene.cluster().find(main.object());
        List<HasMetadata> touched = objects(scene);
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
        List<HasMetadata> objects = objects(scene);
        Objects.apply(scene, objects);
        RolloutState all = scene.state().copy().weight(100, scene.now()).build();
        return scene.go(all, Phase.READY, "applied " + objects.size() + " objects");
    }

    /** Every object of the release as it should be there. */
    private static List<HasMetadata> objects(Scene scene) {
        String app = scene.plan().app();
        Cluster cluster = scene.cluster();
        List<HasMetadata> objects =
                new Rendering(scene.plan()).all(cluster.find(Deployment.class, app), cluster.find(Service.class, app));
        new Replicas(cluster, !scene.plan().to().isEmpty()).settle(objects);
        return objects;
    }

    /** Every workload of the release has to be rolled out; the first that is not says why. */
    private static Move ready(Scene scene) {
        List<String> words = new ArrayList<>();
        for (Workload workload : scene.plan().release().workloads()) {
            Readiness readiness =
                    Workloads.readiness(scene.cluster(), scene.cluster().find(workload.object()));
            String said = workload.said() + ": " + readiness.reason();
            if (readiness instanceof Readiness.Failed) {
                return scene.back(Ending.Cause.UNHEALTHY, said);
            }
            if (readiness instanceof Readiness.Waiting) {
                return scene.stayUntilLate(said);
            }
            words.add(said);
        }
        return scene.go(Phase.BODY, String.join("; ", words));
    }

    private static Phase afterwards(Scene scene) {
        return scene.plan().metrics().isEmpty() ? Phase.RETIRE : Phase.OBSERVE;
    }

    /** The Deployment stays the same: what it is compared with is how it was before. */
    private static Move observe(Scene scene) {
        String app = scene.plan().app();
        return new Watch(scene, app, app).watch(scene.plan().timing().observe(), Phase.RETIRE);
    }

    private static Move retire(Scene scene) {
        Optional<Move> missing = Arrival.missing(scene, objects(scene));
        if (missing.isPresent()) {
            return missing.get();
        }
        new Releases(scene.cluster(), scene.plan().app())
                .record(scene, scene.plan().app());
        return scene.go(Phase.UNLOCK, "version " + scene.facts().toVersion() + " serves");
    }

    @Override
    public List<HasMetadata> applied(Scene scene) {
        return objects(scene);
    }

    @Override
    public Move restore(Scene scene) {
        return RollingReturn.restore(scene);
    }

    @Override
    public List<String> recovery(Scene scene) {
        return RollingReturn.recovery(scene);
    }
}
