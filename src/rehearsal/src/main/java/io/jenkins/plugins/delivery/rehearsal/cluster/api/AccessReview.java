package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** Answers "may I?". Everybody may everything, but what is denied here. */
public final class AccessReview {
    static final String PATH = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    private final Set<Denial> denials = new CopyOnWriteArraySet<>();

    private record Denial(String verb, String resource) {}

    /** From now on nobody may do this; also the call itself is answered with 403. */
    public void deny(Verb verb, String resource) {
        denials.add(new Denial(verb.name().toLowerCase(java.util.Locale.ROOT), resource));
    }

    boolean allows(String verb, String resource) {
        return !denials.contains(new Denial(verb.toLowerCase(java.util.Locale.ROOT), resource));
    }

    void check(ApiCall call) {
        String verb = call.verb().name();
        if (!allows(verb, call.resource())) {
            throw new ApiException(
                    403,
                    "Forbidden",
                    call.type().qualifiedName() + " is forbidden: User \"rehearsal\" cannot "
                            + verb.toLowerCase(java.util.Locale.ROOT) + " resource \"" + call.resource()
                            + "\" in the namespace \""
                            + call.namespace() + "\"");
        }
    }

    ObjectNode answer(ObjectNode review) {
        JsonNode asked = review.path("spec").path("resourceAttributes");
        String subresource = asked.path("subresource").asText("");
        String resource = asked.path("resource").asText() + (subresource.isEmpty() ? "" : "/" + subresource);
        boolean allowed = allows(asked.path("verb").asText(), resource);
        review.putObject("status").put("allowed", allowed).put("reason", allowed ? "" : "denied by the scenario");
        return review;
    }
}
