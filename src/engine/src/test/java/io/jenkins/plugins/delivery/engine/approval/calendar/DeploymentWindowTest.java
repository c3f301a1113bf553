package io.jenkins.plugins.delivery.engine.approval.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeploymentWindowTest {
    @Test
    void opens_and_closes_as_the_clock_on_the_wall_says() {
        DeploymentWindow window = DeploymentWindow.parse("Mon-Fri 09:00-16:00 Europe/Berlin");

        assertThat(window.contains(Instant.parse("2026-03-02T07:59:59Z"))).isFalse();
        assertThat(window.contains(Instant.parse("2026-03-02T08:00:00Z"))).isTrue();
        assertThat(window.contains(Instant.parse("2026-03-02T14:59:59Z"))).isTrue();
        assertThat(window.contains(Instant.parse("2026-03-02T15:00:00Z"))).isFalse();
        assertThat(window.contains(Instant.parse("2026-03-07T10:00:00Z"))).isFalse();
        assertThat(next(window, "2026-03-06T15:00:00Z")).isEqualTo("2026-03-09T08:00:00Z");
        assertThat(next(window, "2026-03-27T15:00:00Z"))
                .as("the clocks were set forward on the Sunday between")
                .isEqualTo("2026-03-30T07:00:00Z");
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

        assertThat(next(window, "2026-03-29T00:00:00Z")).isEqualTo("2026-03-29T01:00:00Z");
    }

    @Test
    void a_window_that_the_clock_skips_altogether_opens_a_week_later() {
        DeploymentWindow window = DeploymentWindow.parse("Sun 02:10-02:50 Europe/Berlin");

        assertThat(next(window, "2026-03-29T00:00:00Z")).isEqualTo("2026-04-05T00:10:00Z");
    }

    @Test
    void a_clock_that_is_set_back_into_the_window_opens_it_again() {
        DeploymentWindow window = DeploymentWindow.parse("Sun 01:00-02:30 Europe/Berlin");

        assertThat(next(window, "2026-10-25T00:30:00Z")).isEqualTo("2026-10-25T01:00:00Z");
    }

    @Test
    void days_may_be_listed_left_away_and_go_round_the_week() {
        assertThat(DeploymentWindow.parse("Mon,Wed-Fri 9:00-16:00 UTC").days())
                .isEqualTo(new DayRule.Weekdays(
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)));
        assertThat(DeploymentWindow.parse("09:00-16:00 UTC").days()).isEqualTo(DayRule.EVERY_DAY);
        assertThat(DeploymentWindow.parse("saturday - mon 09:00-16:00 UTC").days())
                .isEqualTo(new DayRule.Weekdays(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY)));
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
        assertRefused("6th Mon 09:00-16:00 UTC", "'6th Mon' names no days");
        assertRefused("day 0..3 09:00-16:00 UTC", "'day 0..3'", "from 1 to 31");
        assertRefused("day 5..3 09:00-16:00 UTC", "'day 5..3'");
        assertRefused("02-30 09:00-16:00 UTC", "'02-30' is no day of a year");
        assertRefused("2027-02-29 09:00-16:00 UTC", "'2027-02-29' is no date");
        assertRefused("2027-02-02..2027-02-01 09:00-16:00 UTC", "ends before it begins");
        assertRefused("Mon-Fri !! 09:00-16:00 UTC", "'!!' names no days");
    }

    @Test
    void days_may_be_counted_in_the_month() {
        DeploymentWindow patchDay = DeploymentWindow.parse("2nd Tue 20:00-24:00 UTC");
        DeploymentWindow lastFriday = DeploymentWindow.parse("last Fri 10:00-12:00 UTC");
        DeploymentWindow firstDays = DeploymentWindow.parse("day 1..3 10:00-12:00 UTC");
        DeploymentWindow closing = DeploymentWindow.parse("last day 10:00-12:00 UTC");

        assertThat(next(patchDay, "2026-03-01T00:00:00Z")).isEqualTo("2026-03-10T20:00:00Z");
        assertThat(next(lastFriday, "2026-03-01T00:00:00Z")).isEqualTo("2026-03-27T10:00:00Z");
        assertThat(next(firstDays, "2026-03-03T12:00:00Z")).isEqualTo("2026-04-01T10:00:00Z");
        assertThat(next(closing, "2026-02-01T00:00:00Z")).isEqualTo("2026-02-28T10:00:00Z");
    }

    @Test
    void the_fifth_weekday_waits_for_a_month_that_has_one() {
        assertThat(next(DeploymentWindow.parse("5th Mon 10:00-12:00 UTC"), "2026-04-01T00:00:00Z"))
                .isEqualTo("2026-06-29T10:00:00Z");
    }

    @Test
    void dates_may_come_each_year_or_once() {
        DeploymentWindow holidays = DeploymentWindow.parse("12-24..01-01 00:00-24:00 Europe/Berlin");
        DeploymentWindow leap = DeploymentWindow.parse("02-29 09:00-17:00 UTC");
        DeploymentWindow once = DeploymentWindow.parse("2026-07-01..2026-07-03 Wed-Thu 09:00-17:00 UTC");

        assertThat(next(holidays, "2026-06-01T00:00:00Z")).isEqualTo("2026-12-23T23:00:00Z");
        assertThat(holidays.contains(Instant.parse("2027-01-01T22:59:59Z"))).isTrue();
        assertThat(holidays.contains(Instant.parse("2027-01-01T23:00:00Z"))).isFalse();
        assertThat(next(leap, "2096-03-01T00:00:00Z"))
                .as("2100 is no leap year")
                .isEqualTo("2104-02-29T09:00:00Z");
        assertThat(next(once, "2026-07-01T17:00:00Z")).isEqualTo("2026-07-02T09:00:00Z");
        assertThat(DeploymentCalendar.parse(List.of("2026-07-01 09:00-17:00 UTC"))
                        .nextOpening(Instant.parse("2026-07-02T00:00:00Z")))
                .as("it is over and does not come again")
                .isEmpty();
    }

    private static String next(DeploymentWindow window, String after) {
        DeploymentCalendar calendar =
                new DeploymentCalendar(List.of(new OpeningHours("", List.of(window), List.of())), List.of());
        return calendar.nextOpening(Instant.parse(after)).orElseThrow().toString();
    }

    private static void assertRefused(String text, String... words) {
        assertThatThrownBy(() -> DeploymentWindow.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains(words);
    }
}
