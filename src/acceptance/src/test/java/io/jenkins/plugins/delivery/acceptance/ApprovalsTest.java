package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People decide over REST; what they may not is refused by the status that says why. */
@ExtendWith({WithJenkins.class, WithCluster.class})
@NeedsWar("decides as other people")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApprovalsTest {
    private static final String GATE =
            "def decided = approvalGate(environment: 'production', message: 'Release?', timeout: '1h')\n"
                    + "echo \"by ${decided.approvers}\"\n";

    private RealJenkins jenkins;

    @BeforeAll
    void start(RealJenkins shared, Cluster cluster) {
        jenkins = shared;
    }

    @Test
    void whoMayApprovesAndWhoMayNotIsRefused() {
        int number = open("gate");
        String gate = "job/gate/" + number + "/approval-production/";

        assertThat(jenkins.as("reader").post(gate + "approve", Map.of()).status())
                .isEqualTo(403);
        assertThat(jenkins.as("developer").post(gate + "approve", Map.of()).status())
                .isEqualTo(403);
        assertThat(jenkins.as("approver")
                        .postWithoutCrumb(gate + "approve", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(jenkins.as("approver").get(gate + "approve").status()).isEqualTo(405);
        assertThat(new JenkinsClient(jenkins.url(), "", "")
                        .post(gate + "approve", Map.of())
                        .status())
                .isIn(401, 403);
        assertThat(jenkins.as("approver")
                        .get("job/gate/" + number + "/approval-elsewhere/json")
                        .status())
                .isEqualTo(404);

        JenkinsClient.Answer stranger = jenkins.as("admin").post(gate + "approve", Map.of());
        assertThat(stranger.status()).isEqualTo(403);
        assertThat(stranger.body()).contains("NOT_AN_APPROVER", "admin is not among the approvers");
        JenkinsClient.Answer wordy = jenkins.as("approver").post(gate + "approve", Map.of("reason", "x".repeat(9_999)));
        assertThat(wordy.status()).isEqualTo(400);
        assertThat(wordy.body()).contains("REASON_TOO_LONG");
        assertThat(jenkins.as("reader").json(gate + "json").toString())
                .as("whoever was refused has decided nothing")
                .contains("no votes", "\"decision\":null");

        JenkinsClient.Answer approved =
                jenkins.as("approver").post(gate + "approve", Map.of("reason", "The checks passed."));
        assertThat(approved.status()).as(approved.body()).isBetween(200, 303);
        Builds.Ended ended = builds().end("gate", number);

        assertThat(ended.result()).as(ended.log()).isEqualTo("SUCCESS");
        assertThat(ended.log()).contains("by [approver]");
        JenkinsClient.Answer late = jenkins.as("second").post(gate + "reject", Map.of("reason", "Too late."));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("ALREADY_DECIDED");
    }

    @ParameterizedTest
    @CsvSource({"reject, ABORTED", "approve, SUCCESS"})
    void aGateThatIsOpenWhenTheControllerDiesIsOpenAfterwards(String decision, String result) {
        String job = "killed-gate-" + decision;
        int number = open(job);
        assertThat(jenkins.as("approver").json("approvals/json").toString()).contains(job);

        jenkins.killAndStart();
        Builds.until(
                "the gate is open again",
                () -> jenkins.as("approver").json("approvals/json").toString().contains(job));

        jenkins.as("approver")
                .post(
                        "job/" + job + "/" + number + "/approval-production/" + decision,
                        Map.of("reason", "Looked at it."));
        Builds.Ended ended = builds().end(job, number);
        assertThat(ended.result()).as(ended.log()).isEqualTo(result);
        assertThat(ended.log()).contains("Looked at it.");
    }

    private int open(String job) {
        builds().job(job, GATE);
        int number = builds().begin(job);
        builds().awaitLog(job, number, "Approve or reject:");
        return number;
    }

    private Builds builds() {
        return new Builds(jenkins.as("admin"));
    }
}
