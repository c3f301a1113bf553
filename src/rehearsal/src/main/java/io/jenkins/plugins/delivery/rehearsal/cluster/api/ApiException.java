package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The API refuses: HTTP status, reason and message as Kubernetes words them. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int code;
    private final String reason;

    ApiException(int code, String reason, String message) {
        super(message);
        this.code = code;
        this.reason = reason;
    }

    static ApiException notFound(ResourceType type, String name) {
        return new ApiException(404, "NotFound", type.qualifiedName() + " \"" + name + "\" not found");
    }

    static ApiException alreadyExists(ObjectKey key) {
        return new ApiException(
                409, "AlreadyExists", key.type().qualifiedName() + " \"" + key.name() + "\" already exists");
    }

    static ApiException conflict(ObjectKey key, String why) {
        return new ApiException(
                409,
                "Conflict",
                "Operation cannot be fulfilled on " + key.type().qualifiedName() + " \"" + key.name() + "\": " + why);
    }

    static ApiException invalid(ResourceType type, String name, String why) {
        return new ApiException(
                422, "Invalid", type.kind() + "." + type.group() + " \"" + name + "\" is invalid: " + why);
    }

    static ApiException badRequest(String message) {
        return new ApiException(400, "BadRequest", message);
    }

    public int code() {
        return code;
    }

    public String reason() {
        return reason;
    }

    /** The body of the answer: a Status object. */
    ObjectNode status() {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("kind", "Status").put("apiVersion", "v1").put("status", "Failure");
        status.putObject("metadata");
        return status.put("message", getMessage()).put("reason", reason).put("code", code);
    }
}
