package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.cluster.ServiceEndpoints.Share;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings up the pods of a canary, or the whole release where there is nothing to compare a canary with. */
final class CanaryStart {
    private CanaryStart() {}

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
        return scene.applied("canary", pods);
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
