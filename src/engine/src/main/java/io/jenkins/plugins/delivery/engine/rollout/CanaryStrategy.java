package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.cluster.ManifestException;
import io.jenkins.plugins.delivery.engine.cluster.Readiness;
import io.jenkins.plugins.delivery.engine.cluster.ServiceEndpoints;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import io.jenkins.plugins.delivery.engine.traffic.Route;
import io.jenkins.plugins.delivery.engine.traffic.Routing;
import io.jenkins.plugins.delivery.engine.traffic.TrafficRouter;
import io.jenkins.plugins.delivery.engine.traffic.TrafficRouters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stable Deployment {@code <app>} keeps serving beside {@code <app>-canary}, which gets a growing share of traffic.
 * When the last weight has passed, stable gets the new version too, and then all traffic.
 */
final class CanaryStrategy implements Strategy {
    @Override
    public Move move(Scene scene) {
        return switch (scene.state().phase()) {
            case PLAN -> plan(scene);
            case APPLY -> scene.facts().first() ? applyFirst(scene) : applyCanary(scene);
            case READY ->
                Checks.ready(scene, scene.facts().next(), scene.facts().first() ? Phase.BODY : Phase.SHIFT);
            case SHIFT -> shift(scene);
            case VERIFY -> verify(scene);
            case BODY ->
                scene.facts().first()
                        ? Checks.body(scene, "end", scene.plan().app(), Phase.RETIRE)
                        : Checks.body(scene, "weight-" + weight(scene), canary(scene), Phase.OBSERVE);
            case OBSERVE -> observe(scene);
            case PROMOTE -> promote(scene);
            case DRAIN -> drain(scene);
            case RETIRE -> retire(scene);
            default ->
                throw new IllegalStateException(
                        "a canary has no phase " + scene.state().phase());
        };
    }

    private static Move plan(Scene scene) {
        RolloutPlan plan = scene.plan();
        Cluster cluster = scene.cluster();
        Rendering rendering = new Rendering(plan);
        Deployment wanted = rendering.deployment();
        router(scene)
                .refusal(cluster, new Route(plan.app(), 0, 1), plan.release().objects())
                .ifPresent(problem -> {
                    throw new ManifestException(problem);
                });
        Optional<Deployment> stable = cluster.find(Deployment.class, plan.app());
        Objects.check(scene, written(scene, rendering, stable));
        Facts facts = new Facts(
                StrategyKind.CANARY,
                stable.isEmpty(),
                stable.isPresent() ? plan.app() : "",
                stable.isPresent() ? plan.app() + "-canary" : plan.app(),
                stable.map(Workloads::wanted).orElse(Workloads.wanted(wanted)),
                stable.map(Workloads::ready).orElse(0),
                stable.map(Objects::version).orElse(""),
                plan.version(),
                new Baseline(cluster, rendering, plan.app(), !router(scene).sharesService()).remember(),
                List.of());
        String words = facts.first()
                ? "the first deployment of " + plan.app() + ": there is nothing to compare a canary with"
                : "stable serves with " + facts.readyBefore() + " of " + facts.replicas() + " pods";
        return scene.go(scene.state().copy().facts(facts).build(), Phase.APPLY, words);
    }

    /** Everything that will be written, the new stable included. */
    private static List<HasMetadata> written(Scene scene, Rendering rendering, Optional<Deployment> stable) {
        String app = scene.plan().app();
        List<HasMetadata> written = new ArrayList<>(rendering.others());
        written.add(service(scene, rendering));
        written.add(rendering.sibling(app + "-stable", Labels.TRACK, Labels.STABLE));
        written.add(rendering.sibling(canary(scene), Labels.TRACK, Labels.CANARY));
        written.add(rendering.deployment(
                app, Labels.TRACK, Labels.STABLE, stable.map(Workloads::wanted).orElse(1), stable));
        Optional<Deployment> canary = scene.cluster().find(Deployment.class, canary(scene));
        written.add(rendering.deployment(canary(scene), Labels.TRACK, Labels.CANARY, 1, canary));
        return written;
    }

