package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.cluster.ServiceEndpoints;
import io.jenkins.plugins.delivery.engine.cluster.ServiceEndpoints.Share;
import io.jenkins.plugins.delivery.engine.traffic.Routing;
import io.jenkins.plugins.delivery.engine.traffic.Swap;
import io.jenkins.plugins.delivery.engine.traffic.Switch;
import io.jenkins.plugins.delivery.engine.traffic.Switches;
import java.util.Map;
import java.util.Optional;

/** The two colours of one blue-green rollout: what they are called, and how they are found. */
record Colors(Scene scene) {
    private static final String BLUE = "blue";
    private static final String GREEN = "green";

    String app() {
        return scene.plan().app();
    }

    /** Name of the Service that selects the colour that was brought up last. */
    String preview() {
        return app() + "-preview";
    }

    /** The colour that gets the new version. */
    String next() {
        return ofDeployment(scene.facts().next());
    }

    /** The colour that served when the rollout began; there is none in a first deployment. */
    String serving() {
        return ofDeployment(scene.facts().serving());
    }

    Optional<Service> service() {
        return scene.cluster().find(Service.class, app());
    }

    Optional<Deployment> nextDeployment() {
        return scene.cluster().find(Deployment.class, scene.facts().next());
    }

    Optional<Deployment> servingDeployment() {
        return scene.facts().first()
                ? Optional.empty()
                : scene.cluster().find(Deployment.class, scene.facts().serving());
    }

    /** Endpoints of the application's Service, by whether they are of a colour. */
    Share endpoints(String color) {
        return ServiceEndpoints.share(scene.cluster(), app(), Map.of(Labels.COLOR, color));
    }

    /** What moves the traffic from one colour to the other. */
    Switch by() {
        return Switches.named(scene.plan().blueGreen().switchBy());
    }

    /** All traffic to a colour. */
    Swap swap(String color) {
        String object = scene.plan().blueGreen().route();
        return new Swap(app(), color, object == null ? app() : object);
    }

    /** Whether somebody else moved the traffic, once it had been moved to the new version. */
    Optional<String> interference() {
        Routing routing = by().observe(scene.cluster(), swap(next()));
        String now = service().map(Swap::colorOf).orElse("nothing");
        if (isHome()) {
            return Optional.of("all traffic of '" + app() + "' is back at " + serving());
        }
        boolean elsewhere = BlueGreenPlan.SERVICE.switchBy().equals(by().name()) && !now.equals(next());
        return elsewhere
                ? Optional.of("somebody else made Service '" + app() + "' select " + now + " instead of " + next())
                : Optional.of(routing.words()).filter(words -> routing.drifted());
    }

    /** Whether all traffic is at the colour that served when the rollout began. */
    boolean isHome() {
        return !scene.facts().first()
                && by().observe(scene.cluster(), swap(serving())).inEffect();
    }

    void scale(Deployment deployment, int pods) {
        scene.cluster().patch(deployment, Map.of("spec", Map.of("replicas", pods)));
    }

    static String deployment(String app, String color) {
        return app + "-" + color;
    }

    static String otherThan(String color) {
        return BLUE.equals(color) ? GREEN : BLUE;
    }

    private static String ofDeployment(String name) {
        return name.substring(name.lastIndexOf('-') + 1);
    }
}
