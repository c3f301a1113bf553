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

    /** The weight that the rollout is at or goes to. */
    int weight() {
        return scene.plan().canary().weights().get(scene.state().step());
    }

    boolean lastWeight() {
        return scene.state().step() + 1 >= scene.plan().canary().weights().size();
    }

    Route route(int weight) {
        return new Route(app(), weight, scene.facts().replicas());
    }

    /** Canary pods that have to be ready before the weight may be set. */
    int pods(int weight) {
        return router().canaryPods(route(weight));
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

    /** Endpoints of the application's Service, by whether they are of a track. */
    Share mainEndpoints(String track) {
        return ServiceEndpoints.share(scene.cluster(), app(), Map.of(Labels.TRACK, track));
    }
}
