package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.cluster.ServiceEndpoints;
import io.jenkins.plugins.delivery.engine.cluster.ServiceEndpoints.Share;
import io.jenkins.plugins.delivery.engine.traffic.Route;
import io.jenkins.plugins.delivery.engine.traffic.TrafficRouter;
import io.jenkins.plugins.delivery.engine.traffic.TrafficRouters;
import java.util.Map;
import java.util.Optional;

/** The parts of one canary rollout: what they are called, and how they are found. */
record Canary(Scene scene) {
    String app() {
        return scene.plan().app();
    }

    /** Name of the canary's Deployment and Service. */
    String name() {
        return app() + "-canary";
    }

    /** Name of the Service that leads to stable pods alone. */
    String stableService() {
        return app() + "-stable";
    }

    TrafficRouter router() {
        return TrafficRouters.named(scene.plan().canary().router());
    }

    CanarySteps steps() {
        return CanarySteps.of(scene.plan());
    }

    /** The step that the rollout is at or goes to. */
    CanarySteps.Step step() {
        return steps().at(scene.state().step());
    }

    /** Traffic as a step has it. */
    Route route(CanarySteps.Step step) {
        return back(scene.facts().replicas())
                .weighing(step.weight())
                .matching(scene.plan().canary().match());
    }

    /** All traffic for stable. */
    Route back() {
        return back(scene.facts().replicas());
    }

    /** All traffic for stable, of an application that needs a number of pods. */
    Route back(int replicas) {
        CanaryPlan plan = scene.plan().canary();
        return new Route(app(), 0, replicas)
                .at(plan.route() == null ? "" : plan.route())
                .within(plan.slack())
                .by(plan.address());
    }

    /** Canary pods that have to be ready before a step may have its traffic. */
    int pods(CanarySteps.Step step) {
        return Math.max(1, router().canaryPods(route(step)));
    }

    Optional<Deployment> stable() {
        return scene.cluster().find(Deployment.class, app());
    }

    Optional<Deployment> deployment() {
        return scene.cluster().find(Deployment.class, name());
    }

    /** The application's Service as it should be while there is a canary. */
    Service mainService(Rendering rendering) {
        return router().sharesService() ? rendering.service() : rendering.service(Labels.TRACK, Labels.STABLE);
    }

    /** Whether the canary's own Service leads to canary pods. */
    boolean ownServiceLeads() {
        return ServiceEndpoints.share(scene.cluster(), name(), Map.of(Labels.TRACK, Labels.CANARY))
                .exclusive();
    }

    /** Endpoints of the application's Service, by whether their pods carry a label. */
    Share mainEndpoints(String label, String value) {
        return ServiceEndpoints.share(scene.cluster(), app(), Map.of(label, value));
    }
}
