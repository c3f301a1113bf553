package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.argument.Durations;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.cluster.ManifestException;
import io.jenkins.plugins.delivery.engine.cluster.ServiceEndpoints;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two Deployments, {@code <app>-blue} and {@code <app>-green}, and one Service that selects a colour. The idle colour
 * gets the new version, and the Service is switched when it can take all traffic.
 */
final class BlueGreenStrategy implements Strategy {
    private static final String BLUE = "blue";
    private static final String GREEN = "green";

    @Override
    public Move move(Scene scene) {
        return switch (scene.state().phase()) {
            case PLAN -> plan(scene);
            case APPLY -> apply(scene);
            case READY -> Checks.ready(scene, scene.facts().next(), Phase.BODY);
            case BODY -> Checks.body(scene, "preview", preview(scene), Phase.SHIFT);
            case SHIFT -> shift(scene);
            case VERIFY -> verify(scene);
            case OBSERVE -> observe(scene);
            case KEEP -> keep(scene);
            case RETIRE -> retire(scene);
            default ->
                throw new IllegalStateException(
                        "blue-green has no phase " + scene.state().phase());
        };
    }

    private static Move plan(Scene scene) {
        RolloutPlan plan = scene.plan();
        Cluster cluster = scene.cluster();
        Rendering rendering = new Rendering(plan);
        Deployment wanted = rendering.deployment();
        Optional<Service> service = cluster.find(Service.class, plan.app());
        String serving = service.map(BlueGreenStrategy::color).orElse("");
        if (service.isPresent() && serving.isEmpty()) {
            refuseForeignPods(cluster, service.get());
        }
        Optional<Deployment> before =
                serving.isEmpty() ? Optional.empty() : cluster.find(Deployment.class, name(plan.app(), serving));
        String next = BLUE.equals(serving) ? GREEN : BLUE;
        List<HasMetadata> touched = new ArrayList<>(rendering.others());
        touched.add(rendering.service());
        touched.add(rendering.sibling(plan.app() + "-preview", Labels.COLOR, next));
        String target = name(plan.app(), next);
        Objects.check(scene, touched);
        Objects.check(
                scene,
                List.of(rendering.deployment(target, Labels.COLOR, next, 1, cluster.find(Deployment.class, target))));
        Facts facts = new Facts(
                StrategyKind.BLUE_GREEN,
                before.isEmpty(),
                before.isPresent() ? name(plan.app(), serving) : "",
                target,
                Math.max(before.map(Workloads::wanted).orElse(0), Workloads.wanted(wanted)),
                before.map(Workloads::ready).orElse(0),
                before.map(Objects::version).orElse(""),
                plan.version(),
                Objects.remember(cluster, touched),
                List.of());
        String words = facts.first()
                ? "the first deployment of " + plan.app()
                : serving + " serves with " + facts.readyBefore() + " pods, " + next + " gets the new version";
        return scene.go(scene.state().copy().facts(facts).build(), Phase.APPLY, words);
    }

    /** Pods without a colour would lose their traffic at the switch, and share it with the new version before. */
    private static void refuseForeignPods(Cluster cluster, Service service) {
        if (!cluster.list(Pod.class, service.getSpec().getSelector()).isEmpty()) {
            String name = service.getMetadata().getName();
            throw new ManifestException("Service '" + name + "' has pods, but does not select them by "
                    + Labels.COLOR + "; label the pods of Deployment '" + name + "' and the Service's selector first,"
                    + " or use rollingDeploy or canaryPromote");
        }
    }

    private static Move apply(Scene scene) {
        Facts facts = scene.facts();
        Cluster cluster = scene.cluster();
        Rendering rendering = new Rendering(scene.plan());
        String color = color(facts.next());
        for (HasMetadata object : rendering.others()) {
            Objects.apply(scene, object);
        }
        Optional<Deployment> there = cluster.find(Deployment.class, facts.next());
        int pods =
                Math.max(facts.replicas(), serving(scene).map(Workloads::wanted).orElse(0));
        Objects.apply(scene, rendering.deployment(facts.next(), Labels.COLOR, color, pods, there));
        Objects.apply(scene, rendering.sibling(preview(scene), Labels.COLOR, color));
        Objects.apply(scene, rendering.service(Labels.COLOR, facts.first() ? color : color(facts.serving())));
        return scene.go(
                Phase.READY, "applied version " + scene.plan().version() + " as " + color + ", " + pods + " pods");
    }

