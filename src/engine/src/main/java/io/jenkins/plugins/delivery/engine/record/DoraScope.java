package io.jenkins.plugins.delivery.engine.record;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What the figures are about.
 *
 * @param application null for all of them
 * @param environment the one that counts as production
 * @param first day
 * @param last day, included; not before the first
 * @param zone in which a day is one
 */
public record DoraScope(
        @CheckForNull String application, String environment, LocalDate first, LocalDate last, ZoneId zone) {
    public DoraScope {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("The last day " + last + " is before the first, " + first + ".");
        }
    }

    boolean covers(DeploymentRecord record) {
        LocalDate day = LocalDate.ofInstant(record.finishedAt(), zone);
        return concerns(record) && !day.isBefore(first) && !day.isAfter(last);
    }

    boolean covers(Incident incident) {
        LocalDate day = LocalDate.ofInstant(incident.openedAt(), zone);
        return incident.environment().equals(environment)
                && (application == null || application.equals(incident.application()))
                && !day.isBefore(first)
                && !day.isAfter(last);
    }

    boolean concerns(DeploymentRecord record) {
        return record.environment().equals(environment)
                && (application == null || application.equals(record.application()));
    }
}
