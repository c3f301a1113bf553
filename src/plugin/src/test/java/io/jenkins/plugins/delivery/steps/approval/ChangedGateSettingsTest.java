package io.jenkins.plugins.delivery.steps.approval;

import static io.jenkins.plugins.delivery.steps.approval.GateFixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.config.Approver;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.config.FreezeSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an open gate when somebody renames, changes or deletes its environment, window or freeze. */
class ChangedGateSettingsTest {
    private GateFixture fixture;

    @BeforeEach
    void start(@TempDir Path home) throws Exception {
        fixture = new GateFixture(home);
        EnvironmentSettings production = new EnvironmentSettings("production");
        production.setApprovers(List.of(ops()));
        production.setWindow("Tue 10:00-12:00 UTC");
        DeliveryConfiguration.get().setEnvironments(List.of(production));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void a_gate_keeps_the_approvers_and_the_window_that_it_was_opened_with() throws Exception {
        fixture.start(gate());
        DeliveryConfiguration.get().setEnvironments(List.of(new EnvironmentSettings("production")));

        fixture.restart(GateFixture.save(fixture.gate));
        fixture.action().decide(user("bob"), true, "");
        assertThat(fixture.action().approval().isOpen())
                .as("bob is none of ops")
                .isTrue();
        fixture.action().decide(user("alice"), true, "");

        assertThat(fixture.gate.getStatus()).contains("takes effect at 2026-03-03T10:00:00Z");
        fixture.clock.advance(Duration.ofDays(2));
        assertThat(fixture.context.ends).isEqualTo(1);
    }

    /** The freezes that were meant for it name the new one: nothing says any more that it may go there. */
    @Test
    void an_approval_for_an_environment_that_is_gone_waits_and_says_so() throws Exception {
        fixture.start(gate());
        List<EnvironmentSettings> before = DeliveryConfiguration.get().getEnvironments();
        FreezeSettings freeze = new FreezeSettings("closing", "2026-03-01T00:00", "2026-03-09T00:00", "UTC");
        freeze.setEnvironments(List.of("live"));
        DeliveryConfiguration.get().setFreezes(List.of(freeze));
        DeliveryConfiguration.get().setEnvironments(List.of(new EnvironmentSettings("live")));

        fixture.restart(GateFixture.save(fixture.gate));
        fixture.action().decide(user("alice"), true, "");
        fixture.clock.advance(Duration.ofDays(2));

        assertThat(fixture.context.ends).isZero();
        assertThat(fixture.gate.getStatus())
                .startsWith("approved; the environment 'production' is gone from the settings")
                .contains("add it there again, or stop this build");
        assertThat(fixture.action().window().closedBecause().orElse("")).contains("'production' is gone");

        DeliveryConfiguration.get().setEnvironments(before);
        fixture.clock.advance(Duration.ofDays(7));
        assertThat(fixture.context.ends).isEqualTo(1);
    }

    @Test
    void a_freeze_that_is_deleted_holds_nobody_any_more() throws Exception {
        DeliveryConfiguration.get()
                .setFreezes(List.of(new FreezeSettings("closing", "2026-03-01T00:00", "2026-03-09T00:00", "UTC")));
        fixture.start(gate());
        fixture.action().decide(user("alice"), true, "");

        DeliveryConfiguration.get().setFreezes(List.of());
        fixture.clock.advance(Duration.ofDays(2));

        assertThat(fixture.context.ends).isEqualTo(1);
    }

    private static ApprovalGateStep gate() {
        ApprovalGateStep gate = new ApprovalGateStep();
        gate.setEnvironment("production");
        gate.setTimeout("20d");
        return gate;
    }

    private static Approver ops() {
        Approver ops = new Approver();
        ops.setGroup("ops");
        return ops;
    }
}
