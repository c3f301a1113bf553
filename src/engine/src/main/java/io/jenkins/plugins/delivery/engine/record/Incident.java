package io.jenkins.plugins.delivery.engine.record;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.Objects;

/**
 * A time in which a change did harm.
 *
 * @param id the same for every word about the same incident
 * @param application that was harmed
 * @param environment in which
 * @param deployment id of the deployment that did it; null where that has to be found by the time, see {@link
 *     DoraMetrics}
 * @param openedAt when it was noticed
 * @param resolvedAt when it was over, not before; null while it goes on
 * @param reason what happened, in a sentence
 * @param reportedBy id of who said so; empty for one that a rollback told of
 */
public record Incident(
        String id,
        String application,
        String environment,
        @CheckForNull String deployment,
        Instant openedAt,
        @CheckForNull Instant resolvedAt,
        String reason,
        String reportedBy) {
    public Incident {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(application, "application");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(reason, "reason");
        reportedBy = reportedBy == null ? "" : reportedBy;
        if (resolvedAt != null && resolvedAt.isBefore(openedAt)) {
            throw new IllegalArgumentException(
                    "The incident " + id + " is over at " + resolvedAt + ", before it began at " + openedAt + ".");
        }
    }

    /** The same, over. */
    public Incident resolved(Instant at) {
        return new Incident(id, application, environment, deployment, openedAt, at, reason, reportedBy);
    }
}
