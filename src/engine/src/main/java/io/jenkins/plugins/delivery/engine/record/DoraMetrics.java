package io.jenkins.plugins.delivery.engine.record;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How an application, or all of them, are delivered to an environment: the four figures of DORA, by the definitions of
 * Apache DevLake where our records tell what those ask for.
 *
 * <ul>
 *   <li>Deployment frequency: the median, over the whole weeks, of the days in a week on which something new was deployed
 *       successfully. A week without any counts as 0.
 *   <li>Lead time for changes: the median of the minutes, rounded up, from the first commit of a change until its
 *       successful deployment was finished.
 *   <li>Change failure rate: of the changes that users may have met, the share that did harm: the rollout went back or got
 *       stuck, or an incident belongs to it. A red build is no failed change.
 *   <li>Time to restore: the median of the minutes, rounded up, from when an incident was noticed until it was over.
 * </ul>
 *
 * <p>An incident that does not name its deployment belongs to the last successful one that was finished before it. A
 * rollback that somebody asked for is an incident of the change that served until then.
 *
 * @param deploymentFrequency in days a week
 * @param leadTime in minutes
 * @param changeFailureRate in percent
 * @param timeToRestore in minutes
 */
public record DoraMetrics(
        DoraFigure deploymentFrequency, DoraFigure leadTime, DoraFigure changeFailureRate, DoraFigure timeToRestore) {
    /**
     * @param records all there are, in any order: what was deployed before the first day explains what happened after it
     */
    public static DoraMetrics of(List<DeploymentRecord> records, List<Incident> incidents, DoraScope scope) {
        List<DeploymentRecord> known = records.stream()
                .filter(scope::concerns)
                .sorted(Comparator.comparing(DeploymentRecord::finishedAt))
                .toList();
        List<DeploymentRecord> changes = known.stream()
                .filter(record -> scope.covers(record)
                        && record.isChange()
                        && record.outcome().reachedUsers())
                .toList();
        List<DeploymentRecord> successful = changes.stream()
                .filter(record -> record.outcome() == DeploymentOutcome.SUCCEEDED)
                .toList();
        Set<String> failed = failed(known, incidents);
        return new DoraMetrics(
                frequency(successful, scope),
                leadTime(successful),
                failureRate(changes, failed),
                restoreTime(incidents.stream().filter(scope::covers).toList()));
    }

    private static DoraFigure frequency(List<DeploymentRecord> successful, DoraScope scope) {
        Map<LocalDate, Set<LocalDate>> weeks = new TreeMap<>();
        LocalDate monday = scope.first().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        for (; !monday.plusDays(6).isAfter(scope.last()); monday = monday.plusWeeks(1)) {
            weeks.put(monday, new TreeSet<>());
        }
        if (weeks.isEmpty()) {
            return new DoraFigure.NotAvailable("the time asked for has no whole week, from Monday to Sunday");
        }
        for (DeploymentRecord record : successful) {
            LocalDate day = LocalDate.ofInstant(record.finishedAt(), scope.zone());
            Set<LocalDate> week = weeks.get(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            if (week != null) {
                week.add(day);
            }
        }
        double days =
                median(weeks.values().stream().map(week -> (double) week.size()).toList());
        return new DoraFigure.Available(
                days, "deployment days a week", successful.size(), successful.size(), DoraLevel.ofFrequency(days));
    }

    private static DoraFigure leadTime(List<DeploymentRecord> successful) {
        List<Double> minutes = successful.stream()
                .filter(record -> record.firstCommitAt() != null)
                .map(record -> minutes(record.firstCommitAt(), record.finishedAt()))
                .toList();
        if (minutes.isEmpty()) {
            return new DoraFigure.NotAvailable(
                    successful.isEmpty()
                            ? "nothing was deployed successfully"
                            : "of " + successful.size() + " deployments none has commits with a time");
        }
        double median = median(minutes);
        return new DoraFigure.Available(
                median, "minutes", minutes.size(), successful.size(), DoraLevel.ofLeadTime(median));
    }

    private static DoraFigure failureRate(List<DeploymentRecord> changes, Set<String> failed) {
        if (changes.isEmpty()) {
            return new DoraFigure.NotAvailable("no change reached users");
        }
        int bad = (int)
                changes.stream().filter(record -> failed.contains(record.id())).count();
        double percent = 100.0 * bad / changes.size();
        return new DoraFigure.Available(percent, "percent", bad, changes.size(), DoraLevel.ofFailureRate(percent));
    }

    private static DoraFigure restoreTime(List<Incident> incidents) {
        List<Double> minutes = incidents.stream()
                .filter(incident -> incident.resolvedAt() != null)
                .map(incident -> minutes(incident.openedAt(), incident.resolvedAt()))
                .toList();
        if (minutes.isEmpty()) {
            return new DoraFigure.NotAvailable(
                    incidents.isEmpty()
                            ? "there was no incident"
                            : "of " + incidents.size() + " incidents none is over");
        }
        double median = median(minutes);
        return new DoraFigure.Available(
                median, "minutes", minutes.size(), incidents.size(), DoraLevel.ofRestoreTime(median));
    }

    /** Ids of the deployments that did harm. */
    private static Set<String> failed(List<DeploymentRecord> known, List<Incident> incidents) {
        Set<String> failed = new HashSet<>();
        for (DeploymentRecord record : known) {
            if (record.outcome() == DeploymentOutcome.ROLLED_BACK || record.outcome() == DeploymentOutcome.STUCK) {
                failed.add(record.id());
            }
        }
        failed.addAll(rolledBackLater(known));
        for (Incident incident : incidents) {
            Optional.ofNullable(incident.deployment())
                    .or(() -> servingAt(known, incident.application(), incident.openedAt())
                            .map(DeploymentRecord::id))
                    .ifPresent(failed::add);
        }
        return failed;
    }

    /** Who rolls back twice in a row goes back behind two changes. */
    private static Set<String> rolledBackLater(List<DeploymentRecord> known) {
        Set<String> bad = new HashSet<>();
        for (DeploymentRecord rollback : known) {
            if (!rollback.isChange() && rollback.outcome() == DeploymentOutcome.SUCCEEDED) {
                List<DeploymentRecord> left = known.stream()
                        .filter(record -> !bad.contains(record.id()))
                        .toList();
                servingAt(left, rollback.application(), rollback.startedAt()).ifPresent(record -> bad.add(record.id()));
            }
        }
        return bad;
    }

    private static Optional<DeploymentRecord> servingAt(List<DeploymentRecord> known, String application, Instant at) {
        return known.stream()
                .filter(record -> record.application().equals(application)
                        && record.outcome() == DeploymentOutcome.SUCCEEDED
                        && record.isChange()
                        && !record.finishedAt().isAfter(at))
                .reduce((earlier, later) -> later);
    }

    private static double minutes(Instant from, Instant to) {
        return Math.max(0, Math.ceil(Duration.between(from, to).toSeconds() / 60.0));
    }

    /** The middle one, or the mean of the two in the middle. */
    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
