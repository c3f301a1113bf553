package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.cluster.ServiceEndpoints.Share;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import io.jenkins.plugins.delivery.engine.traffic.Routing;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The end of a good canary: stable gets the new version, is ready, takes the traffic, and the canary goes. */
final class CanaryPromotion {
    private CanaryPromotion() {}

    static Move promote(Scene scene) {
        Canary canary = new Canary(scene);
        Optional<Deployment> stable = canary.stable();
        if (new FreshBaseline(canary).remove()) {
            return scene.again("the baseline has served its purpose");
        }
        boolean written = stable.filter(there -> scene.plan().id().equals(Objects.annotation(there, Labels.ROLLOUT)))
                .isPresent();
        if (written) {
            return Checks.ready(scene, canary.app(), Phase.DRAIN);
        }
        if (scene.state().held().isPresent()) {
            return scene.go(Phase.PAUSE, scene.state().held().get().words());
        }
        int pods =
                Math.max(scene.facts().replicas(), stable.map(Workloads::wanted).orElse(0));
        Rendering rendering = new Rendering(scene.plan());
        Objects.apply(scene, List.of(rendering.deployment(canary.app(), Labels.TRACK, Labels.STABLE, pods, stable)));
        return scene.again("stable gets version " + scene.plan().version() + " while the canary serves");
    }

    static Move drain(Scene scene) {
        Canary canary = new Canary(scene);
        Optional<String> changed = Interference.with(scene, promoted(canary)).grave();
        if (changed.isPresent()) {
            return scene.back(Ending.Cause.INTERFERENCE, changed.get());
        }
        Routing routing = canary.router().route(scene.cluster(), canary.back());
        if (!routing.inEffect()) {
            return scene.stayUntilLate("traffic leaves the canary: " + routing.words());
        }
        Share share = canary.mainEndpoints(Labels.TRACK, Labels.STABLE);
        int old = canary.mainEndpoints(Labels.BASELINE, canary.app()).matching();
        String words = share.matching() - old + " stable endpoints with the new version, " + (share.others() + old)
                + " others";
        return share.exclusive() && old == 0 ? scene.go(Phase.RETIRE, words) : scene.stayUntilLate(words);
    }

    static Move retire(Scene scene) {
        Canary canary = new Canary(scene);
        Facts facts = scene.facts();
        Optional<Move> missing = Arrival.missing(scene, promoted(canary));
        if (missing.isPresent()) {
            return missing.get();
        }
        if (!facts.first()
                && !canary.router().route(scene.cluster(), canary.back()).inEffect()) {
            return scene.stay("the canary still has traffic, so it stays");
        }
        Share share = canary.mainEndpoints(Labels.TRACK, Labels.STABLE);
        if (!share.exclusive()) {
            return scene.stay(share.matching() + " endpoints of Service '" + canary.app() + "' are stable pods, "
                    + share.others() + " are not");
        }
        if (!facts.direct() && !scene.late(canary.router().propagation())) {
            return scene.stay("giving the router time to let go of the canary");
        }
        new Releases(scene.cluster(), canary.app()).record(scene, canary.app());
        removeCanary(canary);
        new Autoscalers(scene.cluster()).resume(Set.of(canary.app()));
        RolloutState all = scene.state().copy().weight(100, scene.now()).build();
        return scene.go(all, Phase.UNLOCK, "version " + facts.toVersion() + " serves");
    }

    /** The release as stable has it once it is promoted. */
    private static List<HasMetadata> promoted(Canary canary) {
        return new Rendering(canary.scene().plan()).beside(canary.app());
    }

    /** Only called when no traffic goes to the canary. */
    static void removeCanary(Canary canary) {
        Cluster cluster = canary.scene().cluster();
        canary.router().remove(cluster, canary.back());
        canary.deployment().filter(Objects::isOurs).ifPresent(cluster::delete);
        cluster.find(Service.class, canary.name()).filter(Objects::isOurs).ifPresent(cluster::delete);
    }
}
