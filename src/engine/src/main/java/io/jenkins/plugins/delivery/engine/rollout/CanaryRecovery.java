package io.jenkins.plugins.delivery.engine.rollout;

import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.traffic.Route;
import io.jenkins.plugins.delivery.engine.traffic.TrafficRouter;
import java.util.ArrayList;
import java.util.List;

/** The commands by which a person takes a canary back. */
final class CanaryRecovery {
    private CanaryRecovery() {}

    static List<String> commands(Scene scene, TrafficRouter router, Route none) {
        String app = scene.plan().app();
        String kubectl = "kubectl -n " + scene.plan().target().namespace() + " ";
        List<String> commands = new ArrayList<>();
        if (!scene.facts().first()) {
            if (promoted(scene) || scene.facts().broken()) {
                commands.add(kubectl + "rollout undo deployment/" + app);
            }
            commands.add(kubectl + "scale deployment/" + app + " --replicas="
                    + scene.facts().replicas());
            commands.add(kubectl + "rollout status deployment/" + app);
            if (!scene.facts().broken()) {
                commands.addAll(back(scene, router, none, kubectl));
            }
        }
        commands.add(kubectl + "delete lease/" + RolloutLease.name(app));
        return commands;
    }

    private static List<String> back(Scene scene, TrafficRouter router, Route none, String kubectl) {
        List<String> commands = new ArrayList<>();
        if (!router.sharesService()) {
            commands.add(kubectl + "patch service/" + none.canary() + " --type=merge -p '{\"spec\":{\"selector\":{\""
                    + Labels.TRACK + "\":\"" + Labels.STABLE + "\"}}}'");
        }
        commands.addAll(router.recovery(scene.plan().target().namespace(), none));
        return commands;
    }

    private static boolean promoted(Scene scene) {
        return scene.state().transitions().stream().anyMatch(transition -> transition.to() == Phase.PROMOTE);
    }
}
