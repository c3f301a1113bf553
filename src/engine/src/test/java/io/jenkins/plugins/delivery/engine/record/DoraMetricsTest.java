package io.jenkins.plugins.delivery.engine.record;

import static io.jenkins.plugins.delivery.engine.record.DeploymentOutcome.ABORTED;
import static io.jenkins.plugins.delivery.engine.record.DeploymentOutcome.FAILED;
import static io.jenkins.plugins.delivery.engine.record.DeploymentOutcome.ROLLED_BACK;
import static io.jenkins.plugins.delivery.engine.record.DeploymentOutcome.STUCK;
import static io.jenkins.plugins.delivery.engine.record.DeploymentOutcome.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DoraMetricsTest {
    /** 2026-03-02 is a Monday: four whole weeks. */
    private static final DoraScope MARCH = scope("shop", ZoneOffset.UTC);

    private static final List<Incident> NO_INCIDENTS = List.of();

    @Test
    void frequency_is_the_median_of_the_days_with_a_deployment_in_a_week() {
        List<DeploymentRecord> records = List.of(
                change("2026-03-02", SUCCEEDED),
                change("2026-03-03", SUCCEEDED),
                change("2026-03-03", SUCCEEDED),
                change("2026-03-09", SUCCEEDED),
                change("2026-03-17", SUCCEEDED),
                change("2026-03-23", FAILED));

        assertThat(dora(records).deploymentFrequency())
                .isEqualTo(new DoraFigure.Available(1, "deployment days a week", 5, 5, DoraLevel.HIGH));
    }

    @Test
    void a_day_is_one_in_the_zone_of_who_asks() {
        List<DeploymentRecord> records = new ArrayList<>();
        for (String day : List.of("2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23")) {
            records.add(record(day + "T20:00:00Z", SUCCEEDED, "canary"));
            records.add(record(day + "T23:30:00Z", SUCCEEDED, "canary"));
        }

        assertThat(dora(records).deploymentFrequency()).extracting("value").isEqualTo(1.0);
        assertThat(DoraMetrics.of(records, NO_INCIDENTS, scope("shop", ZoneId.of("Europe/Berlin")))
                        .deploymentFrequency())
                .extracting("value")
                .isEqualTo(2.0);
    }

    @Test
    void a_time_without_a_whole_week_has_no_frequency() {
        DoraScope days = new DoraScope(
                "shop", "production", LocalDate.parse("2026-03-03"), LocalDate.parse("2026-03-09"), ZoneOffset.UTC);

        assertThat(DoraMetrics.of(List.of(change("2026-03-04", SUCCEEDED)), NO_INCIDENTS, days)
                        .deploymentFrequency())
                .isEqualTo(new DoraFigure.NotAvailable("the time asked for has no whole week, from Monday to Sunday"));
    }

    @Test
    void lead_time_is_the_median_from_first_commit_to_finished_deployment_in_whole_minutes() {
        List<DeploymentRecord> records = List.of(
                committed(change("2026-03-02", SUCCEEDED), Duration.ofSeconds(61)),
                committed(change("2026-03-03", SUCCEEDED), Duration.ofHours(30)),
                committed(change("2026-03-04", SUCCEEDED), Duration.ofMinutes(10)),
                committed(change("2026-03-05", ROLLED_BACK), Duration.ofDays(100)),
                change("2026-03-06", SUCCEEDED));

        assertThat(dora(records).leadTime()).isEqualTo(new DoraFigure.Available(10, "minutes", 3, 4, DoraLevel.ELITE));
    }

    @Test
    void without_times_of_commits_there_is_no_lead_time_rather_than_one_of_zero() {
        assertThat(dora(List.of(change("2026-03-02", SUCCEEDED))).leadTime())
                .isEqualTo(new DoraFigure.NotAvailable("of 1 deployments none has commits with a time"));
        assertThat(dora(List.of()).leadTime())
                .isEqualTo(new DoraFigure.NotAvailable("nothing was deployed successfully"));
    }

    @Test
    void a_change_failed_when_its_rollout_went_back_or_got_stuck_not_when_its_build_was_red() {
        List<DeploymentRecord> records = List.of(
                change("2026-03-02", SUCCEEDED),
                change("2026-03-03", ROLLED_BACK),
                change("2026-03-04", STUCK),
                change("2026-03-05", FAILED),
                change("2026-03-06", ABORTED),
                change("2026-03-07", SUCCEEDED));

        assertThat(dora(records).changeFailureRate())
                .isEqualTo(new DoraFigure.Available(50, "percent", 2, 4, DoraLevel.LOW));
    }

    @Test
    void a_rollback_that_somebody_asked_for_makes_the_change_before_it_a_failed_one() {
        List<DeploymentRecord> records = List.of(
                change("2026-03-02", SUCCEEDED),
                change("2026-03-03", SUCCEEDED),
                record("2026-03-04T10:00:00Z", SUCCEEDED, "rollback"),
                record("2026-03-05T10:00:00Z", FAILED, "rollback"));

        assertThat(dora(records).changeFailureRate())
                .isEqualTo(new DoraFigure.Available(50, "percent", 1, 2, DoraLevel.LOW));
    }

    @Test
    void two_rollbacks_in_a_row_go_back_behind_two_changes() {
        List<DeploymentRecord> records = List.of(
                change("2026-03-02", SUCCEEDED),
                change("2026-03-03", SUCCEEDED),
                record("2026-03-04T10:00:00Z", SUCCEEDED, "rollback"),
                record("2026-03-04T11:00:00Z", SUCCEEDED, "rollback"));

        assertThat(dora(records).changeFailureRate()).extracting("value").isEqualTo(100.0);
    }

    @Test
    void an_incident_belongs_to_the_last_deployment_that_was_finished_before_it() {
        List<DeploymentRecord> records = List.of(
                change("2026-03-02", SUCCEEDED),
                change("2026-03-04", SUCCEEDED),
                change("2026-03-05", FAILED),
                change("2026-03-10", SUCCEEDED));
        Incident twice = incident("1", "2026-03-06T10:00:00Z", "2026-03-06T11:00:00Z");
        Incident again = incident("2", "2026-03-07T10:00:00Z", null);
        Incident before = incident("3", "2026-02-01T10:00:00Z", null);

        assertThat(DoraMetrics.of(records, List.of(twice, again, before), MARCH).changeFailureRate())
                .extracting("count", "of")
                .containsExactly(1, 3);
    }

    @Test
    void time_to_restore_is_the_median_of_how_long_incidents_lasted() {
        List<Incident> incidents = List.of(
                incident("1", "2026-03-06T10:00:00Z", "2026-03-06T10:00:01Z"),
                incident("2", "2026-03-07T10:00:00Z", "2026-03-07T12:00:00Z"),
                incident("3", "2026-03-08T10:00:00Z", null),
                incident("4", "2026-04-08T10:00:00Z", "2026-04-09T10:00:00Z"));

        assertThat(DoraMetrics.of(List.of(), incidents, MARCH).timeToRestore())
                .isEqualTo(new DoraFigure.Available(60.5, "minutes", 2, 3, DoraLevel.HIGH));
    }

    @Test
    void without_an_incident_there_is_no_time_to_restore() {
        assertThat(dora(List.of()).timeToRestore()).isEqualTo(new DoraFigure.NotAvailable("there was no incident"));
        assertThat(DoraMetrics.of(List.of(), List.of(incident("1", "2026-03-08T10:00:00Z", null)), MARCH)
                        .timeToRestore())
                .isEqualTo(new DoraFigure.NotAvailable("of 1 incidents none is over"));
    }

    @Test
    void other_applications_and_environments_do_not_count() {
        List<DeploymentRecord> records = List.of(
                elsewhere("billing", "production"), elsewhere("shop", "staging"), change("2026-03-02", SUCCEEDED));

        assertThat(dora(records).changeFailureRate()).extracting("of").isEqualTo(1);
        assertThat(DoraMetrics.of(records, NO_INCIDENTS, scope(null, ZoneOffset.UTC))
                        .changeFailureRate())
                .extracting("of")
                .isEqualTo(2);
    }

    @Test
    void the_order_of_the_records_does_not_matter() {
        Random random = new Random(7);
        List<DeploymentRecord> records = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String day =
                    LocalDate.parse("2026-03-02").plusDays(random.nextInt(28)).toString();
            DeploymentOutcome outcome = DeploymentOutcome.values()[random.nextInt(5)];
            String strategy = random.nextInt(6) == 0 ? "rollback" : "canary";
            records.add(record(day + "T%02d:%02d:00Z".formatted(random.nextInt(24), i), outcome, strategy));
        }
        DoraMetrics sorted = dora(records);

        Collections.shuffle(records, random);
        assertThat(dora(records)).isEqualTo(sorted);
    }

    private static DoraMetrics dora(List<DeploymentRecord> records) {
        return DoraMetrics.of(records, NO_INCIDENTS, MARCH);
    }

    private static DoraScope scope(String application, ZoneId zone) {
        return new DoraScope(
                application, "production", LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-29"), zone);
    }

    private static DeploymentRecord change(String day, DeploymentOutcome outcome) {
        return record(day + "T12:00:00Z", outcome, "canary");
    }

    private static DeploymentRecord elsewhere(String application, String environment) {
        return record("2026-03-02T09:00:00Z", SUCCEEDED, "canary", application, environment, null);
    }

    private static DeploymentRecord committed(DeploymentRecord record, Duration before) {
        return record(
                record.finishedAt().toString(),
                record.outcome(),
                "canary",
                "shop",
                "production",
                record.finishedAt().minus(before));
    }

    private static DeploymentRecord record(String finished, DeploymentOutcome outcome, String strategy) {
        return record(finished, outcome, strategy, "shop", "production", null);
    }

    private static DeploymentRecord record(
            String finished,
            DeploymentOutcome outcome,
            String strategy,
            String application,
            String environment,
            Instant firstCommit) {
        Instant end = Instant.parse(finished);
        return new DeploymentRecord(
                application + environment + finished + outcome + strategy + System.identityHashCode(end),
                application,
                environment,
                "1",
                null,
                List.of(),
                firstCommit,
                strategy,
                "job/shop/1/",
                List.of(),
                List.of(),
                null,
                end.minusSeconds(60),
                end,
                outcome,
                "");
    }

    private static Incident incident(String id, String opened, String resolved) {
        return new Incident(
                id,
                "shop",
                "production",
                null,
                Instant.parse(opened),
                resolved == null ? null : Instant.parse(resolved),
                "errors",
                "alice");
    }
}
