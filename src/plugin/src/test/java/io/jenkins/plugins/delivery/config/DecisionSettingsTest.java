package io.jenkins.plugins.delivery.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJenkins;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Freezes, notification targets and retention, set as Configuration as Code sets them. */
class DecisionSettingsTest {
    @TempDir
    private Path home;

    private LocalJenkins jenkins;

    @BeforeEach
    void start() throws Exception {
        jenkins = LocalJenkins.start(home);
    }

    @AfterEach
    void stop() {
        jenkins.close();
    }

    @Test
    void everything_that_is_said_survives_a_restart() throws Exception {
        FreezeSettings freeze = new FreezeSettings("audit", "2026-12-18T18:00", "2027-01-02 08:00", "Europe/Berlin");
        freeze.setEnvironments(List.of("production, staging"));
        NotificationTargetSettings room = new NotificationTargetSettings("room");
        room.setType(NotificationTargetType.TEAMS);
        room.setCredentialsId("teams-address");
        room.setEvents(List.of("approval.requested"));
        room.setEnvironments(List.of("production"));
        NotificationTargetSettings mail = new NotificationTargetSettings("mail");
        mail.setType(NotificationTargetType.EMAIL);
        mail.setRecipients(List.of("ops@example.com, qa@example.com"));
        DeliveryConfiguration.get().setFreezes(List.of(freeze));
        DeliveryConfiguration.get().setNotificationTargets(List.of(room, mail));
        DeliveryConfiguration.get().setAuditRetentionDays(400);

        stop();
        start();

        DeliveryConfiguration configuration = DeliveryConfiguration.get();
        assertThat(configuration.getFreezes()).singleElement().satisfies(kept -> {
            assertThat(kept.getEnvironments()).containsExactly("production", "staging");
            assertThat(kept.toFreeze().ends()).isEqualTo("2027-01-02T07:00:00Z");
        });
        Instant christmas = Instant.parse("2026-12-24T12:00:00Z");
        assertThat(configuration.calendar("production", List.of()).isOpen(christmas))
                .isFalse();
        assertThat(configuration.calendar("test", List.of()).isOpen(christmas)).isTrue();
        NotificationTargetSettings kept = configuration.getNotificationTargets().get(0);
        assertThat(kept.getType()).isEqualTo(NotificationTargetType.TEAMS);
        assertThat(kept.getCredentialsId()).isEqualTo("teams-address");
        assertThat(kept.wants("approval.requested", "production")).isTrue();
        assertThat(kept.wants("approval.decided", "production")).isFalse();
        assertThat(kept.wants("approval.requested", "staging")).isFalse();
        assertThat(configuration.getNotificationTargets().get(1).getRecipients())
                .containsExactly("ops@example.com", "qa@example.com");
        assertThat(configuration.getAuditRetentionDays()).isEqualTo(400);
    }

    @Test
    void what_cannot_be_is_refused_and_changes_nothing() {
        DeliveryConfiguration configuration = DeliveryConfiguration.get();
        configuration.setAuditRetentionDays(30);

        assertThatThrownBy(() -> configuration.setAuditRetentionDays(-1))
                .hasMessageContaining("auditRetentionDays: -1");
        assertThatThrownBy(() -> configuration.setFreezes(
                        List.of(new FreezeSettings("audit", "soon", "2027-01-02T08:00", "UTC"))))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("from is 'soon'");
        assertThatThrownBy(() -> configuration.setNotificationTargets(
                        List.of(new NotificationTargetSettings("room"), new NotificationTargetSettings("room"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("room");

        assertThat(configuration.getAuditRetentionDays()).isEqualTo(30);
        assertThat(configuration.getFreezes()).isEmpty();
        assertThat(configuration.getNotificationTargets()).isEmpty();
    }
}
