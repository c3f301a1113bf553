package io.jenkins.plugins.delivery.engine.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.analysis.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a rollout is: everything that the next tick needs besides the plan and the cluster. Immutable; as JSON it is
 * small and readable.
 *
 * @param phase where it is
 * @param since when it got there
 * @param startedAt when it began
 * @param deadline when it goes back unless it is through
 * @param facts what was found when it was planned; null before
 * @param step index of the weight that it is at or goes to
 * @param weight percent of traffic that the new version has
 * @param trafficSince when the new version got its first traffic
 * @param ending why it goes back; null while it goes forward
 * @param abort why somebody wants it to stop; null unless somebody does
 * @param body the pipeline's own checks; null before the first
 * @param observation how watching the metrics stands
 * @param trouble calls to the cluster that fail; null while they do not
 * @param waitingFor what it waits for, for people
 * @param transitions its story
 * @param verdicts every look at the metrics
 * @param recovery commands for a person, when it is stuck
 * @param decisions what people decided while it was under way, oldest first
 * @param backSince on the way back, since when all traffic was seen where it belongs; null before
 */
public record RolloutState(
        Phase phase,
        Instant since,
        Instant startedAt,
        Instant deadline,
        @CheckForNull Facts facts,
        int step,
        int weight,
        @CheckForNull Instant trafficSince,
        @CheckForNull Ending ending,
        @CheckForNull String abort,
        @CheckForNull BodyCheck body,
        Observation observation,
        @CheckForNull Trouble trouble,
        String waitingFor,
        List<Transition> transitions,
        List<Verdict> verdicts,
        List<String> recovery,
        List<RolloutDecision> decisions,
        @CheckForNull Instant backSince) {
    public RolloutState {
        transitions = List.copyOf(transitions);
        verdicts = List.copyOf(verdicts);
        recovery = List.copyOf(recovery);
        decisions = decisions == null ? List.of() : List.copyOf(decisions);
    }

    /** The state that a rollout begins with. */
    public static RolloutState begin(RolloutPlan plan, Instant now) {
        return new RolloutState(
                Phase.LOCK,
                now,
                now,
                now.plus(plan.timing().timeout()),
                null,
                0,
                0,
                null,
                null,
                null,
                null,
                Observation.NONE,
                null,
                "the rollout to begin",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    /** The same, with the wish to stop: the next tick turns back. Only the first wish counts. */
    public RolloutState aborted(String reason) {
        return abort != null ? this : copy().abort(reason).build();
    }

    /**
     * The same, with what somebody decided; the next tick acts on it.
     *
     * @throws IllegalArgumentException when it makes no sense now, with a sentence that says why
     */
    public RolloutState decided(RolloutPlan plan, RolloutDecision decision) {
        decision.refusal(plan, this).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        RolloutState next = copy().decisions(made().and(decision).all()).build();
        return decision.kind() == RolloutDecision.Kind.ABORT ? next.aborted(decision.words()) : next;
    }

    /** Who holds it where it is; empty while nobody does. */
    public Optional<RolloutDecision> held() {
        return made().hold();
    }

    /** Whether somebody has let it go on since it got to where it is. */
    boolean promoted() {
        return made().promotionSince(since).isPresent();
    }

    private Decisions made() {
        return new Decisions(decisions);
    }

    /** The same, with the driver having started the pipeline's checks. */
    public RolloutState bodyStarted() {
        return withBody(BodyCheck.Status.RUNNING, null);
    }

    /** The same, with checks that ran when their process died to be started again. */
    public RolloutState bodyLost() {
        return withBody(BodyCheck.Status.WANTED, null);
    }

    /** The same, with the pipeline's checks passed. */
    public RolloutState bodyPassed() {
        return withBody(BodyCheck.Status.PASSED, null);
    }

    /** The same, with the pipeline's checks failed. */
    public RolloutState bodyFailed(String reason) {
        return withBody(BodyCheck.Status.FAILED, reason);
    }

    /** Whether the driver has to start the pipeline's checks. */
    public boolean wantsBody() {
        return phase == Phase.BODY && body != null && body.status() == BodyCheck.Status.WANTED;
    }

    /** As JSON, for keeping and for people. */
    public String toJson() {
        return RolloutJson.write(this);
    }

    /** What {@link #toJson} wrote. */
    public static RolloutState fromJson(String json) {
        return RolloutJson.read(json, RolloutState.class);
    }

    private RolloutState withBody(BodyCheck.Status status, @CheckForNull String reason) {
        return body == null ? this : copy().body(body.as(status, reason)).build();
    }

    StateCopy copy() {
        return new StateCopy(this);
    }

    /** The same, on its way to retire the version before: what it waited for has come. */
    public RolloutState retiring(Instant now, String reason) {
        return at(Phase.RETIRE, now, reason);
    }

    /** The same, as if it had got to its phase just now. */
    RolloutState since(Instant now) {
        return copy().at(phase, now).build();
    }

    RolloutState at(Phase to, Instant now, String reason) {
        List<Transition> story = new ArrayList<>(transitions);
        story.add(new Transition(now, phase, to, weight, reason));
        return copy().at(to, now).transitions(story).waitingFor(reason).build();
    }
}
