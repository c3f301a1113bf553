package io.jenkins.plugins.delivery.engine.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.analysis.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Collects what is to be different in a copy of a {@link RolloutState}. */
final class StateCopy {
    private static final int VERDICTS_KEPT = 500;

    private final RolloutState of;
    private Phase phase;
    private Instant since;
    private Facts facts;
    private int step;
    private int weight;
    private Instant trafficSince;
    private Ending ending;
    private String abort;
    private BodyCheck body;
    private Observation observation;
    private Trouble trouble;
    private String waitingFor;
    private List<Transition> transitions;
    private List<Verdict> verdicts;
    private List<String> recovery;
    private Instant deadline;
    private List<RolloutDecision> decisions;
    private Instant backSince;

    StateCopy(RolloutState of) {
        this.of = of;
        phase = of.phase();
        since = of.since();
        facts = of.facts();
        step = of.step();
        weight = of.weight();
        trafficSince = of.trafficSince();
        ending = of.ending();
        abort = of.abort();
        body = of.body();
        observation = of.observation();
        trouble = of.trouble();
        waitingFor = of.waitingFor();
        transitions = of.transitions();
        verdicts = of.verdicts();
        recovery = of.recovery();
        deadline = of.deadline();
        decisions = of.decisions();
        backSince = of.backSince();
    }

    StateCopy at(Phase value, Instant now) {
        phase = value;
        since = now;
        trouble = null;
        return this;
    }

    StateCopy facts(Facts value) {
        facts = value;
        return this;
    }

    StateCopy step(int value) {
        step = value;
        return this;
    }

    /** The first weight above 0 starts the warm-up. */
    StateCopy weight(int value, Instant now) {
        weight = value;
        trafficSince = trafficSince == null && value > 0 ? now : trafficSince;
        return this;
    }

    StateCopy ending(Ending value) {
        ending = value;
        return this;
    }

    StateCopy abort(String value) {
        abort = value;
        return this;
    }

    StateCopy body(BodyCheck value) {
        body = value;
        return this;
    }

    StateCopy observation(Observation value) {
        observation = value;
        return this;
    }

    StateCopy trouble(@CheckForNull Trouble value) {
        trouble = value;
        return this;
    }

    StateCopy waitingFor(String value) {
        waitingFor = value;
        return this;
    }

    StateCopy verdicts(List<Verdict> more) {
        List<Verdict> all = new ArrayList<>(verdicts);
        all.addAll(more);
        verdicts = all.subList(Math.max(0, all.size() - VERDICTS_KEPT), all.size());
        return this;
    }

    StateCopy recovery(List<String> value) {
        recovery = value;
        return this;
    }

    StateCopy deadline(Instant value) {
        deadline = value;
        return this;
    }

    StateCopy decisions(List<RolloutDecision> value) {
        decisions = value;
        return this;
    }

    StateCopy backSince(@CheckForNull Instant value) {
        backSince = value;
        return this;
    }

    StateCopy transitions(List<Transition> value) {
        transitions = value;
        return this;
    }

    RolloutState build() {
        return new RolloutState(
                phase,
                since,
                of.startedAt(),
                deadline,
                facts,
                step,
                weight,
                trafficSince,
                ending,
                abort,
                body,
                observation,
                trouble,
                waitingFor,
                transitions,
                verdicts,
                recovery,
                decisions,
                backSince);
    }
}
