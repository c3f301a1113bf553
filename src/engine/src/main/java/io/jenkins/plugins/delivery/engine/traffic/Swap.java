package io.jenkins.plugins.delivery.engine.traffic;

import io.fabric8.kubernetes.api.model.Service;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import java.util.Map;

/**
 * All traffic of an application at once from one colour to the other.
 *
 * @param app the application: Service {@code <app>} and, for the colour that is not serving, {@code <app>-preview}
 * @param to colour that is to get all traffic
 * @param object name of the Ingress or HTTPRoute; the application's where it is a Service
 */
public record Swap(String app, String to, String object) {
    /** At the object that carries the application's name. */
    public Swap(String app, String to) {
        this(app, to, app);
    }

    /** Name of the Service for the colour that is not serving. */
    public String preview() {
        return app + "-preview";
    }

    /** The colour that a Service selects; empty when it selects none. */
    public static String colorOf(Service service) {
        Map<String, String> selector = service.getSpec().getSelector();
        return selector == null ? "" : selector.getOrDefault(Labels.COLOR, "");
    }
}