    private static Move applyFirst(Scene scene) {
        Rendering rendering = new Rendering(scene.plan());
        rendering.others().forEach(object -> Objects.apply(scene, object));
        Optional<Deployment> there =
                scene.cluster().find(Deployment.class, scene.plan().app());
        Objects.apply(
                scene,
                rendering.deployment(
                        scene.plan().app(),
                        Labels.TRACK,
                        Labels.STABLE,
                        scene.facts().replicas(),
                        there));
        Objects.apply(scene, service(scene, rendering));
        Objects.apply(scene, rendering.sibling(scene.plan().app() + "-stable", Labels.TRACK, Labels.STABLE));
        RolloutState all = scene.state().copy().weight(100, scene.now()).build();
        return scene.go(all, Phase.READY, "applied version " + scene.plan().version());
    }

    private static Move applyCanary(Scene scene) {
        Cluster cluster = scene.cluster();
        String app = scene.plan().app();
        Optional<Move> adoption = router(scene).sharesService() ? Optional.empty() : adopt(scene);
        if (adoption.isPresent()) {
            return adoption.get();
        }
        Rendering rendering = new Rendering(scene.plan());
        rendering.others().forEach(object -> Objects.apply(scene, object));
        Objects.apply(scene, service(scene, rendering));
        Objects.apply(scene, rendering.sibling(app + "-stable", Labels.TRACK, Labels.STABLE));
        Objects.apply(scene, rendering.sibling(canary(scene), Labels.TRACK, Labels.CANARY));
        Optional<Deployment> there = cluster.find(Deployment.class, canary(scene));
        int pods = router(scene).canaryPods(route(scene, weight(scene)));
        Objects.apply(scene, rendering.deployment(canary(scene), Labels.TRACK, Labels.CANARY, pods, there));
        return scene.go(Phase.READY, "applied version " + scene.plan().version() + " as canary, " + pods + " pods");
    }

    /** The main Service may select stable pods only, before there are others: they get the label that tells them apart. */
    private static Optional<Move> adopt(Scene scene) {
        String app = scene.plan().app();
        Optional<Deployment> stable = scene.cluster().find(Deployment.class, app);
        if (stable.isEmpty()) {
            return Optional.of(scene.back(Ending.Cause.INTERFERENCE, "Deployment '" + app + "' is gone"));
        }
        if (!Labels.STABLE.equals(Rendering.podLabels(stable.get()).get(Labels.TRACK))) {
            scene.cluster().patch(stable.get(), Baseline.LABEL_PODS);
            return Optional.of(scene.again("labelling the stable pods, so that they can be told from the canary's"));
        }
        ServiceEndpoints.Share share =
                ServiceEndpoints.share(scene.cluster(), app, Map.of(Labels.TRACK, Labels.STABLE));
        return share.others() == 0
                ? Optional.empty()
                : Optional.of(scene.stayUntilLate(share.others() + " stable pods do not carry their label yet"));
    }

    private static Move shift(Scene scene) {
        int weight = weight(scene);
        Optional<Deployment> canary = scene.cluster().find(Deployment.class, canary(scene));
        int pods = router(scene).canaryPods(route(scene, weight));
        if (canary.isEmpty()) {
            return scene.back(Ending.Cause.INTERFERENCE, "Deployment '" + canary(scene) + "' is gone");
        }
        if (Workloads.wanted(canary.get()) < pods) {
            scene.cluster().patch(canary.get(), Map.of("spec", Map.of("replicas", pods)));
            return scene.again(pods + " canary pods are needed for " + weight + " %");
        }
        if (Workloads.ready(canary.get()) < pods) {
            Readiness readiness = Workloads.readiness(scene.cluster(), canary);
            return scene.stayUntilLate(pods + " canary pods are needed for " + weight + " %: " + readiness.reason());
        }
        if (!ownService(scene).exclusive()) {
            return scene.stayUntilLate("Service '" + canary(scene) + "' does not lead to canary pods yet");
        }
        Routing routing = router(scene).route(scene.cluster(), route(scene, weight));
        return routing.inEffect()
                ? scene.go(scene.state().copy().weight(weight, scene.now()).build(), Phase.VERIFY, routing.words())
                : scene.stayUntilLate("on the way to " + weight + " %: " + routing.words());
    }

