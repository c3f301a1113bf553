package io.jenkins.plugins.delivery.engine.approval.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeploymentCalendarTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Freeze YEAR_END = new Freeze(
            "year-end closing",
            LocalDateTime.parse("2026-12-18T18:00"),
            LocalDateTime.parse("2027-01-04T08:00"),
            BERLIN);

    @Test
    void without_rules_it_is_always_open() {
        assertThat(DeploymentCalendar.ALWAYS.nextOpening(Instant.EPOCH)).contains(Instant.EPOCH);
        assertThat(DeploymentCalendar.ALWAYS.closedBecause(Instant.EPOCH)).isEmpty();
    }

    @Test
    void all_who_have_a_say_have_to_agree() {
        DeploymentCalendar both = DeploymentCalendar.parse(
                List.of("Mon-Fri 09:00-17:00 Europe/Berlin", "Mon-Fri 09:00-17:00 America/New_York"));

        assertThat(next(both, "2026-03-06T18:00:00Z")).isEqualTo("2026-03-09T13:00:00Z");
    }

    @Test
    void any_window_of_one_list_opens_it() {
        DeploymentCalendar either =
                DeploymentCalendar.parse(List.of("Mon 09:00-10:00 UTC; Wed 09:00-10:00 UTC\nSun 01:00-02:00 UTC"));

        assertThat(next(either, "2026-03-02T12:00:00Z")).isEqualTo("2026-03-04T09:00:00Z");
        assertThat(next(either, "2026-03-04T12:00:00Z")).isEqualTo("2026-03-08T01:00:00Z");
    }

    @Test
    void a_denied_window_wins_and_it_opens_when_that_ends() {
        DeploymentCalendar calendar = DeploymentCalendar.parse(
                List.of(
                        "Mon-Fri 08:00-18:00 Europe/Berlin; deny Fri 12:00-24:00 Europe/Berlin; deny 12:00-13:00 Europe/Berlin"));

        assertThat(next(calendar, "2026-03-05T11:10:00Z")).isEqualTo("2026-03-05T12:00:00Z");
        assertThat(next(calendar, "2026-03-06T11:00:00Z")).isEqualTo("2026-03-09T07:00:00Z");
    }

    @Test
    void rules_that_only_deny_leave_the_rest_open() {
        DeploymentCalendar calendar = DeploymentCalendar.parse(List.of("deny Fri-Sun 00:00-24:00 UTC"));

        assertThat(next(calendar, "2026-03-05T11:00:00Z")).isEqualTo("2026-03-05T11:00:00Z");
        assertThat(next(calendar, "2026-03-06T11:00:00Z")).isEqualTo("2026-03-09T00:00:00Z");
    }

    @Test
    void a_freeze_closes_everything_and_says_why_and_until_when() {
        DeploymentCalendar calendar = DeploymentCalendar.parse(List.of("Mon-Fri 09:00-16:00 Europe/Berlin"))
                .frozenBy(List.of(YEAR_END));
        Instant christmas = Instant.parse("2026-12-24T10:00:00Z");

        assertThat(calendar.closedBecause(christmas))
                .contains("frozen until 2027-01-04T08:00 Europe/Berlin: year-end closing");
        assertThat(next(calendar, "2026-12-24T10:00:00Z")).isEqualTo("2027-01-04T08:00:00Z");
        assertThat(calendar.closedBecause(Instant.parse("2027-01-09T10:00:00Z")))
                .contains("outside the window Mon-Fri 09:00-16:00 Europe/Berlin");
    }

    @Test
    void only_a_freeze_that_is_not_over_is_of_interest() {
        DeploymentCalendar calendar = DeploymentCalendar.ALWAYS.frozenBy(List.of(YEAR_END));

        assertThat(calendar.freezesFrom(Instant.parse("2027-01-04T06:59:59Z"))).containsExactly(YEAR_END);
        assertThat(calendar.freezesFrom(Instant.parse("2027-01-04T07:00:00Z"))).isEmpty();
    }

    @Test
    void a_freeze_that_clocks_show_twice_is_the_longer_one() {
        Freeze night = new Freeze(
                "clocks are set back",
                LocalDateTime.parse("2026-10-25T02:30"),
                LocalDateTime.parse("2026-10-25T02:45"),
                BERLIN);

        assertThat(night.begins()).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(night.ends()).isEqualTo("2026-10-25T01:45:00Z");
    }

    @Test
    void windows_that_never_meet_are_known_never_to() {
        DeploymentCalendar calendar = DeploymentCalendar.parse(List.of("Mon 09:00-17:00 UTC", "Tue 09:00-17:00 UTC"));

        assertThat(calendar.nextOpening(Instant.parse("2026-03-06T18:00:00Z"))).isEmpty();
    }

    @Test
    void a_freeze_without_a_reason_or_an_end_is_refused() {
        LocalDateTime noon = LocalDateTime.parse("2026-03-01T12:00");

        assertThatThrownBy(() -> new Freeze(" ", noon, noon.plusDays(1), BERLIN))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("say why");
        assertThatThrownBy(() -> new Freeze("release party", noon, noon, BERLIN))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("'release party' ends at 2026-03-01T12:00, not after it begins");
        assertThatThrownBy(() -> OpeningHours.parse(" ; \n"))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("is no window");
    }

    private static String next(DeploymentCalendar calendar, String after) {
        return calendar.nextOpening(Instant.parse(after)).orElseThrow().toString();
    }
}
