package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import io.jenkins.plugins.delivery.engine.traffic.Routing;
import java.time.Duration;
import java.util.Optional;

/** The switch itself: only to a colour that can take all traffic, and believed only when the endpoints moved. */
final class BlueGreenSwitch {
    private BlueGreenSwitch() {}

    static Move shift(Scene scene) {
        Colors colors = new Colors(scene);
        if (scene.state().held().isPresent() && scene.state().weight() == 0) {
            return scene.go(Phase.PAUSE, scene.state().held().get().words());
        }
        Optional<Deployment> next = colors.nextDeployment();
        int needed = colors.servingDeployment().map(Workloads::wanted).orElse(1);
        if (next.isEmpty() || Workloads.ready(next.get()) < Math.max(1, needed)) {
            next.filter(there -> Workloads.wanted(there) < needed).ifPresent(there -> colors.scale(there, needed));
            return scene.stayUntilLate(next.map(Workloads::ready).orElse(0) + " of the " + needed
                    + " pods that serve now are ready in " + colors.next());
        }
        if (colors.service().isEmpty()) {
            return scene.back(Ending.Cause.INTERFERENCE, "Service '" + colors.app() + "' is gone");
        }
        Routing routing = colors.by().to(scene.cluster(), colors.swap(colors.next()));
        RolloutState switched = scene.state().copy().weight(100, scene.now()).build();
        if (routing.inEffect()) {
            return scene.go(switched, Phase.VERIFY, routing.words());
        }
        String words = "switching to " + colors.next() + ": " + routing.words();
        boolean begun = scene.state().weight() > 0;
        return begun ? scene.stayUntilLate(words) : scene.stay(switched, words, Duration.ZERO);
    }

    /** Before the switch: nobody has the new version yet. */
    static Move pause(Scene scene) {
        return scene.state().promoted()
                ? scene.go(Pauses.over(scene), Phase.SHIFT, Pauses.promotion(scene))
                : Pauses.late(scene)
                        .orElseGet(() -> scene.stay(
                                scene.state(), Pauses.words(scene), Duration.between(scene.now(), Pauses.end(scene))));
    }

    static Move verify(Scene scene) {
        Colors colors = new Colors(scene);
        Optional<String> interference = colors.interference();
        if (interference.isPresent()) {
            return scene.back(Ending.Cause.INTERFERENCE, interference.get());
        }
        Routing routing = colors.by().observe(scene.cluster(), colors.swap(colors.next()));
        return routing.inEffect() ? scene.go(Phase.OBSERVE, routing.words()) : scene.stayUntilLate(routing.words());
    }
}
