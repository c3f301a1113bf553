package io.jenkins.plugins.delivery.steps.approval;

import static io.jenkins.plugins.delivery.steps.approval.GateFixture.as;
import static io.jenkins.plugins.delivery.steps.approval.GateFixture.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.ExtensionList;
import hudson.security.AccessDeniedException3;
import io.jenkins.plugins.delivery.audit.AuditLogs;
import io.jenkins.plugins.delivery.config.Approver;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.FreezeSettings;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.audit.AuditEntry;
import io.jenkins.plugins.delivery.engine.audit.AuditKind;
import io.jenkins.plugins.delivery.engine.audit.AuditVerification;
import io.jenkins.plugins.delivery.reports.JsonResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kohsuke.stapler.HttpResponse;

/** What lies between an approval and its effect: freezes, overrides, the artifact; and what is left on record. */
class ApprovalEffectTest {
    @TempDir
    private Path home;

    private GateFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new GateFixture(home);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void an_approval_in_a_freeze_waits_until_it_is_over_and_says_why() throws Exception {
        freeze("2026-03-01T00:00", "2026-03-03T08:00");
        fixture.start(new ApprovalGateStep()).decide(user("alice"), true, "");

        assertThat(fixture.context.ends).isZero();
        assertThat(fixture.gate.getStatus())
                .isEqualTo("approved; frozen until 2026-03-03T08:00 UTC: audit week; takes effect at"
                        + " 2026-03-03T08:00:00Z");
        fixture.clock.advance(Duration.ofHours(46));
        assertThat(fixture.context.ends).isEqualTo(1);
    }

    @Test
    void an_approval_takes_effect_at_once_where_nothing_is_closed_although_time_goes_on_meanwhile() throws Exception {
        fixture.clock.tick();

        fixture.start(new ApprovalGateStep()).decide(user("alice"), true, "");

        assertThat(fixture.context.ends).isEqualTo(1);
        assertThat(fixture.clock.scheduled()).isZero();
    }

    @Test
    void a_freeze_that_is_declared_while_people_decide_counts() throws Exception {
        ApprovalAction action = fixture.start(new ApprovalGateStep());
        freeze("2026-03-01T00:00", "2026-03-03T08:00");

        action.decide(user("alice"), true, "");

        assertThat(fixture.context.ends).isZero();
    }

    @Test
    void a_freeze_that_is_lifted_lets_it_take_effect_soon() throws Exception {
        freeze("2026-03-01T00:00", "2026-03-03T08:00");
        fixture.start(new ApprovalGateStep()).decide(user("alice"), true, "");

        DeliveryConfiguration.get().setFreezes(List.of());
        fixture.clock.advance(Duration.ofMinutes(10));

        assertThat(fixture.context.ends).isEqualTo(1);
    }

    @Test
    void two_people_override_a_freeze() throws Exception {
        freeze("2026-03-01T00:00", "2026-03-03T08:00");
        ApprovalAction action = fixture.start(new ApprovalGateStep());
        action.decide(user("alice"), true, "");

        assertThat(as("root", () -> status(action.doOverride(null, "a fire")))).isEqualTo(200);
        assertThat(fixture.context.ends).isZero();
        assertThat(as("root", () -> status(action.doConfirmOverride(null)))).isEqualTo(403);
        assertThat(as("bob", () -> status(action.doConfirmOverride(null)))).isEqualTo(200);

        assertThat(fixture.context.ends).isEqualTo(1);
        assertThat(fixture.context.log()).contains("root overrides the window: a fire, agreed by bob");
    }

    @Test
    void an_override_survives_a_restart_between_the_two_people() throws Exception {
        freeze("2026-03-01T00:00", "2026-03-03T08:00");
        ApprovalAction action = fixture.start(new ApprovalGateStep());
        action.decide(user("alice"), true, "");
        as("root", () -> action.doOverride(null, "a fire"));

        fixture.restart(GateFixture.save(fixture.gate));
        ApprovalAction again = fixture.action();
        assertThat(as("bob", () -> status(again.doConfirmOverride(null)))).isEqualTo(200);

        assertThat(((Map<?, ?>) fixture.context.result).get("approved")).isEqualTo(true);
    }

    @Test
    void item_02_who_lacks_the_permission_can_neither_ask_nor_agree() throws Exception {
        freeze("2026-03-01T00:00", "2026-03-03T08:00");
        ApprovalAction action = fixture.start(new ApprovalGateStep());

        assertThatThrownBy(() -> as("alice", () -> action.doOverride(null, "a fire")))
                .isInstanceOf(AccessDeniedException3.class);
        as("root", () -> action.doOverride(null, "a fire"));
        assertThatThrownBy(() -> as("erin", () -> action.doConfirmOverride(null)))
                .isInstanceOf(AccessDeniedException3.class);
        assertThat(action.approval().isOverridden()).isFalse();
    }

    @Test
    void the_page_offers_an_override_only_where_there_is_something_to_override() throws Exception {
        ApprovalAction action = fixture.start(new ApprovalGateStep());
        assertThat(as("root", new ApprovalReader(action)::mayOverride)).isFalse();

        freeze("2026-03-01T00:00", "2026-03-03T08:00");
        assertThat(as("root", new ApprovalReader(action)::mayOverride)).isTrue();
        assertThat(as("alice", new ApprovalReader(action)::mayOverride)).isFalse();
        as("root", () -> action.doOverride(null, "a fire"));
        assertThat(as("root", new ApprovalReader(action)::mayConfirm)).isFalse();
        assertThat(as("alice", new ApprovalReader(action)::mayConfirm)).isTrue();
    }

