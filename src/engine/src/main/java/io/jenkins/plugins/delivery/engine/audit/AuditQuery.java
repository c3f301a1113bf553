package io.jenkins.plugins.delivery.engine.audit;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which entries of an audit log somebody wants to see.
 *
 * @param kinds any of these; empty means all
 * @param actor id of who did it, whole; empty means anybody
 * @param text part of subject, words, actor or digest, in lower case; empty means any
 * @param since the first moment that is wanted; null for the beginning
 * @param until the first moment that is not wanted any more; null for the end
 * @param oldestFirst otherwise the newest entry comes first
 * @param page 1-based
 * @param size entries on a page, from 1 to {@value #LARGEST_PAGE}
 */
public record AuditQuery(
        Set<AuditKind> kinds,
        String actor,
        String text,
        @CheckForNull Instant since,
        @CheckForNull Instant until,
        boolean oldestFirst,
        int page,
        int size) {
    public static final int LARGEST_PAGE = 1_000;
    private static final int USUAL_PAGE = 100;

    /**
     * A page of what a query selects.
     *
     * @param total entries on all pages
     */
    public record Page(int total, List<AuditEntry> entries) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A query as an address says it.
     *
     * @param parameters {@code kind} (several separated by commas), {@code actor}, {@code q}, {@code from} and {@code to}
     *     (days as in 2026-01-31, both included) in {@code zone} (UTC by default), {@code order} ({@code asc} or
     *     {@code desc}, the newest first), {@code page} and {@code size}; what is missing or blank has its default
     * @throws ArgumentException naming the parameter that cannot be used
     */
    public static AuditQuery parse(Map<String, String> parameters) {
        String order = text(parameters, "order");
        if (!Set.of("", "asc", "desc").contains(order)) {
            throw new ArgumentException("order", "expected asc or desc, but it is '" + order + "'");
        }
        ZoneId zone = zone(parameters);
        return new AuditQuery(
                kinds(parameters),
                text(parameters, "actor"),
                text(parameters, "q").toLowerCase(Locale.ROOT),
                startOf(parameters, "from", 0, zone),
                startOf(parameters, "to", 1, zone),
                order.equals("asc"),
                number(parameters, "page", Integer.MAX_VALUE, 1),
                number(parameters, "size", LARGEST_PAGE, USUAL_PAGE));
    }

    /** The page that is asked for; one behind the last is empty. */
    public Page of(List<AuditEntry> entries) {
        List<AuditEntry> selected =
                new ArrayList<>(entries.stream().filter(this::selects).toList());
        if (!oldestFirst) {
            Collections.reverse(selected);
        }
        int first = (int) Math.min(selected.size(), (page - 1L) * size);
        int last = (int) Math.min(selected.size(), (long) first + size);
        return new Page(selected.size(), selected.subList(first, last));
    }

    private boolean selects(AuditEntry entry) {
        AuditEvent event = entry.event();
        return (kinds.isEmpty() || kinds.contains(event.kind()))
                && (actor.isEmpty() || actor.equals(event.actor()))
                && (since == null || !event.at().isBefore(since))
                && (until == null || event.at().isBefore(until))
                && (text.isEmpty()
                        || Stream.of(event.subject(), event.text(), event.actor(), entry.digest())
                                .anyMatch(
                                        value -> value.toLowerCase(Locale.ROOT).contains(text)));
    }

    private static Set<AuditKind> kinds(Map<String, String> parameters) {
        Set<AuditKind> kinds = EnumSet.noneOf(AuditKind.class);
        for (String word : text(parameters, "kind").split(",")) {
            if (!word.isBlank()) {
                kinds.add(Choices.pick("kind", word, AuditKind.class));
            }
        }
        return kinds;
    }

    private static ZoneId zone(Map<String, String> parameters) {
        String zone = text(parameters, "zone");
        try {
            return zone.isEmpty() ? ZoneId.of("UTC") : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new ArgumentException("zone", "expected a time zone as in Europe/Berlin, but it is '" + zone + "'");
        }
    }

    @CheckForNull
    private static Instant startOf(Map<String, String> parameters, String name, int daysLater, ZoneId zone) {
        String day = text(parameters, name);
        try {
            return day.isEmpty()
                    ? null
                    : LocalDate.parse(day)
                            .plusDays(daysLater)
                            .atStartOfDay(zone)
                            .toInstant();
        } catch (DateTimeException e) {
            throw new ArgumentException(name, "expected a day as in 2026-01-31, but it is '" + day + "'");
        }
    }

    private static int number(Map<String, String> parameters, String name, int most, int otherwise) {
        String text = text(parameters, name);
        try {
            int number = text.isEmpty() ? otherwise : Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, together with numbers out of range
        }
        throw new ArgumentException(name, "expected a number from 1 to " + most + ", but it is '" + text + "'");
    }

    private static String text(Map<String, String> parameters, String name) {
        String text = parameters.get(name);
        return text == null ? "" : text.strip();
    }
}
