package io.jenkins.plugins.delivery.engine.cluster;

import io.fabric8.kubernetes.api.Pluralize;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import java.util.Locale;

/**
 * What the API calls the objects of a kind.
 *
 * @param group API group; empty for the core group
 * @param plural lower case, such as {@code deployments}
 * @param namespaced whether such objects live in a namespace
 */
public record ApiResource(String group, String plural, boolean namespaced) {
    /** By the type of the object; of a kind that has no type here, by the rules of English, and in a namespace. */
    public static ApiResource of(HasMetadata object) {
        boolean generic = object instanceof GenericKubernetesResource;
        String plural = generic ? Pluralize.toPlural(object.getKind().toLowerCase(Locale.ROOT)) : object.getPlural();
        return new ApiResource(group(object.getApiVersion()), plural, generic || object instanceof Namespaced);
    }

    static String group(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** The right to do something with these objects. */
    public Access to(String verb) {
        return new Access(verb, group, plural, namespaced);
    }
}
