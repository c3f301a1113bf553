package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * Answers "may I?", and holds calls to the answer. Everybody may everything but what is denied here; once there are grants,
 * nobody may anything else.
 */
public final class AccessReview {
    static final String PATH = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    private final Set<Denial> denials = new CopyOnWriteArraySet<>();

    private volatile Set<Grant> grants = Set.of();

    private record Denial(String verb, String resource) {}

    /** From now on only this is allowed, as by a Role of these rules. */
    public void grantOnly(Set<Grant> rights) {
        grants = Set.copyOf(rights);
    }

    /** From now on nobody may do this; also the call itself is answered with 403. */
    public void deny(Verb verb, String resource) {
        denials.add(new Denial(verb.name().toLowerCase(Locale.ROOT), resource));
    }

    boolean allows(String verb, String group, String resource, boolean inNamespace) {
        String small = verb.toLowerCase(Locale.ROOT);
        return !denials.contains(new Denial(small, resource))
                && (grants.isEmpty()
                        || grants.contains(new Grant(small, group, resource, true))
                        || inNamespace && grants.contains(new Grant(small, group, resource, false)));
    }

    void check(ApiCall call) {
        String verb = call.verb().name();
        if (!allows(verb, call.type().group(), call.resource(), call.type().namespaced())) {
            throw new ApiException(
                    403,
                    "Forbidden",
                    call.type().qualifiedName() + " is forbidden: User \"rehearsal\" cannot "
                            + verb.toLowerCase(Locale.ROOT) + " resource \"" + call.resource() + "\""
                            + (call.type().namespaced()
                                    ? " in the namespace \"" + call.namespace() + "\""
                                    : " at the cluster scope"));
        }
    }

    ObjectNode answer(ObjectNode review) {
        JsonNode asked = review.path("spec").path("resourceAttributes");
        String subresource = asked.path("subresource").asText("");
        String resource = asked.path("resource").asText() + (subresource.isEmpty() ? "" : "/" + subresource);
        boolean allowed = allows(
                asked.path("verb").asText(),
                asked.path("group").asText(),
                resource,
                !asked.path("namespace").asText("").isEmpty());
        review.putObject("status").put("allowed", allowed).put("reason", allowed ? "" : "denied by the scenario");
        return review;
    }
}
