package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.ServiceEndpoints.Share;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import io.jenkins.plugins.delivery.engine.traffic.Routing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        boolean switched = scene.state().weight() > 0
                || colors.by()
                        .observe(scene.cluster(), colors.swap(colors.next()))
                        .inEffect();
        Optional<Deployment> next = colors.nextDeployment();
        if (switched && next.map(Workloads::ready).orElse(0) > 0) {
            return FixForward.keep(scene);
        }
        if (switched) {
            Routing routing = colors.by().to(scene.cluster(), colors.swap(colors.serving()));
            RolloutState back = scene.state().copy().weight(0, scene.now()).build();
            return scene.stay(back, "back to " + colors.serving() + ": " + routing.words(), Duration.ZERO);
        }
        if (Objects.restore(scene.cluster(), scene.facts().before(), key -> true)) {
            return scene.again("objects are brought back to what they were");
        }
        new Autoscalers(scene.cluster())
                .resume(Set.of(scene.facts().serving(), scene.facts().next()));
        next.filter(there -> Workloads.wanted(there) > 0).ifPresent(there -> colors.scale(there, 0));
        return FixForward.asItWas(scene);
    }

    private static Move switchBack(Scene scene) {
        Colors colors = new Colors(scene);
        String color = colors.serving();
        Routing routing = colors.by().observe(scene.cluster(), colors.swap(color));
        if (!routing.inEffect()) {
            return trafficBack(colors);
        }
        if (Objects.restore(scene.cluster(), scene.facts().before(), key -> true)) {
            return scene.again("objects are brought back to what they were");
        }
        Share share = colors.endpoints(color);
        if (!share.exclusive()) {
            return scene.stay(share.matching() + " endpoints are " + color + ", " + share.others() + " are not");
        }
        new Autoscalers(scene.cluster())
                .resume(Set.of(scene.facts().serving(), scene.facts().next()));
        colors.nextDeployment().filter(next -> Workloads.wanted(next) > 0).ifPresent(next -> colors.scale(next, 0));
        return scene.go(
                scene.state().copy().weight(0, scene.now()).build(),
                Phase.UNLOCK,
                color + " serves: " + share.matching() + " endpoints, no other");
    }

    private static Move trafficBack(Colors colors) {
        Scene scene = colors.scene();
        Facts facts = scene.facts();
        String color = colors.serving();
        Optional<Deployment> old = colors.servingDeployment();
        if (old.isPresent() && Workloads.ready(old.get()) >= facts.enough()) {
            Routing routing = colors.by().to(scene.cluster(), colors.swap(color));
            String words = "back to " + color + ": " + routing.words();
            return routing.inEffect() ? scene.again(words) : scene.stay(words);
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
            Colors colors = new Colors(scene);
            commands.addAll(colors.by().recovery(scene.plan().target().namespace(), colors.swap(colors.serving())));
        }
        commands.add(kubectl + "scale deployment/" + facts.next() + " --replicas=0");
        commands.add(kubectl + "delete lease/" + RolloutLease.name(app));
        return commands;
    }
}
