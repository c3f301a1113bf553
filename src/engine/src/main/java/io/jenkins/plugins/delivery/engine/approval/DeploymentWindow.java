package io.jenkins.plugins.delivery.engine.approval;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * When a change may take effect: on these days of the week, between these times, as clocks in this zone show them.
 *
 * <p>What counts is the clock on the wall. Where it is set forward over the beginning, the window opens when it has
 * been; where it is set back into the window, that is open twice. A window whose end is not after its beginning lasts
 * until that time on the next day.
 *
 * @param days on which it opens
 * @param from when it opens
 * @param to when it closes; that moment is outside
 * @param zone of the clock
 */
public record DeploymentWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
    private static final int DAYS_TO_LOOK = 9;

    public DeploymentWindow {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("window: it has no day, so it would never open.");
        }
        days = Set.copyOf(EnumSet.copyOf(days));
    }

    /**
     * Reads {@code Mon-Fri 09:00-16:00 Europe/Berlin}. Days may be left away, and listed: {@code Mon,Wed-Fri}.
     *
     * @throws io.jenkins.plugins.delivery.engine.argument.ArgumentException if it is not written so
     */
    public static DeploymentWindow parse(String text) {
        return new WindowText(text).window();
    }

    public boolean contains(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        LocalTime time = local.toLocalTime();
        if (spansMidnight()) {
            boolean evening = days.contains(local.getDayOfWeek()) && !time.isBefore(from);
            boolean morning = days.contains(local.getDayOfWeek().minus(1)) && time.isBefore(to);
            return evening || morning;
        }
        boolean beforeEnd = to.equals(LocalTime.MIDNIGHT) || time.isBefore(to);
        return days.contains(local.getDayOfWeek()) && !time.isBefore(from) && beforeEnd;
    }

    /** This moment if it is inside, else the first one after it that is; empty if there is none in sight. */
    public Optional<Instant> nextOpening(Instant after) {
        if (contains(after)) {
            return Optional.of(after);
        }
        Set<Instant> candidates = new TreeSet<>();
        LocalDate first = LocalDate.ofInstant(after, zone).minusDays(1);
        for (int day = 0; day <= DAYS_TO_LOOK; day++) {
            openings(first.plusDays(day), candidates);
        }
        clockChanges(after, candidates);
        return candidates.stream()
                .filter(candidate -> !candidate.isBefore(after) && contains(candidate))
                .findFirst();
    }

    private boolean spansMidnight() {
        return !to.isAfter(from) && !to.equals(LocalTime.MIDNIGHT);
    }

    private void openings(LocalDate day, Set<Instant> candidates) {
        LocalDateTime opening = day.atTime(from);
        for (ZoneOffset offset : zone.getRules().getValidOffsets(opening)) {
            candidates.add(opening.toInstant(offset));
        }
    }

    /** Whenever a clock is set, it may be set into the window. */
    private void clockChanges(Instant after, Set<Instant> candidates) {
        Instant until = after.plus(Duration.ofDays(DAYS_TO_LOOK));
        ZoneOffsetTransition change = zone.getRules().nextTransition(after);
        while (change != null && change.getInstant().isBefore(until)) {
            candidates.add(change.getInstant());
            change = zone.getRules().nextTransition(change.getInstant());
        }
    }
}
