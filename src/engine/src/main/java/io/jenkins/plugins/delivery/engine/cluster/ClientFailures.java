package io.jenkins.plugins.delivery.engine.cluster;

import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.StatusDetails;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in one sentence what the API server refused, and files it under what can be done about it. */
final class ClientFailures {
    /** A rollout looks again at least that often, whatever a server asks for: an abort is not to wait for it. */
    private static final int LONGEST_WAIT_SECONDS = 60;

    private ClientFailures() {}

    static ClusterException translate(String what, String namespace, KubernetesClientException e) {
        Kind kind = kind(e);
        String message = "cannot " + what + " in namespace '" + namespace + "': " + reason(e, kind);
        return new ClusterException(kind, message, retryAfter(e), e);
    }

    private static Kind kind(KubernetesClientException e) {
        return switch (e.getCode()) {
            case 400, 413, 415, 422 -> Kind.INVALID;
            case 401, 403 -> Kind.FORBIDDEN;
            case 404 -> Kind.NOT_FOUND;
            case 409 -> ownedByOthers(e) ? Kind.OWNED_BY_OTHERS : Kind.CONFLICT;
            default -> unknownKind(e) ? Kind.NOT_FOUND : Kind.UNAVAILABLE;
        };
    }

    /** How the client puts it that the API server serves no such kind: nothing was asked for then. */
    private static boolean unknownKind(KubernetesClientException e) {
        return e.getStatus() == null
                && String.valueOf(e.getMessage()).startsWith("Could not find a registered handler");
    }

    private static String reason(KubernetesClientException e, Kind kind) {
        String said = e.getStatus() != null && e.getStatus().getMessage() != null
                ? e.getStatus().getMessage()
                : rootMessage(e);
        if (unknownKind(e)) {
            return "the cluster does not serve this kind; is its CustomResourceDefinition installed?";
        }
        if (kind == Kind.OWNED_BY_OTHERS) {
            return "other field managers own what the manifests set: " + fields(e, said)
                    + "; leave that out, or take it over once with takeOver: true";
        }
        return e.getCode() > 0 ? "HTTP " + e.getCode() + ", " + said : said;
    }

    private static boolean ownedByOthers(KubernetesClientException e) {
        String said = e.getStatus() == null ? null : e.getStatus().getMessage();
        return !fieldConflicts(e).isEmpty() || said != null && said.contains("Apply failed with");
    }

    private static String fields(KubernetesClientException e, String said) {
        List<StatusCause> causes = fieldConflicts(e);
        return causes.isEmpty()
                ? said
                : causes.stream()
                        .map(cause -> cause.getField() + " (" + cause.getMessage() + ")")
                        .collect(Collectors.joining(", "));
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    private static List<StatusCause> fieldConflicts(KubernetesClientException e) {
        return details(e).map(StatusDetails::getCauses).orElse(List.of()).stream()
                .filter(cause -> "FieldManagerConflict".equals(cause.getReason()))
                .toList();
    }

    private static Duration retryAfter(KubernetesClientException e) {
        return details(e)
                .map(StatusDetails::getRetryAfterSeconds)
                .filter(seconds -> seconds > 0)
                .map(seconds -> Duration.ofSeconds(Math.min(seconds, LONGEST_WAIT_SECONDS)))
                .orElse(null);
    }

    private static Optional<StatusDetails> details(KubernetesClientException e) {
        return Optional.ofNullable(e.getStatus()).map(status -> status.getDetails());
    }
}
