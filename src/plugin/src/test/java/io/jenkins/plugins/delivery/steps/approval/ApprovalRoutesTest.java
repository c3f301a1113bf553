package io.jenkins.plugins.delivery.steps.approval;

import static io.jenkins.plugins.delivery.steps.approval.GateFixture.as;
import static io.jenkins.plugins.delivery.steps.approval.GateFixture.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AccessDeniedException3;
import io.jenkins.plugins.delivery.config.Approver;
import io.jenkins.plugins.delivery.reports.DeliveryTab;
import io.jenkins.plugins.delivery.reports.JsonResponse;
import io.jenkins.plugins.delivery.reports.WaitingBadge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people reach over HTTP. Stapler itself sees to verbs and crumbs. */
class ApprovalRoutesTest {
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
    void item_02_without_the_permission_nothing_is_answered_and_nothing_happens() throws Exception {
        ApprovalAction action = fixture.start(new ApprovalGateStep());

        for (String outsider : List.of("erin", "mallory")) {
            assertThatThrownBy(() -> as(outsider, () -> action.doApprove(null, "", null)))
                    .isInstanceOf(AccessDeniedException3.class);
            assertThatThrownBy(() -> as(outsider, () -> action.doReject(null, "", null)))
                    .isInstanceOf(AccessDeniedException3.class);
        }
        assertThatThrownBy(() -> as("mallory", action::doJson)).isInstanceOf(AccessDeniedException3.class);
        try (ACLContext ignored = ACL.as2(Jenkins.ANONYMOUS2)) {
            assertThatThrownBy(action::doJson).isInstanceOf(AccessDeniedException3.class);
        }
        assertThat(action.approval().votes()).isEmpty();
        assertThat(as("erin", () -> status(action.doJson()))).isEqualTo(200);
    }

    @Test
    void item_19_fifty_simultaneous_clicks_are_one_vote_a_person_and_one_decision() throws Exception {
        ApprovalGateStep step = new ApprovalGateStep();
        step.setQuorum(7);
        ApprovalAction action = fixture.start(step);

        List<Integer> statuses =
                simultaneously(50, i -> as("user" + i % 10, () -> status(action.doApprove(null, "", null))));

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(7);
        assertThat(statuses).filteredOn(status -> status != 200).containsOnly(409);
        assertThat(action.approval().votes())
                .extracting(vote -> vote.voter().id())
                .doesNotHaveDuplicates()
                .hasSize(7);
        assertThat(fixture.context.ends).isEqualTo(1);
    }

    @Test
    void item_19_groups_are_those_of_the_moment_of_the_click() throws Exception {
        ApprovalGateStep step = new ApprovalGateStep();
        Approver ops = new Approver();
        ops.setGroup("ops");
        step.setApprovers(List.of(ops));
        ApprovalAction action = fixture.start(step);

        assertThat(as("dave", () -> status(action.doApprove(null, "", null)))).isEqualTo(403);
        assertThat(as("alice", () -> status(action.doApprove(null, "", null)))).isEqualTo(200);
    }

    @Test
    void a_page_that_shows_other_evidence_is_refused() throws Exception {
        ApprovalAction action = fixture.start(new ApprovalGateStep());

        assertThat(as("alice", () -> status(action.doApprove(null, "", "0123"))))
                .isEqualTo(409);
        assertThat(as(
                        "alice",
                        () -> status(action.doApprove(
                                null, "", action.approval().request().evidenceDigest()))))
                .isEqualTo(200);
    }

