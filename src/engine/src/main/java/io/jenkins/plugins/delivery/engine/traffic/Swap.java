package io.jenkins.plugins.delivery.engine.traffic;

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
}
