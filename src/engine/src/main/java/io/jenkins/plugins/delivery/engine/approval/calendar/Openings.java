package io.jenkins.plugins.delivery.engine.approval.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for the next opening, a piece of the calendar at a time: it can only open when a window begins, a denied one or a
 * freeze ends, or a clock is set.
 */
final class Openings {
    /** From a 29th of February to the next it may be eight years. */
    private static final int DAYS_TO_LOOK = 9 * 366;

    private static final int DAYS_A_PIECE = 8;
    /** Zones are at most 14 hours ahead and 12 behind, so a day anywhere touches three of UTC. */
    private static final int MARGIN = 2;

    private final DeploymentCalendar calendar;
    private final Instant after;
    private final Set<ZoneId> zones;

    Openings(DeploymentCalendar calendar, Instant after) {
        this.calendar = calendar;
        this.after = after;
        zones = calendar.hours().stream()
                .flatMap(one -> Stream.concat(one.allowed().stream(), one.denied().stream()))
                .map(DeploymentWindow::zone)
                .collect(Collectors.toSet());
    }

    Optional<Instant> first() {
        LocalDate today = LocalDate.ofInstant(after, ZoneOffset.UTC);
        for (int day = 0; day < DAYS_TO_LOOK; day += DAYS_A_PIECE) {
            Optional<Instant> opening = first(today.plusDays(day), today.plusDays(day + DAYS_A_PIECE));
            if (opening.isPresent()) {
                return opening;
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> first(LocalDate begin, LocalDate end) {
        Instant from = begin.atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant to = end.atStartOfDay().toInstant(ZoneOffset.UTC);
        TreeSet<Instant> candidates = new TreeSet<>();
        begin.minusDays(MARGIN)
                .datesUntil(end.plusDays(MARGIN))
                .flatMap(calendar::turns)
                .forEach(candidates::add);
        calendar.freezes().forEach(freeze -> candidates.add(freeze.ends()));
        zones.forEach(zone -> clockChanges(zone, from, to, candidates));
        return candidates.subSet(from, to).stream()
                .filter(candidate -> candidate.isAfter(after) && calendar.isOpen(candidate))
                .findFirst();
    }

    private static void clockChanges(ZoneId zone, Instant from, Instant to, Set<Instant> candidates) {
        ZoneOffsetTransition change = zone.getRules().nextTransition(from.minus(Duration.ofSeconds(1)));
        while (change != null && change.getInstant().isBefore(to)) {
            candidates.add(change.getInstant());
            change = zone.getRules().nextTransition(change.getInstant());
        }
    }
}