    private static Move shift(Scene scene) {
        Facts facts = scene.facts();
        Optional<Deployment> next = scene.cluster().find(Deployment.class, facts.next());
        int needed = serving(scene).map(Workloads::wanted).orElse(1);
        if (next.isEmpty() || Workloads.ready(next.get()) < Math.max(1, needed)) {
            next.filter(there -> Workloads.wanted(there) < needed)
                    .ifPresent(there -> scene.cluster().patch(there, replicas(needed)));
            return scene.stayUntilLate(next.map(Workloads::ready).orElse(0) + " of the " + needed
                    + " pods that serve now are ready in " + color(facts.next()));
        }
        Optional<Service> service =
                scene.cluster().find(Service.class, scene.plan().app());
        if (service.isEmpty()) {
            return scene.back(
                    Ending.Cause.INTERFERENCE, "Service '" + scene.plan().app() + "' is gone");
        }
        if (color(service.get()).equals(color(facts.next()))) {
            RolloutState switched =
                    scene.state().copy().weight(100, scene.now()).build();
            return scene.go(
                    switched, Phase.VERIFY, "Service '" + scene.plan().app() + "' selects " + color(facts.next()));
        }
        select(scene, service.get(), color(facts.next()));
        return scene.again("switching Service '" + scene.plan().app() + "' to " + color(facts.next()));
    }

    private static Move verify(Scene scene) {
        String color = color(scene.facts().next());
        String now = scene.cluster()
                .find(Service.class, scene.plan().app())
                .map(BlueGreenStrategy::color)
                .orElse("nothing");
        if (!now.equals(color)) {
            return scene.back(
                    Ending.Cause.INTERFERENCE,
                    "somebody else made Service '" + scene.plan().app() + "' select " + now + " instead of " + color);
        }
        ServiceEndpoints.Share share =
                ServiceEndpoints.share(scene.cluster(), scene.plan().app(), pods(color));
        String words = share.matching() + " endpoints are " + color + ", " + share.others() + " are not";
        return share.exclusive() ? scene.go(Phase.OBSERVE, words) : scene.stayUntilLate(words);
    }

    private static Move observe(Scene scene) {
        if (scene.facts().first() || scene.plan().timing().observe().isZero()) {
            return scene.go(Phase.KEEP, "nothing to watch");
        }
        return new Watch(scene, scene.facts().next(), scene.facts().serving())
                .watch(scene.plan().timing().observe(), Phase.KEEP);
    }

    private static Move keep(Scene scene) {
        Duration keep =
                scene.facts().first() ? Duration.ZERO : scene.plan().timing().keep();
        Instant end = scene.state().since().plus(keep);
        if (!scene.now().isBefore(end)) {
            return scene.go(Phase.RETIRE, "kept " + scene.facts().serving() + " for " + Durations.format(keep));
        }
        return scene.stay(
                scene.state(),
                "keeping " + scene.facts().serving() + " ready to go back to",
                Duration.between(scene.now(), end));
    }

    private static Move retire(Scene scene) {
        Facts facts = scene.facts();
        ServiceEndpoints.Share share =
                ServiceEndpoints.share(scene.cluster(), scene.plan().app(), pods(color(facts.next())));
        if (!share.exclusive()) {
            return scene.stay("the new version is not the only one that serves; the old one stays");
        }
        new Releases(scene.cluster(), scene.plan().app()).record(scene.plan(), facts, facts.next(), scene.now());
        serving(scene).filter(old -> Workloads.wanted(old) > 0).ifPresent(old -> scene.cluster()
                .patch(old, replicas(0)));
        return scene.go(Phase.UNLOCK, "version " + facts.toVersion() + " serves");
    }

    @Override
    public Move restore(Scene scene) {
        return scene.facts().first() ? removeAll(scene) : switchBack(scene);
    }