    @Test
    void another_artifact_than_the_approved_one_is_not_deployed() throws Exception {
        ApprovalGateStep step = new ApprovalGateStep();
        step.setEnvironment("production");
        step.setArtifact("registry.example.com/shop:1.5@sha256:aa");
        DeliveryConfiguration.get()
                .setEnvironments(List.of(new io.jenkins.plugins.delivery.config.EnvironmentSettings("production")));
        fixture.start(step).decide(user("alice"), true, "");

        ApprovedArtifact.require(fixture.build(), "production", List.of("mirror.example.com/shop@sha256:aa"));
        ApprovedArtifact.require(fixture.build(), "staging", List.of("registry.example.com/shop@sha256:bb"));
        assertThatThrownBy(() -> ApprovedArtifact.require(
                        fixture.build(), "production", List.of("registry.example.com/shop@sha256:bb")))
                .isInstanceOf(ArgumentException.class)
                .hasMessage("image: 'registry.example.com/shop:1.5@sha256:aa' was approved for production, but"
                        + " registry.example.com/shop@sha256:bb would be deployed; ask for approval of what is to be"
                        + " deployed");
    }

    @Test
    void people_are_reminded_as_often_as_wanted_until_it_is_decided() throws Exception {
        List<String> reminded = new ArrayList<>();
        ExtensionList.lookup(ApprovalListener.class).add(new ApprovalListener() {
            @Override
            public void reminded(ApprovalAction action) {
                reminded.add(action.getUrlName());
            }
        });
        ApprovalGateStep step = new ApprovalGateStep();
        step.setReminder("4h");
        ApprovalAction action = fixture.start(step);

        fixture.clock.advance(Duration.ofHours(3));
        assertThat(reminded).isEmpty();
        fixture.clock.advance(Duration.ofHours(1));
        fixture.clock.advance(Duration.ofHours(4));
        assertThat(reminded).containsExactly("approval", "approval");
        action.decide(user("alice"), true, "");
        fixture.clock.advance(Duration.ofHours(24));
        assertThat(reminded).hasSize(2);
    }

    @Test
    void a_reminder_every_second_is_refused() {
        ApprovalGateStep step = new ApprovalGateStep();
        step.setReminder("1s");

        assertThatThrownBy(step::plan).hasMessage("reminder: '1s' is less than a minute");
    }

    @Test
    void approvers_that_the_security_realm_does_not_know_are_refused_before_anybody_waits() {
        assertThatThrownBy(() -> asking("alcie", null).plan())
                .isInstanceOf(ArgumentException.class)
                .hasMessage("approvers: the security realm knows no user 'alcie'");
        assertThatThrownBy(() -> asking(null, "opps").plan())
                .isInstanceOf(ArgumentException.class)
                .hasMessage("approvers: the security realm knows no group 'opps'");
        asking("alice", "ops").plan();
    }

    @Test
    void everything_that_people_did_is_in_the_audit_log_of_the_job() throws Exception {
        freeze("2026-03-01T00:00", "2026-03-03T08:00");
        ApprovalAction action = fixture.start(new ApprovalGateStep());
        action.decide(user("alice"), true, "looks good");
        as("root", () -> action.doOverride(null, "a fire"));
        as("bob", () -> action.doConfirmOverride(null));

        AuditVerification log = AuditLogs.get().of(fixture.build().getParent()).verify();
        assertThat(log.isIntact()).isTrue();
        assertThat(log.entries())
                .extracting(entry -> entry.event().kind())
                .containsExactly(
                        AuditKind.REQUESTED,
                        AuditKind.APPROVED,
                        AuditKind.DECIDED,
                        AuditKind.OVERRIDE_REQUESTED,
                        AuditKind.OVERRIDDEN);
        assertThat(log.entries().get(1).event().actor()).isEqualTo("alice");
        assertThat(log.entries().get(1).event().text()).isEqualTo("looks good");
        assertThat(log.entries()).extracting(entry -> entry.event().subject()).containsOnly("job/shop/1/approval/");
    }

    @Test
    void what_a_crash_kept_from_the_audit_log_is_appended_after_the_restart_and_nothing_twice() throws Exception {
        ApprovalAction action = fixture.start(new ApprovalGateStep());
        Path file = AuditLogs.get().file(fixture.build().getParent());
        byte[] before = Files.readAllBytes(file);
        byte[] head = Files.readAllBytes(Path.of(file + ".head"));
        byte[] program = GateFixture.save(fixture.gate);
        action.decide(user("alice"), true, "");
        Files.write(file, before);
        Files.write(Path.of(file + ".head"), head);

        fixture.restart(program);

        assertThat(kinds()).containsExactly(AuditKind.REQUESTED, AuditKind.APPROVED, AuditKind.DECIDED);
        fixture.restart(GateFixture.save(fixture.gate));
        assertThat(kinds()).hasSize(3);
    }

    private List<AuditKind> kinds() throws Exception {
        return AuditLogs.get().of(fixture.build().getParent()).verify().entries().stream()
                .map(AuditEntry::event)
                .map(event -> event.kind())
                .toList();
    }

    private static ApprovalGateStep asking(String user, String group) {
        Approver approver = new Approver();
        approver.setUser(user);
        approver.setGroup(group);
        ApprovalGateStep step = new ApprovalGateStep();
        step.setApprovers(List.of(approver));
        return step;
    }

    private static void freeze(String from, String to) {
        DeliveryConfiguration.get().setFreezes(List.of(new FreezeSettings("audit week", from, to, "UTC")));
    }

    private static int status(HttpResponse response) {
        return ((JsonResponse) response).status();
    }
}
