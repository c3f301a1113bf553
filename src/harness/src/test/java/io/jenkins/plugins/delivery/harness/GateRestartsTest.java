package io.jenkins.plugins.delivery.harness;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import io.jenkins.plugins.delivery.config.DeliveryPermissions;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.util.NameValuePair;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
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
            secure(jenkins);
            SampleSettings.save("https://cluster.example.com", "https://prometheus.example.com");
            WorkflowRun run = new Jobs(jenkins)
                    .begin(
                            "gate",
                            "def decided = " + GATE + "\necho \"answer ${decided.outcome} ${decided.approvers}\"");
            jenkins.waitForMessage("Approve or reject:", run);
        });
        sessions.then(jenkins -> {
            secure(jenkins);
            assertThat(decide(jenkins, "developer")).isEqualTo(403);
            assertThat(decide(jenkins, "approver")).isEqualTo(200);
            assertThat(new Jobs(jenkins).answer("gate")).isEqualTo("answer APPROVED [approver]");
        });
    }

    private static void secure(JenkinsRule jenkins) {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ, DeliveryPermissions.VIEW)
                .everywhere()
                .to("developer", "approver")
                .grant(DeliveryPermissions.APPROVE)
                .everywhere()
                .to("approver"));
    }

    private static int decide(JenkinsRule jenkins, String user) throws Exception {
        try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
            client.login(user).withThrowExceptionOnFailingStatusCode(false);
            WebRequest vote =
                    new WebRequest(client.createCrumbedUrl("job/gate/1/approval-production/approve"), HttpMethod.POST);
            vote.setRequestParameters(List.of(new NameValuePair("reason", "The checks passed.")));
            return client.loadWebResponse(vote).getStatusCode();
        }
    }
}