    private static Move verify(Scene scene) {
        Routing routing = router(scene).observe(scene.cluster(), route(scene, weight(scene)));
        boolean led = ownService(scene).exclusive();
        String words = routing.words() + (led ? "" : ", and Service '" + canary(scene) + "' leads elsewhere");
        return routing.inEffect() && led ? scene.go(Phase.BODY, words) : scene.stayUntilLate(words);
    }

    private static Move observe(Scene scene) {
        boolean last =
                scene.state().step() + 1 >= scene.plan().canary().weights().size();
        Move move = new Watch(scene, canary(scene), scene.plan().app())
                .watch(scene.plan().timing().interval(), last ? Phase.PROMOTE : Phase.SHIFT);
        if (move.to() == null) {
            return move;
        }
        RolloutState next = move.state()
                .copy()
                .step(last ? scene.state().step() : scene.state().step() + 1)
                .observation(move.state().observation().nextStep())
                .build();
        return scene.go(next, last ? Phase.PROMOTE : Phase.SHIFT, move.words());
    }

    private static Move promote(Scene scene) {
        String app = scene.plan().app();
        Optional<Deployment> stable = scene.cluster().find(Deployment.class, app);
        boolean written = stable.filter(there -> scene.plan().id().equals(Objects.annotation(there, Labels.ROLLOUT)))
                .isPresent();
        if (written) {
            return Checks.ready(scene, app, Phase.DRAIN);
        }
        int pods =
                Math.max(scene.facts().replicas(), stable.map(Workloads::wanted).orElse(0));
        Rendering rendering = new Rendering(scene.plan());
        Objects.apply(scene, rendering.deployment(app, Labels.TRACK, Labels.STABLE, pods, stable));
        return scene.again("stable gets version " + scene.plan().version() + " while the canary serves");
    }

    private static Move drain(Scene scene) {
        Routing routing = router(scene).route(scene.cluster(), route(scene, 0));
        if (!routing.inEffect()) {
            return scene.stayUntilLate("traffic leaves the canary: " + routing.words());
        }
        ServiceEndpoints.Share share =
                ServiceEndpoints.share(scene.cluster(), scene.plan().app(), Map.of(Labels.TRACK, Labels.STABLE));
        String words = share.matching() + " stable endpoints with the new version, " + share.others() + " others";
        return share.exclusive() ? scene.go(Phase.RETIRE, words) : scene.stayUntilLate(words);
    }

    private static Move retire(Scene scene) {
        Facts facts = scene.facts();
        if (!facts.first()
                && !router(scene).observe(scene.cluster(), route(scene, 0)).inEffect()) {
            return scene.stay("the canary still has traffic, so it stays");
        }
        new Releases(scene.cluster(), scene.plan().app())
                .record(scene.plan(), facts, scene.plan().app(), scene.now());
        removeCanary(scene);
        RolloutState all = scene.state().copy().weight(100, scene.now()).build();
        return scene.go(all, Phase.UNLOCK, "version " + facts.toVersion() + " serves");
    }

    private static void removeCanary(Scene scene) {
        Cluster cluster = scene.cluster();
        String name = scene.plan().app() + "-canary";
        router(scene).remove(cluster, route(scene, 0));
        cluster.find(Deployment.class, name).filter(Objects::isOurs).ifPresent(cluster::delete);
        cluster.find(Service.class, name).filter(Objects::isOurs).ifPresent(cluster::delete);
    }

