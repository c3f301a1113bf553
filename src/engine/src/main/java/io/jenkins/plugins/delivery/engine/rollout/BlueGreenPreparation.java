package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.cluster.ManifestException;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import io.jenkins.plugins.delivery.engine.traffic.Swap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Blue-green before the switch: looking at what serves, and bringing up the idle colour. */
final class BlueGreenPreparation {
    private BlueGreenPreparation() {}

    static Move plan(Scene scene) {
        RolloutPlan plan = scene.plan();
        Cluster cluster = scene.cluster();
        Rendering rendering = new Rendering(plan);
        Deployment wanted = rendering.deployment();
        Optional<Service> service = new Colors(scene).service();
        String serving = service.map(Swap::colorOf).orElse("");
        if (service.isPresent() && serving.isEmpty()) {
            refuseForeignPods(cluster, service.get());
        }
        Optional<Deployment> before = serving.isEmpty()
                ? Optional.empty()
                : cluster.find(Deployment.class, Colors.deployment(plan.app(), serving));
        String next = Colors.otherThan(serving);
        String target = Colors.deployment(plan.app(), next);
        List<HasMetadata> touched = others(rendering, plan.app(), next);
        touched.add(rendering.service());
        touched.add(rendering.sibling(new Colors(scene).preview(), Labels.COLOR, next));
        List<HasMetadata> applied = new ArrayList<>(touched);
        applied.add(rendering.deployment(target, Labels.COLOR, next, 1, cluster.find(Deployment.class, target)));
        Colors colors = new Colors(scene);
        colors.by()
                .refusal(cluster, colors.swap(next), plan.release().objects())
                .ifPresent(problem -> {
                    throw new ManifestException(problem);
                });
        new Autoscalers(cluster).demand(Set.of(target, Colors.deployment(plan.app(), serving)));
        Preflight preflight = Preflight.of(scene, applied)
                .and(new Preflight(colors.by().warnings(cluster, colors.swap(next)), List.of()));
        Facts facts = new Facts(
                StrategyKind.BLUE_GREEN,
                before.isEmpty(),
                before.isPresent() ? Colors.deployment(plan.app(), serving) : "",
                target,
                Math.max(before.map(Workloads::wanted).orElse(0), Workloads.wanted(wanted)),
                before.map(Workloads::ready).orElse(0),
                before.map(Objects::version).orElse(""),
                plan.version(),
                Objects.remember(cluster, touched),
                List.of(),
                preflight);
        return scene.go(scene.state().copy().facts(facts).build(), Phase.APPLY, words(plan, facts, serving, next));
    }

    private static List<HasMetadata> others(Rendering rendering, String app, String color) {
        List<HasMetadata> others = new ArrayList<>();
        rendering.others().forEach(object -> others.add(ColoredScaling.of(object, app, color)));
        return others;
    }

    private static String words(RolloutPlan plan, Facts facts, String serving, String next) {
        if (facts.first()) {
            return "the first deployment of " + plan.app();
        }
        return facts.broken()
                ? serving + " with " + Objects.said(facts.fromVersion()) + " has no pod that is ready: " + next
                        + " gets the new version, and there is nothing good to go back to"
                : serving + " serves with " + facts.readyBefore() + " pods, " + next + " gets the new version";
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

    static Move apply(Scene scene) {
        Facts facts = scene.facts();
        Colors colors = new Colors(scene);
        Rendering rendering = new Rendering(scene.plan());
        Optional<String> elsewhere = elsewhere(colors);
        if (elsewhere.isPresent()) {
            return scene.back(Ending.Cause.INTERFERENCE, elsewhere.get());
        }
        String color = colors.next();
        Objects.apply(scene, others(rendering, colors.app(), color));
        Optional<Deployment> there = colors.nextDeployment();
        int pods = Math.max(
                facts.replicas(),
                colors.servingDeployment().map(Workloads::wanted).orElse(0));
        if (!facts.first()) {
            new Autoscalers(scene.cluster()).suspend(Set.of(facts.next(), facts.serving()), pods);
        }
        Objects.apply(
                scene,
                List.of(
                        rendering.deployment(facts.next(), Labels.COLOR, color, pods, there),
                        rendering.sibling(colors.preview(), Labels.COLOR, color),
                        rendering.service(Labels.COLOR, facts.first() ? color : colors.serving())));
        return scene.applied(color, pods);
    }

    /** To apply the Service with the colour that served would move users to pods that may be gone by now. */
    private static Optional<String> elsewhere(Colors colors) {
        return colors.service()
                .map(Swap::colorOf)
                .filter(color -> !colors.scene().facts().first() && !color.equals(colors.serving()))
                .map(color -> "Service '" + colors.app() + "' selects " + color + ", and no longer " + colors.serving()
                        + " as when this rollout was planned");
    }
}
