package io.jenkins.plugins.delivery.engine.cluster;

import java.time.Duration;
import java.util.Optional;

/** A call to the cluster that failed, and whether trying again can help. */
public final class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why a call failed. */
    public enum Kind {
        /** Somebody else changed the object (409): look again, decide again. */
        CONFLICT(true),
        /** Another field manager owns what we apply (409 of server-side apply): somebody has to decide. */
        OWNED_BY_OTHERS(false),
        /** The object or its kind is not there (404). */
        NOT_FOUND(false),
        /** We may not do that (401, 403). */
        FORBIDDEN(false),
        /** The cluster does not accept the object (400, 422). */
        INVALID(false),
        /** The cluster is busy, broken, or cannot be reached (410, 429, 5xx, no connection, time-out). */
        UNAVAILABLE(true);

        private final boolean retry;

        Kind(boolean retry) {
            this.retry = retry;
        }
    }

    private final Kind kind;
    private final Duration retryAfter;

    public ClusterException(Kind kind, String message, Throwable cause) {
        this(kind, message, null, cause);
    }

    /** @param retryAfter how long the server asked us to wait, or null */
    public ClusterException(Kind kind, String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /** Why it failed. */
    public Kind kind() {
        return kind;
    }

    /** Whether the same call may succeed later. */
    public boolean mayPass() {
        return kind.retry;
    }

    /** How long the server asked us to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
