package io.jenkins.plugins.delivery.engine.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DeploymentWindowTest {
    private static final List<String> ZONES = List.of(
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
            "Pacific/Apia");

    @Test
    void opens_and_closes_as_the_clock_on_the_wall_says() {
        DeploymentWindow window = DeploymentWindow.parse("Mon-Fri 09:00-16:00 Europe/Berlin");

        assertThat(window.contains(Instant.parse("2026-03-02T07:59:59Z"))).isFalse();
        assertThat(window.contains(Instant.parse("2026-03-02T08:00:00Z"))).isTrue();
        assertThat(window.contains(Instant.parse("2026-03-02T14:59:59Z"))).isTrue();
        assertThat(window.contains(Instant.parse("2026-03-02T15:00:00Z"))).isFalse();
        assertThat(window.contains(Instant.parse("2026-03-07T10:00:00Z"))).isFalse();
        assertThat(window.nextOpening(Instant.parse("2026-03-06T15:00:00Z")))
                .contains(Instant.parse("2026-03-09T08:00:00Z"));
        assertThat(window.nextOpening(Instant.parse("2026-03-27T15:00:00Z")))
                .as("the clocks were set forward on the Sunday between")
                .contains(Instant.parse("2026-03-30T07:00:00Z"));
    }

    @Test
    void a_window_may_last_until_the_next_day() {
        DeploymentWindow window = DeploymentWindow.parse("Fri 22:00-04:00 UTC");

        assertThat(window.contains(Instant.parse("2026-03-06T21:59:59Z"))).isFalse();
        assertThat(window.contains(Instant.parse("2026-03-06T22:00:00Z"))).isTrue();
        assertThat(window.contains(Instant.parse("2026-03-07T03:59:59Z"))).isTrue();
        assertThat(window.contains(Instant.parse("2026-03-07T04:00:00Z"))).isFalse();
        assertThat(window.contains(Instant.parse("2026-03-06T03:00:00Z"))).isFalse();
    }

    @Test
    void a_window_may_last_until_midnight_or_all_day() {
        assertThat(DeploymentWindow.parse("Sun 20:00-24:00 UTC").contains(Instant.parse("2026-03-01T23:59:59Z")))
                .isTrue();
        assertThat(DeploymentWindow.parse("Sun 20:00-24:00 UTC").contains(Instant.parse("2026-03-02T00:00:00Z")))
                .isFalse();
        DeploymentWindow allDay = DeploymentWindow.parse("Sun 00:00-24:00 UTC");
        assertThat(allDay.contains(Instant.parse("2026-03-01T00:00:00Z"))).isTrue();
        assertThat(allDay.contains(Instant.parse("2026-03-02T00:00:00Z"))).isFalse();
    }

    @Test
    void a_beginning_that_the_clock_skips_is_when_it_has_skipped() {
        DeploymentWindow window = DeploymentWindow.parse("Sun 02:30-05:00 Europe/Berlin");

        assertThat(window.nextOpening(Instant.parse("2026-03-29T00:00:00Z")))
                .contains(Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void a_window_that_the_clock_skips_altogether_opens_a_week_later() {
        DeploymentWindow window = DeploymentWindow.parse("Sun 02:10-02:50 Europe/Berlin");

        assertThat(window.nextOpening(Instant.parse("2026-03-29T00:00:00Z")))
                .contains(Instant.parse("2026-04-05T00:10:00Z"));
    }

    @Test
    void a_clock_that_is_set_back_into_the_window_opens_it_again() {
        DeploymentWindow window = DeploymentWindow.parse("Sun 01:00-02:30 Europe/Berlin");

        assertThat(window.nextOpening(Instant.parse("2026-10-25T00:30:00Z")))
                .contains(Instant.parse("2026-10-25T01:00:00Z"));
    }

    @Test
    void days_may_be_listed_left_away_and_go_round_the_week() {
        assertThat(DeploymentWindow.parse("Mon,Wed-Fri 9:00-16:00 UTC").days())
                .containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
        assertThat(DeploymentWindow.parse("09:00-16:00 UTC").days()).hasSize(7);
        assertThat(DeploymentWindow.parse("saturday - mon 09:00-16:00 UTC").days())
                .containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY);
    }

    @Test
    void what_is_no_window_is_refused_with_what_is_wrong() {
        assertRefused("whenever", "Mon-Fri 09:00-16:00 Europe/Berlin");
        assertRefused("Mon-Fri 09:00-16:00", "write days, times and a zone");
        assertRefused("Mon-Fri 09:00-25:00 UTC", "'25:00'", "no time of a day");
        assertRefused("24:00-09:00 UTC", "'24:00'");
        assertRefused("Mod 09:00-16:00 UTC", "no day 'mod'", "mon");
        assertRefused("Mon 09:00-16:00 Europe/Berlni", "no time zone 'Europe/Berlni'", "Europe/Berlin");
        assertRefused("Mon 09:00-16:00 CEST", "time zone");
        assertRefused("", "no window");
    }

    @Test
    void windows_that_all_have_to_be_open_are_found_where_they_meet() {
        DeploymentWindows windows = new DeploymentWindows(List.of(
                DeploymentWindow.parse("Mon-Fri 09:00-17:00 Europe/Berlin"),
                DeploymentWindow.parse("Mon-Fri 09:00-17:00 America/New_York")));

        assertThat(windows.nextOpening(Instant.parse("2026-03-06T18:00:00Z")))
                .contains(Instant.parse("2026-03-09T13:00:00Z"));
        assertThat(new DeploymentWindows(List.of()).nextOpening(Instant.EPOCH)).contains(Instant.EPOCH);
    }

    @Test
    void windows_that_never_meet_are_known_never_to() {
        DeploymentWindows windows = new DeploymentWindows(
                List.of(DeploymentWindow.parse("Mon 09:00-17:00 UTC"), DeploymentWindow.parse("Tue 09:00-17:00 UTC")));

        assertThat(windows.nextOpening(Instant.parse("2026-03-06T18:00:00Z"))).isEmpty();
    }

    /** Random windows against an oracle that asks the clock on the wall every minute, around each change of clocks. */
    @TestFactory
    List<DynamicTest> the_next_opening_is_the_first_minute_inside_in_every_zone() {
        return ZONES.stream()
                .map(zone -> DynamicTest.dynamicTest(zone, () -> compareWithOracle(ZoneId.of(zone))))
                .toList();
    }

    private static void compareWithOracle(ZoneId zone) {
        Random random = new Random(zone.getId().hashCode());
        Instant moment = Instant.parse("2026-01-01T00:00:00Z");
        Instant end = Instant.parse("2029-01-01T00:00:00Z");
        while (moment.isBefore(end)) {
            for (int i = 0; i < 5; i++) {
                DeploymentWindow window = random(random, zone);
                Instant start = moment.plusSeconds(60L * random.nextInt(2 * 24 * 60));
                assertThat(window.nextOpening(start))
                        .as("%s after %s", window, start)
                        .contains(oracle(window, start));
            }
            var change = zone.getRules().nextTransition(moment.plus(Duration.ofDays(2)));
            Instant next = moment.plus(Duration.ofDays(60));
            boolean soon = change != null && change.getInstant().isBefore(next);
            moment = soon ? change.getInstant().minus(Duration.ofDays(1)) : next;
        }
    }

    private static DeploymentWindow random(Random random, ZoneId zone) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        while (days.isEmpty()) {
            for (DayOfWeek day : DayOfWeek.values()) {
                if (random.nextInt(3) == 0) {
                    days.add(day);
                }
            }
        }
        LocalTime from = LocalTime.of(random.nextInt(2) * random.nextInt(24), random.nextInt(4) * 15);
        LocalTime to = LocalTime.of(random.nextInt(24), random.nextInt(4) * 15);
        return new DeploymentWindow(days, from, from.equals(to) ? to.plusMinutes(15) : to, zone);
    }

    private static Instant oracle(DeploymentWindow window, Instant start) {
        Instant minute = start;
        while (!wallClock(window, LocalDateTime.ofInstant(minute, window.zone()))) {
            minute = minute.plusSeconds(60);
        }
        return minute;
    }

    /** Written differently on purpose: in minutes of the week, from the opening on. */
    private static boolean wallClock(DeploymentWindow window, LocalDateTime local) {
        int week = 7 * 24 * 60;
        int now = (local.getDayOfWeek().getValue() - 1) * 24 * 60 + local.getHour() * 60 + local.getMinute();
        int from = window.from().toSecondOfDay() / 60;
        int to = window.to().toSecondOfDay() / 60;
        int length = to > from ? to - from : to + 24 * 60 - from;
        return window.days().stream().anyMatch(day -> {
            int opening = (day.getValue() - 1) * 24 * 60 + from;
            return Math.floorMod(now - opening, week) < length;
        });
    }

    private static void assertRefused(String text, String... words) {
        assertThatThrownBy(() -> DeploymentWindow.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains(words);
    }
}
