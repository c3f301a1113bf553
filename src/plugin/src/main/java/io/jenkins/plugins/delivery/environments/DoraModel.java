package io.jenkins.plugins.delivery.environments;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.delivery.engine.record.DoraFigure;
import io.jenkins.plugins.delivery.engine.record.DoraLevel;
import io.jenkins.plugins.delivery.engine.record.DoraMetrics;
import io.jenkins.plugins.delivery.engine.record.DoraScope;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The four figures of DORA as JSON, each beside what it means. */
public final class DoraModel {
    /** A quarter of a year, in whole weeks. */
    private static final int USUAL_DAYS = 13 * 7;

    private static final int MOST_DAYS = 10 * 366;

    private DoraModel() {}

    /**
     * What is asked for.
     *
     * @param from first day, as in {@code 2026-01-31}; by default thirteen weeks up to the last
     * @param to last day, included; today by default
     * @param zone IANA's name of the time zone in which a day is one; UTC by default
     * @throws IllegalArgumentException saying what is wrong with which of them
     */
    public static DoraScope scope(
            String environment,
            @CheckForNull String application,
            @CheckForNull String from,
            @CheckForNull String to,
            @CheckForNull String zone,
            Instant now) {
        ZoneId where = zone(Util.fixEmptyAndTrim(zone));
        LocalDate last = day("to", to, LocalDate.ofInstant(now, where));
        LocalDate first = day("from", from, last.minusDays(USUAL_DAYS - 1L));
        if (Math.abs(ChronoUnit.DAYS.between(first, last)) > MOST_DAYS) {
            throw new IllegalArgumentException("from and to are more than ten years apart.");
        }
        return new DoraScope(Util.fixEmptyAndTrim(application), environment, first, last, where);
    }

    /** The figures, or why one is not available. */
    public static Map<String, Object> json(VisibleHistory history, DoraScope scope) {
        DoraMetrics metrics = DoraMetrics.of(history.deployments(), history.incidents(), scope);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("environment", scope.environment());
        model.put("application", scope.application());
        model.put("from", scope.first().toString());
        model.put("to", scope.last().toString());
        model.put("zone", scope.zone().getId());
        model.put("levelsOf", DoraLevel.YEAR);
        model.put(
                "deploymentFrequency",
                figure(
                        metrics.deploymentFrequency(),
                        "median, over whole weeks from Monday to Sunday, of the days with a successful deployment"));
        model.put(
                "leadTime",
                figure(
                        metrics.leadTime(),
                        "median time from a change's first commit until its successful deployment was finished"));
        model.put(
                "changeFailureRate",
                figure(
                        metrics.changeFailureRate(),
                        "share of the changes that reached users which went back, got stuck or caused an incident"));
        model.put(
                "timeToRestore",
                figure(metrics.timeToRestore(), "median time from when an incident was noticed until it was over"));
        model.put("damagedLines", history.damagedLines());
        return model;
    }

    private static Map<String, Object> figure(DoraFigure figure, String definition) {
        Map<String, Object> model = new LinkedHashMap<>();
        if (figure instanceof DoraFigure.Available available) {
            model.put("available", true);
            model.put("value", available.value());
            model.put("unit", available.unit());
            model.put("count", available.count());
            model.put("of", available.of());
            model.put("level", available.level().name());
        } else if (figure instanceof DoraFigure.NotAvailable missing) {
            model.put("available", false);
            model.put("reason", missing.reason());
        }
        model.put("definition", definition);
        return model;
    }

    private static ZoneId zone(@CheckForNull String name) {
        if (name == null) {
            return ZoneId.of("UTC");
        }
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new IllegalArgumentException("zone is not the name of a time zone as in Europe/Berlin.");
        }
        return ZoneId.of(name);
    }

    private static LocalDate day(String parameter, @CheckForNull String text, LocalDate otherwise) {
        String given = Util.fixEmptyAndTrim(text);
        try {
            return given == null ? otherwise : LocalDate.parse(given);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(parameter + " is no day as in 2026-01-31.", e);
        }
    }
}