    @Override
    public Move restore(Scene scene) {
        Facts facts = scene.facts();
        Map<String, String> before = facts.before();
        if (facts.first()) {
            boolean changed = Objects.restore(scene.cluster(), before, key -> true);
            RolloutState none = scene.state().copy().weight(0, scene.now()).build();
            return changed
                    ? scene.again("removing what was applied")
                    : scene.go(none, Phase.UNLOCK, "there was no earlier version; what was applied is removed");
        }
        if (Objects.restore(
                scene.cluster(),
                before,
                key -> key.equals(Baseline.deploymentKey(scene.plan().app())))) {
            return scene.again("stable gets back what it ran before");
        }
        return trafficBack(scene).orElseGet(() -> cleanUp(scene));
    }

    /** Sends all traffic to stable, first by the canary's own Service, so that it does not depend on the router. */
    private static Optional<Move> trafficBack(Scene scene) {
        Facts facts = scene.facts();
        Optional<Deployment> stable =
                scene.cluster().find(Deployment.class, scene.plan().app());
        if (!router(scene).sharesService()) {
            stable.filter(there -> Workloads.wanted(there) < facts.replicas()).ifPresent(there -> scene.cluster()
                    .patch(there, Map.of("spec", Map.of("replicas", facts.replicas()))));
            if (stable.map(Workloads::ready).orElse(0) < facts.enough()) {
                return Optional.of(scene.stay("stable is not ready to take the traffic back: "
                        + Workloads.readiness(scene.cluster(), stable).reason()));
            }
            bypass(scene);
        }
        Routing routing = router(scene).route(scene.cluster(), route(scene, 0));
        boolean away = ServiceEndpoints.share(scene.cluster(), scene.plan().app(), Map.of(Labels.TRACK, Labels.CANARY))
                        .matching()
                == 0;
        boolean enough = stable.map(Workloads::ready).orElse(0) >= facts.enough();
        return (routing.inEffect() || routing.weight() == 0) && away && enough
                ? Optional.empty()
                : Optional.of(scene.stay("traffic goes back to stable: " + routing.words()));
    }

    private static void bypass(Scene scene) {
        scene.cluster()
                .find(Service.class, scene.plan().app() + "-canary")
                .filter(service ->
                        !Labels.STABLE.equals(service.getSpec().getSelector().get(Labels.TRACK)))
                .ifPresent(service -> scene.cluster()
                        .patch(service, Map.of("spec", Map.of("selector", Map.of(Labels.TRACK, Labels.STABLE)))));
    }

    private static Move cleanUp(Scene scene) {
        removeCanary(scene);
        if (Objects.restore(scene.cluster(), scene.facts().before(), key -> true)) {
            return scene.again("objects are brought back to what they were");
        }
        Optional<Deployment> stable =
                scene.cluster().find(Deployment.class, scene.plan().app());
        int ready = stable.map(Workloads::ready).orElse(0);
        RolloutState none = scene.state().copy().weight(0, scene.now()).build();
        return scene.go(none, Phase.UNLOCK, "stable serves all traffic with " + ready + " pods");
    }

    @Override
    public List<String> recovery(Scene scene) {
        return CanaryRecovery.commands(scene, router(scene), route(scene, 0));
    }

    private static Service service(Scene scene, Rendering rendering) {
        return router(scene).sharesService() ? rendering.service() : rendering.service(Labels.TRACK, Labels.STABLE);
    }

    private static ServiceEndpoints.Share ownService(Scene scene) {
        return ServiceEndpoints.share(scene.cluster(), canary(scene), Map.of(Labels.TRACK, Labels.CANARY));
    }

    private static int weight(Scene scene) {
        return scene.plan().canary().weights().get(scene.state().step());
    }

    private static Route route(Scene scene, int weight) {
        return new Route(scene.plan().app(), weight, scene.facts().replicas());
    }

    private static TrafficRouter router(Scene scene) {
        return TrafficRouters.named(scene.plan().canary().router());
    }

    private static String canary(Scene scene) {
        return scene.plan().app() + "-canary";
    }
}
