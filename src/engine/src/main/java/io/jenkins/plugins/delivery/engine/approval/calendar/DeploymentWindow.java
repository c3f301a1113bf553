package io.jenkins.plugins.delivery.engine.approval.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * On these days, between these times, as clocks in this zone show them.
 *
 * <p>What counts is the clock on the wall. Where it is set forward over the beginning, the window opens when it has
 * been; where it is set back into the window, that is open twice. A window whose end is not after its beginning lasts
 * until that time on the next day, and belongs to the day on which it began.
 *
 * @param days on which it begins
 * @param from when it begins
 * @param to when it ends; that moment is outside
 * @param zone of the clock
 */
public record DeploymentWindow(DayRule days, LocalTime from, LocalTime to, ZoneId zone) {
    /**
     * Reads {@code Mon-Fri 09:00-16:00 Europe/Berlin}. Days may be left away, listed ({@code Mon,Wed-Fri}), counted in the
     * month ({@code last Fri}, {@code 1st Mon}, {@code day 1..5}, {@code last day}), or given as dates, of each year
     * ({@code 12-24..01-01}) or of one ({@code 2026-12-24}); several of these together have to be met all.
     *
     * @throws io.jenkins.plugins.delivery.engine.argument.ArgumentException if it is not written so
     */
    public static DeploymentWindow parse(String text) {
        return new WindowText(text).window();
    }

    /** Whether the clock on the wall is inside at that moment. */
    public boolean contains(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        LocalTime time = local.toLocalTime();
        LocalDate day = local.toLocalDate();
        if (spansMidnight()) {
            return !time.isBefore(from) && days.includes(day) || time.isBefore(to) && days.includes(day.minusDays(1));
        }
        boolean beforeEnd = to.equals(LocalTime.MIDNIGHT) || time.isBefore(to);
        return !time.isBefore(from) && beforeEnd && days.includes(day);
    }

    /** The moments at which the window that begins on this day does so, as clocks show them; two where they are set back. */
    List<Instant> beginnings(LocalDate day) {
        return days.includes(day) ? moments(day.atTime(from)) : List.of();
    }

    /** The moments at which the window that begins on this day ends. */
    List<Instant> ends(LocalDate day) {
        boolean sameDay = to.isAfter(from);
        return days.includes(day) ? moments((sameDay ? day : day.plusDays(1)).atTime(to)) : List.of();
    }

    private boolean spansMidnight() {
        return !to.isAfter(from) && !to.equals(LocalTime.MIDNIGHT);
    }

    private List<Instant> moments(LocalDateTime local) {
        List<Instant> moments = new ArrayList<>();
        zone.getRules().getValidOffsets(local).forEach(offset -> moments.add(local.toInstant(offset)));
        return moments;
    }
}
