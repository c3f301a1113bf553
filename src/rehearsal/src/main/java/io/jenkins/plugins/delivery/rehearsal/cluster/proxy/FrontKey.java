package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

/**
 * Something that requests can be sent to: a Service, an Ingress, an HTTPRoute or what a mesh has in its place.
 *
 * @param kind as in the object
 */
public record FrontKey(String kind, String namespace, String name) {
    @Override
    public String toString() {
        return kind + " " + namespace + "/" + name;
    }
}
