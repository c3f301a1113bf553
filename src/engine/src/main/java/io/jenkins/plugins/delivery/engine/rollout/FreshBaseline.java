package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pods of the old version that are as young and as many as the canary's, so that what is compared differs by its version
 * alone. They serve beside the stable ones, on top of what the application needs: taking them away costs nothing.
 */
record FreshBaseline(Canary canary) {
    /** Whether this rollout compares with fresh pods. */
    boolean wanted() {
        return canary.scene().plan().canary().baseline()
                && !canary.scene().facts().direct();
    }

    static String name(String app) {
        return app + "-baseline";
    }

    /** The Deployment whose metrics the canary's are compared with. */
    String compared() {
        return wanted() ? name(canary.app()) : canary.app();
    }

    /** Brings it up, or lets it grow with the canary; empty when as many pods as the canary has are ready. */
    Optional<Move> capacity(int pods) {
        Scene scene = canary.scene();
        if (!wanted()) {
            return Optional.empty();
        }
        Optional<Deployment> there = find();
        String needed =
                pods + " baseline pods of version " + scene.facts().fromVersion() + " are needed to compare with";
        if (there.isEmpty()) {
            Objects.apply(scene, List.of(deployment(scene, old(scene), pods)));
            return Optional.of(scene.again(needed));
        }
        if (Workloads.wanted(there.get()) < pods) {
            scene.cluster().patch(there.get(), Map.of("spec", Map.of("replicas", pods)));
            return Optional.of(scene.again(needed));
        }
        if (Workloads.ready(there.get()) < pods) {
            String why = Workloads.readiness(scene.cluster(), there).reason();
            return Optional.of(scene.stayUntilLate(needed + ": " + why));
        }
        return Optional.empty();
    }

    /** @return whether there was something to remove */
    boolean remove() {
        Optional<Deployment> there = find().filter(Objects::isOurs);
        there.ifPresent(canary.scene().cluster()::delete);
        return there.isPresent();
    }

    private Optional<Deployment> find() {
        return canary.scene().cluster().find(Deployment.class, name(canary.app()));
    }

    private static Deployment old(Scene scene) {
        String key = StableBefore.deploymentKey(scene.plan().app());
        return Serialization.unmarshal(scene.facts().before().get(key), Deployment.class);
    }

    /** A stable Deployment once more, under a name and with a label of its own. */
    static Deployment deployment(Scene scene, Deployment stable, int pods) {
        String app = scene.plan().app();
        Deployment copy = new DeploymentBuilder(stable)
                .withMetadata(metadata(scene, stable))
                .withStatus(null)
                .build();
        copy.getSpec().setReplicas(pods);
        ObjectMeta template = copy.getSpec().getTemplate().getMetadata();
        template.setLabels(Labels.with(template.getLabels(), Labels.BASELINE, app));
        var selector = copy.getSpec().getSelector();
        selector.setMatchLabels(Labels.with(selector.getMatchLabels(), Labels.BASELINE, app));
        return copy;
    }

    private static ObjectMeta metadata(Scene scene, Deployment stable) {
        return new ObjectMetaBuilder()
                .withName(name(scene.plan().app()))
                .withNamespace(scene.plan().target().namespace())
                .withLabels(Labels.with(stable.getMetadata().getLabels(), Labels.MANAGED_BY, Labels.US))
                .addToAnnotations(Labels.ROLLOUT, scene.plan().id())
                .addToAnnotations(Labels.VERSION, Objects.version(stable))
                .build();
    }
}
