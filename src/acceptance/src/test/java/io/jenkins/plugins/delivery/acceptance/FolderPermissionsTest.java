package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who was granted our permissions in a folder has them there, and nowhere else. */
@ExtendWith(WithJenkins.class)
@NeedsWar("looks as another person, whom a folder grants something")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FolderPermissionsTest {
    private static final String GATE = "approvalGate(message: 'Release?', timeout: '1h')";

    private RealJenkins jenkins;

    @BeforeAll
    void start(RealJenkins shared) {
        jenkins = shared;
        assumeTrue(
                jenkins.plugins().plugin("cloudbees-folder").isPresent(),
                "cloudbees-folder is not among the plugins, so no folder granted anything");
        JenkinsClient.Answer made = jenkins.as("admin")
                .post("createItem?name=shop", "application/xml", "<com.cloudbees.hudson.plugins.folder.Folder/>");
        assertThat(made.status()).as(made.body()).isEqualTo(200);
    }

    @Test
    void whatIsGrantedInAFolderCountsThereAndNotBesideIt() {
        Builds builds = new Builds(jenkins.as("admin"));
        builds.job("shop/job/inside", GATE);
        builds.job("outside", GATE);
        for (String job : List.of("shop/job/inside", "outside")) {
            builds.awaitLog(job, builds.begin(job), "Approve or reject:");
        }
        String inside = gate("inside");
        String outside = gate("outside");

        String seen = jenkins.as("keeper").json("approvals/json").toString();
        assertThat(seen).contains("inside").doesNotContain("outside");
        assertThat(jenkins.as("keeper").post(outside + "approve", Map.of()).status())
                .isIn(403, 404);
        assertThat(jenkins.as("keeper").get(outside + "json").status()).isEqualTo(404);
        assertThat(jenkins.as("keeper").post(inside + "approve", Map.of()).status())
                .isBetween(200, 303);

        assertThat(builds.end("shop/job/inside", 1).result()).isEqualTo("SUCCESS");
        assertThat(jenkins.as("admin").json("approvals/json").toString())
                .as("still open")
                .contains("outside");
        jenkins.as("admin").post(outside + "reject", Map.of("reason", "Over."));
        builds.end("outside", 1);
    }

    @Test
    void settingsAreNotAmongWhatAFolderGrants() {
        for (String page : List.of("manage/progressive-delivery/", "manage/progressive-delivery/configure")) {
            assertThat(jenkins.as("keeper").get(page).status()).as(page).isIn(403, 405);
        }
        assertThat(jenkins.as("keeper")
                        .post("manage/progressive-delivery/configure", Map.of("json", "{}"))
                        .status())
                .isEqualTo(403);
    }

    /** Plugins such as matrix-auth offer in folders what says that it belongs there. */
    @Test
    void foldersAreOfferedAllOfThem() {
        String offered = jenkins.as("admin").script("""
                import hudson.security.*
                import io.jenkins.plugins.delivery.config.DeliveryPermissions
                println DeliveryPermissions.GROUP.permissions.findAll {
                  it.enabled && it.isContainedBy(PermissionScope.ITEM_GROUP) && it.isContainedBy(PermissionScope.ITEM)
                }*.name.sort().join(' ')
                """);

        assertThat(offered).isEqualTo("Approve Operate Override View");
    }

    private String gate(String job) {
        JsonNode open = jenkins.as("admin").json("approvals/json");
        return StreamSupport.stream(open.findValues("url").spliterator(), false)
                .map(JsonNode::asText)
                .filter(url -> url.contains("job/" + job + "/"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no gate of " + job + " in " + open));
    }
}