    @Test
    void a_refusal_says_why() throws Exception {
        ApprovalGateStep step = new ApprovalGateStep();
        step.setTicket("OPS-\\d+");
        ApprovalAction action = fixture.start(step);

        JsonResponse refused = as("alice", () -> (JsonResponse) action.doApprove(null, "because", null));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.model().toString()).contains("TICKET_MISSING", "OPS-\\d+");
        assertThat(as("alice", () -> status(action.doApprove(null, "OPS-7", null))))
                .isEqualTo(200);
    }

    @Test
    void the_pending_list_tells_mine_from_others_and_hides_what_one_may_not_see() throws Exception {
        ApprovalGateStep step = new ApprovalGateStep();
        Approver ops = new Approver();
        ops.setGroup("ops");
        step.setApprovers(List.of(ops));
        ApprovalAction action = fixture.start(step);
        ApprovalsPage page = new ApprovalsPage();

        assertThat(as("alice", page::getMine)).containsExactly(action);
        assertThat(as("alice", page::getOthers)).isEmpty();
        assertThat(as("dave", page::getMine)).isEmpty();
        assertThat(as("dave", page::getOthers)).containsExactly(action);
        assertThat(as("mallory", page::getOthers)).isEmpty();
        assertThatThrownBy(() -> as("mallory", page::doJson)).isInstanceOf(AccessDeniedException3.class);
        assertThat(as("alice", () -> ((JsonResponse) page.doJson()).model().toString()))
                .contains("job/shop/1/approval/");

        action.decide(user("alice"), true, "");
        assertThat(as("dave", page::getOthers)).isEmpty();
    }

    @Test
    void links_to_what_waits_have_a_badge_with_how_many_for_who_looks() throws Exception {
        ApprovalGateStep step = new ApprovalGateStep();
        Approver ops = new Approver();
        ops.setGroup("ops");
        step.setApprovers(List.of(ops));
        ApprovalAction action = fixture.start(step);
        ApprovalsPage page = new ApprovalsPage();
        Run<?, ?> build = action.getRun();

        assertThat(as("alice", page::getBadge).getText()).isEqualTo("1");
        assertThat(as("alice", page::getBadge).getTooltip()).isEqualTo("1 approval waits for you");
        assertThat(as("dave", page::getBadge)).isNull();
        assertThat(build.getAction(DeliveryTab.class).getBadge().getTooltip()).isEqualTo("1 thing waits for somebody");
        assertThat(build.getAction(WaitingBadge.class).getHref()).isEqualTo("job/shop/1/approval/");
        assertThat(build.getAction(WaitingBadge.class).getTooltip()).isEqualTo(action.getHeadline());

        action.decide(user("alice"), true, "");
        assertThat(as("alice", page::getBadge)).isNull();
        assertThat(build.getAction(WaitingBadge.class)).isNull();
        assertThat(build.getAction(DeliveryTab.class).getBadge()).isNull();
    }

    @Test
    void who_has_voted_is_not_waited_for_but_may_still_object() throws Exception {
        ApprovalGateStep step = new ApprovalGateStep();
        step.setQuorum(2);
        ApprovalAction action = fixture.start(step);
        ApprovalsPage page = new ApprovalsPage();

        action.decide(user("alice"), true, "");

        assertThat(as("alice", page::getMine)).isEmpty();
        assertThat(as("alice", page::getOthers)).containsExactly(action);
        assertThat(as("alice", new ApprovalReader(action)::choices)).containsExactly("reject");
        assertThat(as("bob", new ApprovalReader(action)::choices)).containsExactly("approve", "reject");
        assertThat(as("erin", new ApprovalReader(action)::choices)).isEmpty();
    }

    @Test
    void the_json_says_everything_that_the_page_shows() throws Exception {
        ApprovalAction action = fixture.start(new ApprovalGateStep());

        Map<?, ?> json = (Map<?, ?>) as("alice", () -> ((JsonResponse) action.doJson()).model());

        assertThat(json.get("verdict")).hasToString("WAITING");
        assertThat(json.get("model").toString())
                .contains("\"deadline\":\"2026-03-02T10:00:00Z\"", "\"missing\":[\"1 more person\"]");
    }

    private static int status(org.kohsuke.stapler.HttpResponse response) {
        return ((JsonResponse) response).status();
    }

    private interface Numbered {
        int run(int number) throws Exception;
    }

    private static List<Integer> simultaneously(int count, Numbered task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            CyclicBarrier start = new CyclicBarrier(count);
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                tasks.add(() -> {
                    start.await();
                    return task.run(number);
                });
            }
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
