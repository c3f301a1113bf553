package io.jenkins.plugins.delivery.steps.rollout;

import static io.jenkins.plugins.delivery.steps.approval.GateFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.security.AccessDeniedException3;
import io.jenkins.plugins.delivery.config.DeliveryPermissions;
import io.jenkins.plugins.delivery.jenkinsapi.LocalPermissions;
import io.jenkins.plugins.delivery.steps.approval.GateFixture;
import java.nio.file.Path;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rollouts in the text format of Prometheus. */
class DeliveryFiguresTest {
    private final DeliveryFigures figures = new DeliveryFigures();
    private GateFixture fixture;

    @BeforeEach
    void start(@TempDir Path home) throws Exception {
        fixture = new GateFixture(home);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void each_family_says_what_it_is_before_there_was_a_rollout() throws Exception {
        assertThat(figures.page())
                .contains("# TYPE delivery_rollouts_started_total counter\n")
                .contains("# TYPE delivery_rollouts_ended_total counter\n")
                .contains("# TYPE delivery_rollout_duration_seconds summary\n")
                .contains("# TYPE delivery_rollouts_under_way gauge\n");
    }

    @Test
    void only_who_may_see_deliveries_may_scrape() throws Exception {
        LocalPermissions permissions = new LocalPermissions();
        permissions.grant("erin", Jenkins.READ);
        Jenkins.get().setAuthorizationStrategy(permissions);

        assertThatThrownBy(() -> as("erin", figures::doIndex)).isInstanceOf(AccessDeniedException3.class);

        permissions.grant("erin", Jenkins.READ, DeliveryPermissions.VIEW);
        assertThat(as("erin", figures::doIndex)).isNotNull();
    }
}