    private static Move removeAll(Scene scene) {
        boolean changed = Objects.restore(scene.cluster(), scene.facts().before(), key -> true);
        Optional<Deployment> next =
                scene.cluster().find(Deployment.class, scene.facts().next()).filter(Objects::isOurs);
        next.ifPresent(scene.cluster()::delete);
        RolloutState none = scene.state().copy().weight(0, scene.now()).build();
        return changed || next.isPresent()
                ? scene.again("removing what was applied")
                : scene.go(none, Phase.UNLOCK, "there was no earlier version; what was applied is removed");
    }

    private static Move switchBack(Scene scene) {
        Facts facts = scene.facts();
        String color = color(facts.serving());
        Optional<Service> service =
                scene.cluster().find(Service.class, scene.plan().app());
        Optional<Deployment> old = serving(scene);
        if (service.isPresent() && !color(service.get()).equals(color)) {
            if (old.isPresent() && Workloads.ready(old.get()) >= facts.enough()) {
                select(scene, service.get(), color);
                return scene.again("switching Service '" + scene.plan().app() + "' back to " + color);
            }
            old.filter(there -> Workloads.wanted(there) < facts.replicas())
                    .ifPresent(there -> scene.cluster().patch(there, replicas(facts.replicas())));
            return scene.stay(color + " is not ready to take the traffic back: "
                    + Workloads.readiness(scene.cluster(), old).reason());
        }
        if (Objects.restore(scene.cluster(), facts.before(), key -> true)) {
            return scene.again("objects are brought back to what they were");
        }
        ServiceEndpoints.Share share =
                ServiceEndpoints.share(scene.cluster(), scene.plan().app(), pods(color));
        if (!share.exclusive()) {
            return scene.stay(share.matching() + " endpoints are " + color + ", " + share.others() + " are not");
        }
        scene.cluster()
                .find(Deployment.class, facts.next())
                .filter(next -> Workloads.wanted(next) > 0)
                .ifPresent(next -> scene.cluster().patch(next, replicas(0)));
        return scene.go(
                scene.state().copy().weight(0, scene.now()).build(),
                Phase.UNLOCK,
                color + " serves: " + share.matching() + " endpoints, no other");
    }

    @Override
    public List<String> recovery(Scene scene) {
        Facts facts = scene.facts();
        String app = scene.plan().app();
        String kubectl = "kubectl -n " + scene.plan().target().namespace() + " ";
        List<String> commands = new ArrayList<>();
        if (!facts.first()) {
            commands.add(kubectl + "scale deployment/" + facts.serving() + " --replicas=" + facts.replicas());
            commands.add(kubectl + "rollout status deployment/" + facts.serving());
            commands.add(kubectl + "patch service/" + app + " --type=merge -p '{\"spec\":{\"selector\":{\""
                    + Labels.COLOR + "\":\"" + color(facts.serving()) + "\"}}}'");
        }
        commands.add(kubectl + "scale deployment/" + facts.next() + " --replicas=0");
        commands.add(kubectl + "delete lease/" + RolloutLease.name(app));
        return commands;
    }

    private static void select(Scene scene, Service service, String color) {
        scene.cluster().patch(service, Map.of("spec", Map.of("selector", Map.of(Labels.COLOR, color))));
    }

    private static Optional<Deployment> serving(Scene scene) {
        return scene.facts().first()
                ? Optional.empty()
                : scene.cluster().find(Deployment.class, scene.facts().serving());
    }

    private static Map<String, ?> replicas(int number) {
        return Map.of("spec", Map.of("replicas", number));
    }

    private static Map<String, String> pods(String color) {
        return Map.of(Labels.COLOR, color);
    }

    private static String preview(Scene scene) {
        return scene.plan().app() + "-preview";
    }

    private static String name(String app, String color) {
        return app + "-" + color;
    }

    private static String color(String deployment) {
        return deployment.substring(deployment.lastIndexOf('-') + 1);
    }

    private static String color(Service service) {
        Map<String, String> selector = service.getSpec().getSelector();
        return selector == null ? "" : selector.getOrDefault(Labels.COLOR, "");
    }
}
