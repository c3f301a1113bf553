package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/**
 * The stable Deployment {@code <app>} keeps serving beside {@code <app>-canary}, which gets a growing share of traffic.
 * When the last weight has passed, stable gets the new version too, and then all traffic. Where nothing serves that a
 * canary could be compared with, the new version goes to stable at once.
 */
final class CanaryStrategy implements Strategy {
    @Override
    public Move move(Scene scene) {
        return switch (scene.state().phase()) {
            case PLAN -> CanaryPreparation.plan(scene);
            case APPLY -> CanaryStart.apply(scene);
            case READY -> ready(scene);
            case SHIFT -> CanaryShift.shift(scene);
            case VERIFY -> CanaryShift.verify(scene);
            case BODY -> body(scene);
            case OBSERVE -> CanaryShift.observe(scene);
            case PAUSE -> CanaryPause.pause(scene);
            case PROMOTE -> CanaryPromotion.promote(scene);
            case DRAIN -> CanaryPromotion.drain(scene);
            case RETIRE -> CanaryPromotion.retire(scene);
            default ->
                throw new IllegalStateException(
                        "a canary has no phase " + scene.state().phase());
        };
    }

    private static Move ready(Scene scene) {
        Facts facts = scene.facts();
        return Checks.ready(scene, facts.next(), facts.direct() ? Phase.BODY : Phase.SHIFT);
    }

    private static Move body(Scene scene) {
        Canary canary = new Canary(scene);
        return scene.facts().direct()
                ? Checks.body(scene, "end", canary.app(), Phase.RETIRE)
                : Checks.body(scene, canary.step().key(), canary.name(), Phase.OBSERVE);
    }

    @Override
    public List<HasMetadata> applied(Scene scene) {
        return new Rendering(scene.plan()).beside(scene.facts().next());
    }

    @Override
    public Move restore(Scene scene) {
        return CanaryReturn.restore(scene);
    }

    @Override
    public List<String> recovery(Scene scene) {
        Canary canary = new Canary(scene);
        return CanaryRecovery.commands(scene, canary.router(), canary.back());
    }
}
