package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import java.util.Optional;

/**
 * The way back when the version before did not serve either. Pods of the new version that are ready are not taken from
 * their users for a version that answers nobody: then a person has to decide. Otherwise everything is as it was.
 */
final class FixForward {
    private FixForward() {}

    /** For a new version that took the place of the old one in a Deployment. */
    static Move back(Scene scene, String deployment) {
        Optional<Move> serves = serving(scene, scene.cluster().find(Deployment.class, deployment));
        if (serves.isPresent()) {
            return serves.get();
        }
        return Objects.restore(scene.cluster(), scene.facts().before(), key -> true)
                ? scene.again("objects are brought back to what they were")
                : asItWas(scene);
    }

    /** What follows when a workload is of the new version and serves; empty when it does not. */
    static Optional<Move> serving(Scene scene, Optional<? extends HasMetadata> workload) {
        return workload.filter(there -> scene.plan().id().equals(Objects.annotation(there, Labels.ROLLOUT)))
                .filter(there -> Workloads.ready(there) > 0)
                .map(there -> keep(scene));
    }

    /** The new version is all that serves, so it stays. */
    static Move keep(Scene scene) {
        Facts facts = scene.facts();
        return scene.go(
                Phase.STUCK,
                Objects.said(facts.toVersion()) + " was to be taken back, but " + Objects.said(facts.fromVersion())
                        + " has no pod that is ready: " + Objects.said(facts.toVersion())
                        + " keeps serving until somebody decides");
    }

    static Move asItWas(Scene scene) {
        return scene.go(
                scene.state().copy().weight(0, scene.now()).build(),
                Phase.UNLOCK,
                "everything is as it was: " + Objects.said(scene.facts().fromVersion())
                        + " had no pod that was ready before," + " either");
    }
}
