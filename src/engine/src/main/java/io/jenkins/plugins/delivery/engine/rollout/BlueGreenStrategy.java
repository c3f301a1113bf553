package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/**
 * Two Deployments, {@code <app>-blue} and {@code <app>-green}, and one Service that selects a colour. The idle colour
 * gets the new version, and the Service is switched when it can take all traffic.
 */
final class BlueGreenStrategy implements Strategy {
    @Override
    public Move move(Scene scene) {
        return switch (scene.state().phase()) {
            case PLAN -> BlueGreenPreparation.plan(scene);
            case APPLY -> BlueGreenPreparation.apply(scene);
            case READY -> Checks.ready(scene, scene.facts().next(), Phase.BODY);
            case BODY -> Checks.body(scene, "preview", new Colors(scene).preview(), Phase.SHIFT);
            case SHIFT -> BlueGreenSwitch.shift(scene);
            case PAUSE -> BlueGreenSwitch.pause(scene);
            case VERIFY -> BlueGreenSwitch.verify(scene);
            case OBSERVE -> BlueGreenAftercare.observe(scene);
            case KEEP -> BlueGreenAftercare.keep(scene);
            case RETIRE -> BlueGreenAftercare.retire(scene);
            default ->
                throw new IllegalStateException(
                        "blue-green has no phase " + scene.state().phase());
        };
    }

    @Override
    public List<HasMetadata> applied(Scene scene) {
        return new Rendering(scene.plan()).beside(scene.facts().next());
    }

    @Override
    public Move restore(Scene scene) {
        return BlueGreenReturn.restore(scene);
    }

    @Override
    public List<String> recovery(Scene scene) {
        return BlueGreenReturn.recovery(scene);
    }
}
