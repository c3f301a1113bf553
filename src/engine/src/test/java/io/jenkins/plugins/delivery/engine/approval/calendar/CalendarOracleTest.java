package io.jenkins.plugins.delivery.engine.approval.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random calendars against an oracle that reads the clock on the wall at each of the one and a half million minutes of
 * three years, in zones whose clocks are set by an hour, by half an hour, at midnight, around a fast, or never.
 */
class CalendarOracleTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MINUTES = 3 * 365 * 24 * 60;
    private static final Instant END = BEGIN.plusSeconds(60L * MINUTES);

    /** How many for each zone; {@code -Dcalendars=50} tries more. */
    private static final int CALENDARS = Integer.getInteger("calendars", 1);

    private static final int RANDOM_MOMENTS = 200;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Berlin",
                "Europe/London",
                "Europe/Dublin",
                "America/New_York",
                "America/St_Johns",
                "America/Sao_Paulo",
                "America/Los_Angeles",
                "America/Santiago",
                "America/Havana",
                "Africa/Casablanca",
                "Africa/Cairo",
                "Asia/Tokyo",
                "Asia/Kathmandu",
                "Asia/Beirut",
                "Asia/Kolkata",
                "Australia/Lord_Howe",
                "Australia/Adelaide",
                "Pacific/Auckland",
                "Pacific/Apia"
            })
    void the_next_opening_is_the_first_open_minute(String id) {
        ZoneId zone = ZoneId.of(id);
        Random random = new Random(id.hashCode());
        for (int i = 0; i < CALENDARS; i++) {
            DeploymentCalendar calendar = calendar(random, zone);
            BitSet open = oracle(calendar, zone);
            for (int minute : moments(open, random)) {
                int opening = open.nextSetBit(minute);
                Instant after = BEGIN.plusSeconds(60L * minute);
                if (opening >= 0) {
                    assertThat(calendar.nextOpening(after))
                            .as("%s after %s", calendar, after)
                            .contains(BEGIN.plusSeconds(60L * opening));
                } else {
                    assertThat(calendar.nextOpening(after).filter(at -> at.isBefore(END)))
                            .as("%s after %s", calendar, after)
                            .isEmpty();
                }
            }
        }
    }

    /** Each minute at which it closes or opens, the one before, and some more. */
    private static List<Integer> moments(BitSet open, Random random) {
        List<Integer> minutes = new ArrayList<>();
        for (int at = open.nextSetBit(0); at >= 0; at = open.nextSetBit(open.nextClearBit(at))) {
            int closed = open.nextClearBit(at);
            minutes.add(Math.max(0, at - 1));
            minutes.add(at);
            if (closed < MINUTES) {
                minutes.add(closed);
            }
            if (closed >= MINUTES) {
                break;
            }
        }
        while (minutes.size() > 1_000) {
            minutes.remove(random.nextInt(minutes.size()));
        }
        random.ints(RANDOM_MOMENTS, 0, MINUTES).forEach(minutes::add);
        return minutes;
    }

    private static BitSet oracle(DeploymentCalendar calendar, ZoneId zone) {
        BitSet open = new BitSet(MINUTES);
        for (int minute = 0; minute < MINUTES; minute++) {
            LocalDateTime local = LocalDateTime.ofInstant(BEGIN.plusSeconds(60L * minute), zone);
            open.set(minute, wallClock(calendar, local));
        }
        return open;
    }

    private static boolean wallClock(DeploymentCalendar calendar, LocalDateTime local) {
        for (OpeningHours hours : calendar.hours()) {
            boolean allowed = hours.allowed().isEmpty();
            for (DeploymentWindow window : hours.allowed()) {
                allowed |= inside(window, local);
            }
            for (DeploymentWindow window : hours.denied()) {
                allowed &= !inside(window, local);
            }
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    /** Written differently on purpose: how long ago, on the wall, the window of today or of yesterday began. */
    private static boolean inside(DeploymentWindow window, LocalDateTime local) {
        int now = local.getHour() * 60 + local.getMinute();
        int from = window.from().toSecondOfDay() / 60;
        int length = Math.floorMod(window.to().toSecondOfDay() / 60 - from - 1, 24 * 60) + 1;
        boolean today = now >= from && now < from + length;
        boolean yesterday = now + 24 * 60 < from + length;
        return today && window.days().includes(local.toLocalDate())
                || yesterday && window.days().includes(local.toLocalDate().minusDays(1));
    }

    private static DeploymentCalendar calendar(Random random, ZoneId zone) {
        List<OpeningHours> hours = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            List<DeploymentWindow> allowed = new ArrayList<>();
            List<DeploymentWindow> denied = new ArrayList<>();
            for (int each = 0; each <= random.nextInt(3); each++) {
                allowed.add(window(random, zone));
            }
            for (int each = 0; each < random.nextInt(3); each++) {
                denied.add(window(random, zone));
            }
            hours.add(new OpeningHours("", allowed, denied));
        }
        return new DeploymentCalendar(hours, List.of());
    }

    private static DeploymentWindow window(Random random, ZoneId zone) {
        LocalTime from = LocalTime.of(random.nextInt(2) * random.nextInt(24), random.nextInt(4) * 15);
        LocalTime to = LocalTime.of(random.nextInt(24), random.nextInt(4) * 15);
        return new DeploymentWindow(days(random), from, to, zone);
    }

    private static DayRule days(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> DayRule.EVERY_DAY;
            case 1 ->
                new DayRule.NthWeekday(
                        random.nextBoolean() ? DayRule.NthWeekday.LAST : 1 + random.nextInt(5), weekdays(random));
            case 2 -> new DayRule.MonthDays(1 + random.nextInt(15), 16 + random.nextInt(16));
            case 3 -> new DayRule.YearlySpan(monthDay(random), monthDay(random));
            case 4 ->
                new DayRule.DateSpan(
                        LocalDate.of(2026, 1, 1).plusDays(random.nextInt(500)),
                        LocalDate.of(2027, 6, 1).plusDays(random.nextInt(500)));
            case 5 -> new DayRule.AllOf(List.of(weekdays(random), new DayRule.MonthDays(1, 14)));
            default -> weekdays(random);
        };
    }

    private static MonthDay monthDay(Random random) {
        return MonthDay.from(LocalDate.of(2028, 1, 1).plusDays(random.nextInt(366)));
    }

    private static DayRule.Weekdays weekdays(Random random) {
        Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(3) == 0) {
                days.add(day);
            }
        }
        return new DayRule.Weekdays(days);
    }
}
