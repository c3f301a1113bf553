package io.jenkins.plugins.delivery.environments;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import hudson.security.AccessControlled;
import io.jenkins.plugins.delivery.audit.AuditLogs;
import io.jenkins.plugins.delivery.config.DeliveryPermissions;
import io.jenkins.plugins.delivery.engine.audit.AuditEvent;
import io.jenkins.plugins.delivery.engine.audit.AuditKind;
import io.jenkins.plugins.delivery.engine.record.DeploymentOutcome;
import io.jenkins.plugins.delivery.engine.record.DeploymentRecord;
import io.jenkins.plugins.delivery.engine.record.Incident;
import io.jenkins.plugins.delivery.engine.record.IncidentLog;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Incidents that people tell of: each belongs to the deployment that served when it was noticed. */
public final class Incidents {
    private static final int LONGEST_REASON = 4000;
    private static final Object WRITING = new Object();

    private Incidents() {}

    /**
     * Who says something about an incident, and when.
     *
     * @param user id
     * @param from address of the network; empty where unknown
     * @param now when it is said
     * @param at when it happened, not later
     */
    public record Word(String user, String from, Instant now, Instant at) {
        public Word {
            if (at.isAfter(now)) {
                throw new Refused(400, "at is " + at + ", which has not come yet.");
            }
        }
    }

    /** It cannot be done, and nothing was changed. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;

        Refused(int status, String message) {
            super(message);
            this.status = status;
        }

        /** Of HTTP. */
        public int status() {
            return status;
        }
    }

    /**
     * Somebody has noticed that something is wrong.
     *
     * @throws Refused if nothing is known to have served, if it is already known that something is wrong, or without a
     *     reason
     */
    public static Incident open(String environment, String application, @CheckForNull String reason, Word word)
            throws IOException {
        String why = reason(reason);
        synchronized (WRITING) {
            VisibleHistory history = VisibleHistory.read();
            DeploymentRecord served = served(history, environment, application, word.at())
                    .orElseThrow(() -> new Refused(
                            404, "No deployment that you may see served in that environment at " + word.at() + "."));
            Job<?, ?> job = operated(served.id());
            for (Incident known : history.incidents()) {
                if (known.resolvedAt() == null && served.id().equals(known.deployment())) {
                    throw new Refused(409, "The incident " + known.id() + " of that deployment is still open.");
                }
            }
            Incident incident = new Incident(
                    UUID.randomUUID().toString(),
                    application,
                    environment,
                    served.id(),
                    word.at(),
                    null,
                    why,
                    word.user());
            DeploymentHistory.get().incidents().append(incident);
            audit(job, AuditKind.INCIDENT_OPENED, incident, why, word);
            return incident;
        }
    }

    /**
     * Somebody says that it is over.
     *
     * @throws Refused if there is none, or if it is over already
     */
    public static Incident resolve(String id, @CheckForNull String reason, Word word) throws IOException {
        String why = reason == null || reason.isBlank() ? "" : reason(reason);
        synchronized (WRITING) {
            Incident incident = VisibleHistory.read().incidents().stream()
                    .filter(known -> known.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new Refused(404, "There is no such incident that you may see."));
            Job<?, ?> job = operated(incident.deployment());
            if (incident.resolvedAt() != null) {
                throw new Refused(409, "The incident is over since " + incident.resolvedAt() + ".");
            }
            if (word.at().isBefore(incident.openedAt())) {
                throw new Refused(
                        400,
                        "at is " + word.at() + ", before the incident was noticed, at " + incident.openedAt() + ".");
            }
            Incident over = incident.resolved(word.at());
            DeploymentHistory.get().incidents().append(over);
            audit(job, AuditKind.INCIDENT_RESOLVED, over, why, word);
            return over;
        }
    }

    /** What rollbacks tell of: what people have said of the same incident since then stays. */
    static void tell(List<Incident> found) throws IOException {
        if (found.isEmpty()) {
            return;
        }
        synchronized (WRITING) {
            IncidentLog log = DeploymentHistory.get().incidents();
            Set<String> known = log.read().records().stream().map(Incident::id).collect(Collectors.toSet());
            for (Incident incident : found) {
                if (!known.contains(incident.id())) {
                    log.append(incident);
                }
            }
        }
    }

    /** As JSON. */
    public static Map<String, Object> json(Incident incident) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("id", incident.id());
        model.put("application", incident.application());
        model.put("environment", incident.environment());
        model.put("deployment", incident.deployment());
        model.put("openedAt", incident.openedAt().toString());
        model.put(
                "resolvedAt",
                incident.resolvedAt() == null ? null : incident.resolvedAt().toString());
        model.put("reason", incident.reason());
        model.put("reportedBy", incident.reportedBy());
        return model;
    }

    private static Optional<DeploymentRecord> served(
            VisibleHistory history, String environment, String application, Instant at) {
        return history.deployments().stream()
                .filter(record -> record.environment().equals(environment)
                        && record.application().equals(application)
                        && record.outcome() == DeploymentOutcome.SUCCEEDED
                        && !record.finishedAt().isAfter(at))
                .reduce((earlier, later) -> later);
    }

    /** The job of a deployment, in which who asks has to have the permission. */
    private static Job<?, ?> operated(String deployment) {
        AccessControlled guard = VisibleHistory.guard(VisibleHistory.job(deployment));
        guard.checkPermission(DeliveryPermissions.OPERATE);
        if (guard instanceof Job<?, ?> job) {
            return job;
        }
        throw new Refused(409, "The job of that deployment is gone.");
    }

    private static String reason(@CheckForNull String text) {
        String reason = text == null ? "" : text.strip();
        if (reason.isEmpty()) {
            throw new Refused(400, "Say in reason what happened.");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new Refused(400, "The reason is longer than " + LONGEST_REASON + " characters.");
        }
        return reason;
    }

    private static void audit(Job<?, ?> job, AuditKind kind, Incident incident, String why, Word word) {
        AuditEvent event = new AuditEvent(word.now(), kind, word.user(), word.from(), incident.deployment(), why, "");
        AuditLogs.get().append(job, List.of(event), 0);
    }
}
