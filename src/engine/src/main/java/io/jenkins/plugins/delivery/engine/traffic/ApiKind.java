package io.jenkins.plugins.delivery.engine.traffic;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;

/**
 * A kind of object that a router writes.
 *
 * @param apiVersion with its group
 * @param resource as {@code kubectl} takes it, unmistakably: {@code httproutes.gateway.networking.k8s.io}
 */
record ApiKind(String apiVersion, String kind, String resource) {
    /** An object of this kind with nothing but a name, to look for. */
    GenericKubernetesResource named(String name) {
        GenericKubernetesResource object = new GenericKubernetesResource();
        object.setApiVersion(apiVersion);
        object.setKind(kind);
        object.setMetadata(new ObjectMetaBuilder().withName(name).build());
        return object;
    }

    boolean is(HasMetadata object, String name) {
        return apiVersion.equals(object.getApiVersion())
                && kind.equals(object.getKind())
                && name.equals(object.getMetadata().getName());
    }
}
