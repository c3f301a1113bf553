package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.cluster.ServiceEndpoints.Share;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way back of blue-green: traffic to the colour that served, then the rest. */
final class BlueGreenReturn {
    private BlueGreenReturn() {}

    static Move restore(Scene scene) {
        if (scene.facts().first()) {
            return removeAll(scene);
        }
        return scene.facts().broken() ? toBroken(scene) : switchBack(scene);
    }

    private static Move removeAll(Scene scene) {
        boolean changed = Objects.restore(scene.cluster(), scene.facts().before(), key -> true);
        Optional<Deployment> next = new Colors(scene).nextDeployment().filter(Objects::isOurs);
        next.ifPresent(scene.cluster()::delete);
        RolloutState none = scene.state().copy().weight(0, scene.now()).build();
        return changed || next.isPresent()
                ? scene.again("removing what was applied")
                : scene.go(none, Phase.UNLOCK, "there was no earlier version; what was applied is removed");
    }

    /** There is nothing good to go back to; only what serves nobody is undone. */
    private static Move toBroken(Scene scene) {
        Colors colors = new Colors(scene);
        int old = colors.servingDeployment().map(Workloads::ready).orElse(0);
        if (old > 0) {
            return switchBack(scene);
        }
        Optional<Service> service = colors.service();
        boolean switched =
                service.filter(there -> Colors.of(there).equals(colors.next())).isPresent();
        Optional<Deployment> next = colors.nextDeployment();
        if (switched && next.map(Workloads::ready).orElse(0) > 0) {
            return FixForward.keep(scene);
        }
        if (switched) {
            colors.select(service.get(), colors.serving());
            return scene.again("switching Service '" + colors.app() + "' back to " + colors.serving());
        }
        if (Objects.restore(scene.cluster(), scene.facts().before(), key -> true)) {
            return scene.again("objects are brought back to what they were");
        }
        next.filter(there -> Workloads.wanted(there) > 0).ifPresent(there -> colors.scale(there, 0));
        return FixForward.asItWas(scene);
    }

    private static Move switchBack(Scene scene) {
        Colors colors = new Colors(scene);
        String color = colors.serving();
        Optional<Service> service = colors.service();
        if (service.isPresent() && !Colors.of(service.get()).equals(color)) {
            return trafficBack(colors, service.get());
        }
        if (Objects.restore(scene.cluster(), scene.facts().before(), key -> true)) {
            return scene.again("objects are brought back to what they were");
        }
        Share share = colors.endpoints(color);
        if (!share.exclusive()) {
            return scene.stay(share.matching() + " endpoints are " + color + ", " + share.others() + " are not");
        }
        colors.nextDeployment().filter(next -> Workloads.wanted(next) > 0).ifPresent(next -> colors.scale(next, 0));
        return scene.go(
                scene.state().copy().weight(0, scene.now()).build(),
                Phase.UNLOCK,
                color + " serves: " + share.matching() + " endpoints, no other");
    }

    private static Move trafficBack(Colors colors, Service service) {
        Scene scene = colors.scene();
        Facts facts = scene.facts();
        String color = colors.serving();
        Optional<Deployment> old = colors.servingDeployment();
        if (old.isPresent() && Workloads.ready(old.get()) >= facts.enough()) {
            colors.select(service, color);
            return scene.again("switching Service '" + colors.app() + "' back to " + color);
        }
        old.filter(there -> Workloads.wanted(there) < facts.replicas())
                .ifPresent(there -> colors.scale(there, facts.replicas()));
        return scene.stay(color + " is not ready to take the traffic back: "
                + Workloads.readiness(scene.cluster(), old).reason());
    }

    static List<String> recovery(Scene scene) {
        Facts facts = scene.facts();
        String app = scene.plan().app();
        String kubectl = "kubectl -n " + scene.plan().target().namespace() + " ";
        List<String> commands = new ArrayList<>();
        if (!facts.first()) {
            commands.add(kubectl + "scale deployment/" + facts.serving() + " --replicas=" + facts.replicas());
            commands.add(kubectl + "rollout status deployment/" + facts.serving());
            commands.add(kubectl + "patch service/" + app + " --type=merge -p '{\"spec\":{\"selector\":{\""
                    + Labels.COLOR + "\":\"" + new Colors(scene).serving() + "\"}}}'");
        }
        commands.add(kubectl + "scale deployment/" + facts.next() + " --replicas=0");
        commands.add(kubectl + "delete lease/" + RolloutLease.name(app));
        return commands;
    }
}
