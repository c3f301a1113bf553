package io.jenkins.plugins.delivery.steps.approval;

import static io.jenkins.plugins.delivery.steps.approval.GateFixture.as;
import static io.jenkins.plugins.delivery.steps.approval.GateFixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.audit.AuditLogs;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.FreezeSettings;
import io.jenkins.plugins.delivery.engine.audit.AuditKind;
import io.jenkins.plugins.delivery.engine.audit.AuditVerification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The controller is killed after each step of an approval, and between a step and its entry in the audit log. */
class ApprovalSurvivalTest {
    private static final int STEPS = 5;

    @TempDir
    private Path home;

    private GateFixture fixture;
    /** As it was saved before anybody was asked: no later one is better known. */
    private byte[] program;

    private interface Step {
        void take() throws Exception;
    }

    static Stream<Arguments> kills() {
        List<Arguments> kills = new ArrayList<>();
        for (boolean overridden : new boolean[] {true, false}) {
            for (boolean beforeAudit : new boolean[] {true, false}) {
                IntStream.range(0, STEPS)
                        .forEach(step -> kills.add(Arguments.of(List.of(step), beforeAudit, overridden)));
                kills.add(Arguments.of(IntStream.range(0, STEPS).boxed().toList(), beforeAudit, overridden));
            }
        }
        return kills.stream();
    }

    @ParameterizedTest(name = "killed after steps {0}, before the audit log knew: {1}, overridden: {2}")
    @MethodSource("kills")
    void a_kill_anywhere_leaves_one_outcome_and_one_entry_of_everything(
            List<Integer> kills, boolean beforeAudit, boolean overridden) throws Exception {
        fixture = new GateFixture(home);
        try {
            DeliveryConfiguration.get()
                    .setFreezes(List.of(new FreezeSettings("week", "2026-03-01T00:00", "2026-03-03T08:00", "UTC")));
            List<Step> steps = steps(overridden);
            for (int i = 0; i < steps.size(); i++) {
                Map<Path, byte[]> before = audit();
                steps.get(i).take();
                if (kills.contains(i)) {
                    kill(beforeAudit ? before : audit());
                }
            }

            assertThat(((Map<?, ?>) fixture.context.result).get("approvers")).isEqualTo(List.of("alice", "bob"));
            assertThat(fixture.context.ends).isEqualTo(1);
            assertThat(fixture.build().getActions(ApprovalAction.class)).hasSize(1);
            assertAudited(overridden);
        } finally {
            fixture.close();
        }
    }

    private List<Step> steps(boolean overridden) {
        Step override = () -> as("root", () -> fixture.action().doOverride(null, "a fire"));
        Step confirm = () -> as("carol", () -> fixture.action().doConfirmOverride(null));
        return List.of(
                this::ask,
                () -> fixture.action().decide(user("alice"), true, "one"),
                () -> fixture.action().decide(user("bob"), true, "two"),
                overridden ? override : () -> fixture.clock.advance(Duration.ofHours(40)),
                overridden ? confirm : () -> fixture.clock.advance(Duration.ofHours(6)));
    }

    private void ask() throws Exception {
        ApprovalGateStep step = new ApprovalGateStep();
        step.setQuorum(2);
        fixture.context = new GateContext(fixture.build());
        fixture.gate = (ApprovalGateExecution) step.start(fixture.context);
        program = GateFixture.save(fixture.gate);
        fixture.gate.start();
    }

    private void kill(Map<Path, byte[]> audit) throws Exception {
        for (Path file : auditFiles()) {
            Files.deleteIfExists(file);
        }
        for (Map.Entry<Path, byte[]> file : audit.entrySet()) {
            Files.write(file.getKey(), file.getValue());
        }
        fixture.restart(program);
    }

    private void assertAudited(boolean overridden) throws Exception {
        AuditVerification log = AuditLogs.get().of(fixture.build().getParent()).verify();
        assertThat(log.isIntact()).as(log.words()).isTrue();
        List<AuditKind> kinds = new ArrayList<>(
                List.of(AuditKind.REQUESTED, AuditKind.APPROVED, AuditKind.APPROVED, AuditKind.DECIDED));
        if (overridden) {
            kinds.add(AuditKind.OVERRIDE_REQUESTED);
            kinds.add(AuditKind.OVERRIDDEN);
        }
        assertThat(log.entries()).extracting(entry -> entry.event().kind()).containsExactlyElementsOf(kinds);
    }

    private Map<Path, byte[]> audit() throws Exception {
        Map<Path, byte[]> files = new HashMap<>();
        for (Path file : auditFiles()) {
            if (Files.exists(file)) {
                files.put(file, Files.readAllBytes(file));
            }
        }
        return files;
    }

    private List<Path> auditFiles() {
        Path log = AuditLogs.get().file(fixture.build().getParent());
        return List.of(log, Path.of(log + ".head"));
    }
}
