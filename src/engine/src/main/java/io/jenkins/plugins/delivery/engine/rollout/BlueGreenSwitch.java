package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.ServiceEndpoints.Share;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
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
        Optional<Service> service = colors.service();
        if (service.isEmpty()) {
            return scene.back(Ending.Cause.INTERFERENCE, "Service '" + colors.app() + "' is gone");
        }
        if (Colors.of(service.get()).equals(colors.next())) {
            RolloutState switched =
                    scene.state().copy().weight(100, scene.now()).build();
            return scene.go(switched, Phase.VERIFY, "Service '" + colors.app() + "' selects " + colors.next());
        }
        colors.select(service.get(), colors.next());
        return scene.again("switching Service '" + colors.app() + "' to " + colors.next());
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
        String color = colors.next();
        String now = colors.service().map(Colors::of).orElse("nothing");
        if (!now.equals(color)) {
            return scene.back(
                    Ending.Cause.INTERFERENCE,
                    "somebody else made Service '" + colors.app() + "' select " + now + " instead of " + color);
        }
        Share share = colors.endpoints(color);
        String words = share.matching() + " endpoints are " + color + ", " + share.others() + " are not";
        return share.exclusive() ? scene.go(Phase.OBSERVE, words) : scene.stayUntilLate(words);
    }
}
