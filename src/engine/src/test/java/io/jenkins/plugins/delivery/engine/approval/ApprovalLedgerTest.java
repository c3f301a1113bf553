package io.jenkins.plugins.delivery.engine.approval;

import static io.jenkins.plugins.delivery.engine.approval.Requests.LATER;
import static io.jenkins.plugins.delivery.engine.approval.Requests.open;
import static io.jenkins.plugins.delivery.engine.approval.Requests.policy;
import static io.jenkins.plugins.delivery.engine.approval.Requests.voter;
import static io.jenkins.plugins.delivery.engine.approval.Requests.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApprovalLedgerTest {
    private static final Clock CLOCK = Clock.fixed(LATER, ZoneOffset.UTC);

    private final List<Approval> written = Collections.synchronizedList(new ArrayList<>());

    @Test
    void fifty_simultaneous_clicks_of_one_person_are_one_vote() throws Exception {
        ApprovalLedger ledger = new ApprovalLedger(open(policy(2)), CLOCK, written::add);

        List<VoteResult> results = simultaneously(50, i -> ledger.cast(yes(voter("alice"))));

        assertThat(results).filteredOn(VoteResult.Accepted.class::isInstance).hasSize(1);
        assertThat(ledger.approval().votes()).hasSize(1);
        assertThat(ledger.approval().isOpen()).isTrue();
    }

    @Test
    void fifty_people_at_once_make_one_decision() throws Exception {
        ApprovalLedger ledger = new ApprovalLedger(open(policy(7)), CLOCK, written::add);

        List<VoteResult> results = simultaneously(50, i -> ledger.cast(yes(voter("user" + i))));

        assertThat(results).filteredOn(VoteResult.Accepted.class::isInstance).hasSize(7);
        assertThat(ledger.approval().votes())
                .extracting(vote -> vote.voter().id())
                .doesNotHaveDuplicates()
                .hasSize(7);
        assertThat(written).filteredOn(approval -> !approval.isOpen()).hasSize(1);
    }

    @Test
    void each_step_is_written_before_it_is_seen() {
        ApprovalLedger[] self = new ApprovalLedger[1];
        self[0] = new ApprovalLedger(open(policy(1)), CLOCK, approval -> {
            assertThat(self[0].approval().isOpen()).isTrue();
            written.add(approval);
        });

        self[0].cast(yes(voter("alice")));

        assertThat(written).containsExactly(self[0].approval());
    }

    @Test
    void a_step_that_cannot_be_written_has_not_happened() {
        ApprovalLedger ledger = new ApprovalLedger(open(policy(1)), CLOCK, approval -> {
            throw new IllegalStateException("disk full");
        });

        assertThatThrownBy(() -> ledger.cast(yes(voter("alice")))).hasMessage("disk full");
        assertThat(ledger.approval().votes()).isEmpty();
        assertThat(ledger.approval().isOpen()).isTrue();
    }

    @Test
    void a_step_that_changes_nothing_is_not_written() {
        ApprovalLedger ledger = new ApprovalLedger(open(policy(1)), CLOCK, written::add);

        ledger.advance(approval -> approval.expire(LATER));

        assertThat(written).isEmpty();
    }

    private interface Numbered {
        VoteResult run(int number);
    }

    private static List<VoteResult> simultaneously(int count, Numbered task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            CyclicBarrier start = new CyclicBarrier(count);
            List<Callable<VoteResult>> tasks = IntStream.range(0, count)
                    .<Callable<VoteResult>>mapToObj(i -> () -> {
                        start.await();
                        return task.run(i);
                    })
                    .toList();
            List<VoteResult> results = new ArrayList<>();
            for (Future<VoteResult> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
