package io.jenkins.plugins.delivery.steps.approval;

import static io.jenkins.plugins.delivery.steps.approval.GateFixture.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Descriptor;
import hudson.model.Result;
import hudson.model.Run;
import hudson.security.SecurityRealm;
import io.jenkins.plugins.delivery.config.Approver;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.engine.approval.OnTimeout;
import io.jenkins.plugins.delivery.engine.approval.Outcome;
import io.jenkins.plugins.delivery.engine.approval.Refusal;
import io.jenkins.plugins.delivery.engine.approval.VoteResult;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import io.jenkins.plugins.delivery.steps.TestJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jenkins.model.CauseOfInterruption;
import jenkins.model.IdStrategy;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

class ApprovalGateTest {
    @TempDir
    private Path home;

    private GateFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new GateFixture(home);
    }

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    @Test
    void asks_and_says_where_and_for_what_it_waits() throws Exception {
        ApprovalGateStep step = new ApprovalGateStep();
        step.setMessage("Release shop 42?");
        step.setQuorum(2);

        ApprovalAction action = fixture.start(step);

        assertThat(fixture.context.log()).contains("Release shop 42?", "job/shop/1/approval/");
        assertThat(fixture.gate.getStatus()).isEqualTo("waiting for 2 more people until 2026-03-02T10:00:00Z");
        assertThat(action.getVerdict()).isEqualTo(ReportVerdict.WAITING);
        assertThat(fixture.context.ends).isZero();
        assertThat(fixture.clock.scheduled()).isEqualTo(1);
    }

    @Test
    void the_deadline_is_said_in_whole_seconds() throws Exception {
        fixture.clock.advance(Duration.ofMillis(340));

        ApprovalAction action = fixture.start(new ApprovalGateStep());

        assertThat(action.getFigures()).contains("until 2026-03-02T10:00:01Z");
        assertThat(fixture.gate.getStatus()).endsWith(" until 2026-03-02T10:00:01Z");
    }

    @Test
    void a_gate_that_has_no_log_any_more_goes_on_all_the_same() throws Exception {
        ApprovalAction action = fixture.start(new ApprovalGateStep());
        fixture.context.refusesLog = true;

        action.decide(user("alice"), true, "");

        assertThat(fixture.context.failure).isNull();
        assertThat(((Map<?, ?>) fixture.context.result).get("approved")).isEqualTo(true);
    }

    @Test
    void goes_on_when_enough_have_approved_and_returns_plain_values() throws Exception {
        ApprovalGateStep step = new ApprovalGateStep();
        step.setQuorum(2);
        ApprovalAction action = fixture.start(step);

        assertThat(action.decide(user("alice"), true, "looks good")).isInstanceOf(VoteResult.Accepted.class);
        assertThat(fixture.context.ends).isZero();
        assertThat(fixture.gate.getStatus()).startsWith("waiting for 1 more person");
        action.decide(user("bob"), true, "");

        Map<?, ?> result = (Map<?, ?>) fixture.context.result;
        assertThat(result.get("approved")).isEqualTo(true);
        assertThat(result.get("approvers")).isEqualTo(List.of("alice", "bob"));
        assertThat(result.get("summary")).isEqualTo("Approved by alice: looks good, bob");
        assertPlain(result);
        assertThat(fixture.context.log()).contains("Approved by alice: looks good, bob");
        assertThat(action.getVerdict()).isEqualTo(ReportVerdict.PASSED);
        assertThat(fixture.clock.scheduled()).isZero();
    }

    @Test
    void a_rejection_ends_the_step_and_names_who_and_why() throws Exception {
        ApprovalAction action = fixture.start(new ApprovalGateStep());

        action.decide(user("bob"), false, "not on a Friday");

        FlowInterruptedException failure = (FlowInterruptedException) fixture.context.failure;
        assertThat(failure.getResult()).isEqualTo(Result.ABORTED);
        assertThat(failure.getCauses())
                .extracting(CauseOfInterruption::getShortDescription)
                .containsExactly("Rejected by bob: not on a Friday");
        assertThat(fixture.context.ends).isEqualTo(1);
    }

    @Test
    void silence_until_the_deadline_is_a_rejection() throws Exception {
        ApprovalGateStep step = new ApprovalGateStep();
        step.setTimeout("90");
        ApprovalAction action = fixture.start(step);

        fixture.clock.advance(Duration.ofSeconds(89));
        assertThat(fixture.context.ends).isZero();
        fixture.clock.advance(Duration.ofSeconds(1));

        assertThat(fixture.context.failure).isInstanceOf(FlowInterruptedException.class);
        assertThat(action.approval().decision().outcome()).isEqualTo(Outcome.TIMED_OUT);
    }

    @Test
    void silence_never_means_yes_even_where_the_pipeline_goes_on() throws Exception {
        ApprovalGateStep step = new ApprovalGateStep();
        step.setOnTimeout(OnTimeout.RETURN);
        fixture.start(step);

        fixture.clock.advance(Duration.ofHours(24));

        Map<?, ?> result = (Map<?, ?>) fixture.context.result;
        assertThat(result.get("approved")).isEqualTo(false);
        assertThat(result.get("outcome")).isEqualTo("TIMED_OUT");
    }

    @Test
    void votes_survive_a_kill_and_the_gate_goes_on_waiting() throws Exception {
        ApprovalGateStep step = new ApprovalGateStep();
        step.setQuorum(2);
        fixture.start(step).decide(user("alice"), true, "");

        fixture.restart(GateFixture.save(fixture.gate));
        assertThat(fixture.context.ends).isZero();
        assertThat(refusal(fixture.action().decide(user("alice"), true, ""))).isEqualTo(Refusal.ALREADY_VOTED);
        fixture.action().decide(user("bob"), true, "");

        assertThat(((Map<?, ?>) fixture.context.result).get("approvers")).isEqualTo(List.of("alice", "bob"));
        assertThat(fixture.context.ends).isEqualTo(1);
    }

    @Test
    void a_deadline_that_passes_while_the_controller_is_down_is_kept() throws Exception {
        ApprovalGateStep step = new ApprovalGateStep();
        step.setTimeout("1h");
        fixture.start(step);
        byte[] program = GateFixture.save(fixture.gate);

        fixture.clock.forget();
        fixture.clock.advance(Duration.ofHours(2));
        fixture.restart(program);

        assertThat(fixture.context.failure).isInstanceOf(FlowInterruptedException.class);
    }

    @Test
    void a_restart_does_not_move_the_deadline() throws Exception {
        ApprovalGateStep step = new ApprovalGateStep();
        step.setTimeout("1h");
        fixture.start(step);
        byte[] program = GateFixture.save(fixture.gate);

        fixture.clock.advance(Duration.ofMinutes(50));
        fixture.restart(program);
        fixture.clock.advance(Duration.ofMinutes(9));
        assertThat(fixture.context.ends).isZero();
        fixture.clock.advance(Duration.ofMinutes(1));

        assertThat(fixture.context.failure).isInstanceOf(FlowInterruptedException.class);
    }

    @Test
    void a_kill_between_asking_and_saving_the_program_does_not_ask_twice() throws Exception {
        fixture.context = new GateContext(fixture.build());
        fixture.gate = (ApprovalGateExecution) new ApprovalGateStep().start(fixture.context);
        byte[] programBeforeAsking = GateFixture.save(fixture.gate);
        fixture.gate.start();

        fixture.restart(programBeforeAsking);

        assertThat(fixture.build().getActions(ApprovalAction.class)).hasSize(1);
    }

    @Test
    void a_kill_between_the_decision_and_the_program_loses_no_decision() throws Exception {
        fixture.start(new ApprovalGateStep());
        byte[] programBeforeTheVote = GateFixture.save(fixture.gate);
        fixture.action().decide(user("alice"), true, "");

        fixture.restart(programBeforeTheVote);

        assertThat(((Map<?, ?>) fixture.context.result).get("approved")).isEqualTo(true);
    }

    @Test
    void a_stopped_build_ends_the_gate_at_once_and_says_so() throws Exception {
        ApprovalAction action = fixture.start(new ApprovalGateStep());
        FlowInterruptedException cause = new FlowInterruptedException(
                Result.ABORTED, true, new CauseOfInterruption.UserInterruption(user("carol")));

        fixture.gate.stop(cause);

        assertThat(fixture.context.failure).isSameAs(cause);
        assertThat(action.approval().decision().outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(refusal(action.decide(user("alice"), true, ""))).isEqualTo(Refusal.ALREADY_DECIDED);
        assertThat(fixture.context.ends).isEqualTo(1);
        assertThat(fixture.clock.scheduled()).isZero();
    }

    @Test
    void item_20_nobody_approves_what_they_caused() throws Exception {
        TestJob.Build upstream = TestJob.create("upstream").newBuild();
        upstream.addAction(new CauseAction(new Cause.UserIdCause("carol")));
        fixture.build().addAction(new CauseAction(new Cause.UserIdCause("ALICE"), new Cause.UpstreamCause(upstream)));
        fixture.build().getCulprits().add(user("bob"));
        ApprovalAction action = fixture.start(new ApprovalGateStep());

        for (String causer : List.of("alice", "bob", "carol")) {
            assertThat(refusal(action.decide(user(causer), true, "")))
                    .as(causer)
                    .isEqualTo(Refusal.SELF_APPROVAL);
        }
        assertThat(action.decide(user("dave"), true, "")).isInstanceOf(VoteResult.Accepted.class);
    }

    @Test
    void item_20_nobody_approves_a_replay_or_a_rebuild_of_what_they_caused() throws Exception {
        TestJob.Build rebuilt = TestJob.create("shop-before").newBuild();
        rebuilt.addAction(new CauseAction(new Cause.UserIdCause("carol")));
        TestJob.Build replayed = TestJob.create("shop-first").newBuild();
        replayed.addAction(new CauseAction(new Cause.UserIdCause("alice"), new Cause.UpstreamCause(rebuilt)));
        replayed.getCulprits().add(user("bob"));
        fixture.build().addAction(new CauseAction(new Cause.UserIdCause("user1"), new ReplayCause(replayed)));
        ApprovalAction action = fixture.start(new ApprovalGateStep());

        for (String causer : List.of("user1", "alice", "bob", "carol")) {
            assertThat(refusal(action.decide(user(causer), true, "")))
                    .as(causer)
                    .isEqualTo(Refusal.SELF_APPROVAL);
        }
        assertThat(action.decide(user("dave"), true, "")).isInstanceOf(VoteResult.Accepted.class);
    }

    @Test
    void item_20_nobody_approves_what_they_caused_after_somebody_restarted_it_from_a_stage() throws Exception {
        TestJob.Build first = TestJob.create("shop-first").newBuild();
        first.addAction(new CauseAction(new Cause.UserIdCause("alice")));
        fixture.build()
                .addAction(new CauseAction(new Cause.UserIdCause("bob"), new RestartDeclarativePipelineCause(first)));
        ApprovalAction action = fixture.start(new ApprovalGateStep());

        assertThat(refusal(action.decide(user("alice"), true, ""))).isEqualTo(Refusal.SELF_APPROVAL);
        assertThat(refusal(action.decide(user("bob"), true, ""))).isEqualTo(Refusal.SELF_APPROVAL);
        assertThat(action.decide(user("dave"), true, "")).isInstanceOf(VoteResult.Accepted.class);
    }

    @Test
    void item_20_a_replay_of_itself_is_looked_at_once() throws Exception {
        fixture.build().addAction(new CauseAction(new Cause.UserIdCause("alice"), new ReplayCause(fixture.build())));

        assertThat(BuildCausers.of(fixture.build())).containsExactly("alice");
    }

    @Test
    void item_20_user_ids_that_are_mail_addresses_are_compared_as_the_realm_does() throws Exception {
        fixture.build().addAction(new CauseAction(new Cause.UserIdCause("Ann@EXAMPLE.com")));

        assertThat(BuildCausers.of(fixture.build())).containsExactly("ann@example.com");

        Jenkins.get().setSecurityRealm(new MailRealm());
        assertThat(BuildCausers.of(fixture.build())).containsExactly("Ann@example.com");
    }

    /** Part before the at sign as it is written, domain in any case. */
    private static final class MailRealm extends SecurityRealm {
        @Override
        public IdStrategy getUserIdStrategy() {
            return new IdStrategy() {
                @Override
                public String keyFor(String id) {
                    int at = id.lastIndexOf('@');
                    return id.substring(0, at) + id.substring(at).toLowerCase(Locale.ENGLISH);
                }

                @Override
                public int compare(String one, String other) {
                    return keyFor(one).compareTo(keyFor(other));
                }

                @Override
                public Descriptor<IdStrategy> getDescriptor() {
                    throw new UnsupportedOperationException("no form");
                }
            };
        }

        @Override
        public UserDetails loadUserByUsername2(String name) {
            throw new UsernameNotFoundException(name);
        }

        @Override
        public Descriptor<SecurityRealm> getDescriptor() {
            throw new UnsupportedOperationException("no form");
        }
    }

    /** As that of the plugin pipeline-model-definition. */
    public static final class RestartDeclarativePipelineCause extends OfOriginal {
        RestartDeclarativePipelineCause(Run<?, ?> original) {
            super(original);
        }
    }

    /** As that of the plugin workflow-cps. */
    public static final class ReplayCause extends OfOriginal {
        ReplayCause(Run<?, ?> original) {
            super(original);
        }
    }

    /** Knows which build is run again. */
    public static class OfOriginal extends Cause {
        private final transient Run<?, ?> original;

        OfOriginal(Run<?, ?> original) {
            this.original = original;
        }

        public Run<?, ?> getOriginal() {
            return original;
        }

        @Override
        public String getShortDescription() {
            return "Again";
        }
    }

    @Test
    void item_21_an_administrator_who_is_no_approver_has_no_vote() throws Exception {
        ApprovalGateStep step = new ApprovalGateStep();
        step.setApprovers(List.of(approver(null, "ops", 1)));
        ApprovalAction action = fixture.start(step);

        assertThat(refusal(action.decide(user("root"), true, ""))).isEqualTo(Refusal.NOT_AN_APPROVER);
        assertThat(action.decide(user("alice"), true, "")).isInstanceOf(VoteResult.Accepted.class);
    }

    @Test
    void user_ids_are_compared_as_the_realm_does() throws Exception {
        ApprovalGateStep step = new ApprovalGateStep();
        step.setApprovers(List.of(approver("ALICE, Bob", null, 2)));
        ApprovalAction action = fixture.start(step);

        action.decide(user("alice"), true, "");
        action.decide(user("bob"), true, "");

        assertThat(action.approval().isOpen()).isFalse();
    }

    @Test
    void an_environment_makes_demands_that_the_jenkinsfile_cannot_lower() throws Exception {
        EnvironmentSettings production = new EnvironmentSettings("production");
        production.setApprovers(List.of(approver(null, "security", 1)));
        production.setQuorum(2);
        DeliveryConfiguration.get().setEnvironments(List.of(production));
        ApprovalGateStep step = new ApprovalGateStep();
        step.setEnvironment("production");
        step.setSelfApproval(true);
        step.setQuorum(1);
        fixture.build().addAction(new CauseAction(new Cause.UserIdCause("bob")));
        ApprovalAction action = fixture.start(step);

        assertThat(action.getUrlName()).isEqualTo("approval-production");
        assertThat(action.approval().request().message()).isEqualTo("Deploy to production?");
        assertThat(refusal(action.decide(user("bob"), true, ""))).isEqualTo(Refusal.SELF_APPROVAL);
        assertThat(refusal(action.decide(user("alice"), true, ""))).isEqualTo(Refusal.NOT_AN_APPROVER);
        action.decide(user("carol"), true, "");
        assertThat(action.approval().missing()).containsExactly("1 more person");
    }

    @Test
    void bad_arguments_are_refused_before_anybody_is_asked() throws Exception {
        DeliveryConfiguration.get().setEnvironments(List.of(new EnvironmentSettings("production")));

        assertRefused(step -> step.setEnvironment("prodution"), "environment", "production");
        assertRefused(step -> step.setTimeout("soon"), "timeout", "soon");
        assertRefused(step -> step.setTimeout("0"), "timeout", "between");
        assertRefused(step -> step.setQuorum(0), "quorum is 0");
        assertRefused(step -> step.setTicket("OPS-["), "ticket");
        assertRefused(step -> step.setWindow("whenever"), "window", "Mon-Fri 09:00-16:00 Europe/Berlin");
        assertRefused(step -> step.setMessage("x".repeat(5_000)), "message", "5000");
        assertRefused(step -> step.setApprovers(List.of(new Approver())), "neither a user nor a group");
        assertThat(fixture.action()).isNull();
    }

    @Test
    void a_gate_that_nobody_could_pass_fails_at_once_and_not_after_its_timeout() throws Exception {
        fixture.build().addAction(new CauseAction(new Cause.UserIdCause("alice")));
        ApprovalGateStep step = new ApprovalGateStep();
        step.setApprovers(List.of(approver("alice", null, 1)));

        fixture.start(step);

        assertThat(fixture.context.failure).hasMessageContaining("who caused this build may not approve it");
    }

    @Test
    void evidence_that_the_environment_requires_has_to_be_there() throws Exception {
        EnvironmentSettings production = new EnvironmentSettings("production");
        production.setRequiredEvidence(List.of("security-scan"));
        DeliveryConfiguration.get().setEnvironments(List.of(production));
        ApprovalGateStep step = new ApprovalGateStep();
        step.setEnvironment("production");

        fixture.start(step);
        assertThat(fixture.context.failure).hasMessageContaining("no finished report 'security-scan'");

        new Report().say(fixture, ReportVerdict.PASSED, "no HIGH");
        assertThat(fixture.start(step).approval().request().evidence())
                .singleElement()
                .satisfies(evidence -> assertThat(evidence.summary()).isEqualTo("PASSED: no HIGH"));
    }

    @Test
    void an_approval_is_void_when_what_was_shown_has_changed() throws Exception {
        Report report = new Report();
        report.say(fixture, ReportVerdict.PASSED, "no HIGH");
        ApprovalAction action = fixture.start(new ApprovalGateStep());

        report.say(fixture, ReportVerdict.FAILED, "3 HIGH");

        assertThat(refusal(action.decide(user("alice"), true, ""))).isEqualTo(Refusal.ALREADY_DECIDED);
        assertThat(action.approval().decision().outcome()).isEqualTo(Outcome.VOID);
        assertThat(fixture.context.failure).isInstanceOf(FlowInterruptedException.class);
    }

    @Test
    void an_approval_before_the_window_takes_effect_when_it_opens() throws Exception {
        ApprovalGateStep step = new ApprovalGateStep();
        step.setWindow("Mon-Fri 09:00-16:00 Europe/Berlin");
        fixture.start(step).decide(user("alice"), true, "");

        assertThat(fixture.context.ends).isZero();
        assertThat(fixture.gate.getStatus())
                .isEqualTo("approved; outside the window Mon-Fri 09:00-16:00 Europe/Berlin; takes effect at"
                        + " 2026-03-02T08:00:00Z");
        fixture.restart(GateFixture.save(fixture.gate));
        fixture.clock.advance(Duration.ofHours(21));
        assertThat(fixture.context.ends).isZero();
        fixture.clock.advance(Duration.ofHours(1));

        assertThat(((Map<?, ?>) fixture.context.result).get("approved")).isEqualTo(true);
    }

    @Test
    void a_rejection_waits_for_no_window() throws Exception {
        ApprovalGateStep step = new ApprovalGateStep();
        step.setWindow("Mon-Fri 09:00-16:00 Europe/Berlin");

        fixture.start(step).decide(user("alice"), false, "");

        assertThat(fixture.context.failure).isInstanceOf(FlowInterruptedException.class);
    }

    @Test
    void a_window_of_the_environment_and_one_of_the_jenkinsfile_both_have_to_be_open() throws Exception {
        EnvironmentSettings production = new EnvironmentSettings("production");
        production.setWindow("Mon 08:00-12:00 UTC");
        DeliveryConfiguration.get().setEnvironments(List.of(production));

        ApprovalGateStep never = new ApprovalGateStep();
        never.setEnvironment("production");
        never.setWindow("Tue 09:00-16:00 UTC");
        assertThatThrownBy(never::plan).hasMessageContaining("never open together");

        ApprovalGateStep step = new ApprovalGateStep();
        step.setEnvironment("production");
        step.setWindow("11:00-16:00 UTC");
        fixture.start(step).decide(user("alice"), true, "");
        assertThat(fixture.gate.getStatus()).endsWith("takes effect at 2026-03-02T11:00:00Z");
    }

    @Test
    void two_gates_of_a_build_are_told_apart() throws Exception {
        ApprovalAction first = fixture.start(new ApprovalGateStep());
        ApprovalAction second = fixture.start(new ApprovalGateStep());

        assertThat(second.getUrlName()).isNotEqualTo(first.getUrlName());
        second.decide(user("alice"), true, "");
        assertThat(first.approval().isOpen()).isTrue();
        assertThat(fixture.context.ends).isEqualTo(1);
    }

    @Test
    void item_11_hostile_text_is_kept_as_it_is_and_nowhere_as_markup() throws Exception {
        String hostile = "<img src=x onerror=alert(1)> \"]]>&\u0001 javascript:alert(1)";
        ApprovalAction action = fixture.start(new ApprovalGateStep());

        action.decide(user("alice"), true, hostile);
        fixture.restart(GateFixture.save(fixture.gate));

        assertThat(fixture.action().approval().votes().get(0).reason()).isEqualTo(hostile);
        assertThat(Files.readString(home.resolve("jobs/shop/builds/1/build.xml")))
                .doesNotContain("<img");
    }

    private interface Change {
        void to(ApprovalGateStep step);
    }

    private void assertRefused(Change change, String... words) {
        ApprovalGateStep step = new ApprovalGateStep();
        change.to(step);
        assertThatThrownBy(() -> step.start(new GateContext(fixture.build())))
                .isInstanceOf(AbortException.class)
                .message()
                .startsWith("approvalGate: ")
                .contains(words);
    }

    private static void assertPlain(Object value) {
        if (value instanceof Map<?, ?> map) {
            assertThat(map).isExactlyInstanceOf(LinkedHashMap.class);
            map.values().forEach(ApprovalGateTest::assertPlain);
        } else if (value instanceof Collection<?> list) {
            assertThat(list).isExactlyInstanceOf(ArrayList.class);
            list.forEach(ApprovalGateTest::assertPlain);
        } else if (value != null) {
            assertThat(value).isInstanceOfAny(String.class, Boolean.class, Number.class);
        }
    }

    private static Refusal refusal(VoteResult result) {
        return ((VoteResult.Refused) result).refusal();
    }

    private static Approver approver(String user, String group, int count) {
        Approver approver = new Approver();
        approver.setUser(user);
        approver.setGroup(group);
        approver.setCount(count);
        return approver;
    }

    /** Something that approvers look at. */
    private static final class Report extends DeliveryReport {
        Report() {
            super("security-scan", "");
        }

        void say(GateFixture fixture, ReportVerdict verdict, String headline) throws Exception {
            publish(fixture.build(), verdict, headline, List.of(), Map.of("headline", headline));
        }

        @Override
        public String getTitle() {
            return "Security scan";
        }

        @Override
        public String getIconFileName() {
            return null;
        }
    }
}
