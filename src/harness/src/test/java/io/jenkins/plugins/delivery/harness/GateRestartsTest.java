package io.jenkins.plugins.delivery.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** A gate that is open when Jenkins is restarted is open afterwards, and waits for the same people. */
class GateRestartsTest {
    static final String STEP = "approvalGate";
    private static final String GATE = STEP + """
            (environment: 'production', message: 'Release?', timeout: '1h')
            """;

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @Test
    void aGateIsDecidedAfterTheRestartByWhomItWaitedFor() throws Throwable {
        sessions.then(jenkins -> {
            People.of(jenkins);
            SampleSettings.save("https://cluster.example.com", "https://prometheus.example.com");
            WorkflowRun run = new Jobs(jenkins)
                    .begin(
                            "gate",
                            "def decided = " + GATE + "\necho \"answer ${decided.outcome} ${decided.approvers}\"");
            jenkins.waitForMessage("Approve or reject:", run);
        });
        sessions.then(jenkins -> {
            People people = People.of(jenkins);
            assertThat(people.approve("developer", "gate")).isEqualTo(403);
            assertThat(people.approve("approver", "gate")).isEqualTo(200);
            assertThat(new Jobs(jenkins).answer("gate")).isEqualTo("answer APPROVED [approver]");
        });
    }
}
