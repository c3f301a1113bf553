package io.jenkins.plugins.delivery.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseNotesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void tell_what_changed_what_was_checked_who_approved_and_how_to_go_back() {
        ReleaseNotes notes = new ReleaseNotes(
                "shop",
                "1.5.0",
                "1.4.2",
                "production",
                NOON,
                List.of(new Change("0123456789abcdef", "Alice", "Add a cart\n\nWith wheels.", NOON, null)),
                List.of(new ReleaseNotes.Check("security scan", "passed", "No finding is new.", null)),
                List.of("Bob: looks good"),
                List.of("rollbackDeploy environment: 'production', app: 'shop', to: '1.4.2'"));

        assertThat(notes.document().html())
                .contains(
                        "<h1>shop 1.5.0</h1>",
                        "Released to production at 2026-03-01T12:00:00Z, after 1.4.2.",
                        "<li>Add a cart (0123456789, Alice)</li>",
                        "<li>security scan: passed. No finding is new.</li>",
                        "<li>Bob: looks good</li>",
                        "to: &#39;1.4.2&#39;")
                .doesNotContain("With wheels");
    }

    @Test
    void say_what_there_was_none_of() {
        ReleaseNotes notes =
                new ReleaseNotes("shop", "1.0.0", null, "production", NOON, List.of(), List.of(), List.of(), List.of());

        assertThat(notes.document().html())
                .contains(
                        "No changes are known.",
                        "Nothing was checked.",
                        "Nobody was asked to approve.",
                        "There is no earlier release to go back to.")
                .doesNotContain("after");
    }

    @Test
    void an_incident_is_told_in_the_order_in_which_it_happened() {
        Incident incident = new Incident(
                "1", "shop", "production", "d1", NOON, NOON.plusSeconds(90), "error-rate 12 %, limit 1 %", "");
        IncidentReport report = new IncidentReport(
                incident,
                "1.5.0",
                "1.4.2",
                25,
                List.of(
                        new IncidentReport.Moment(NOON.plusSeconds(90), "stable serves"),
                        new IncidentReport.Moment(NOON.minusSeconds(60), "25 % of the traffic")),
                List.of());

        assertThat(report.document().html())
                .contains(
                        "<h1>Incident: shop 1.5.0 in production</h1>",
                        "<p>error-rate 12 %, limit 1 %</p>",
                        "after 90 seconds",
                        "at most 25 % of the traffic",
                        "version 1.4.2 serves")
                .containsSubsequence("11:59:00Z</td><td>25 %", "12:01:30Z</td><td>stable serves")
                .doesNotContain("left to do");
    }

    @Test
    void an_incident_that_goes_on_says_what_is_left_to_do() {
        Incident incident = new Incident("1", "shop", "production", "d1", NOON, null, "stuck", "");
        IncidentReport report =
                new IncidentReport(incident, "1.5.0", null, null, List.of(), List.of("kubectl -n production get pods"));

        assertThat(report.document().html())
                .contains("not over yet", "no version is known to serve", "kubectl -n production get pods");
    }
}
