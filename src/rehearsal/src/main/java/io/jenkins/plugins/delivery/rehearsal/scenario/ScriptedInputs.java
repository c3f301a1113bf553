package io.jenkins.plugins.delivery.rehearsal.scenario;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.argument.Wildcard;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.runtime.RunObserver;
import io.jenkins.plugins.delivery.rehearsal.scenario.Scenario.Input;
import io.jenkins.plugins.delivery.rehearsal.steps.input.InputRefused;
import io.jenkins.plugins.delivery.rehearsal.steps.input.PendingInput;
import io.jenkins.plugins.delivery.rehearsal.steps.input.PendingInputs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jenkins.model.Jenkins;

/** Lets people answer {@code input} steps as the scenario says. A question that it does not mention is answered with yes. */
final class ScriptedInputs implements RunObserver {
    private static final Duration NOTICE = Duration.ofSeconds(1);

    private final VirtualClock clock;
    private final List<String> people;
    private final List<Input> left;
    private final Set<String> noticed = new HashSet<>();
    private final List<String> refused = new ArrayList<>();

    /** @param people who may be asked when the scenario names nobody */
    ScriptedInputs(VirtualClock clock, List<String> people, List<Input> script) {
        this.clock = clock;
        this.people = people;
        this.left = new ArrayList<>(script);
    }

    @Override
    public void stepStarted(String id, @CheckForNull String stageId, String function, String summary, Instant at) {
        if (function.equals("input")) {
            clock.schedule(NOTICE, this::notice);
        }
    }

    private synchronized void notice() {
        for (PendingInput question : open()) {
            if (noticed.add(question.id())) {
                Input answer = next(question.message());
                if (!answer.decision().equals("silence")) {
                    clock.schedule(answer.after().minus(NOTICE), () -> answer(question.id(), answer));
                }
            }
        }
    }

    private Input next(String message) {
        Optional<Input> found = left.stream()
                .filter(one -> one.message().isEmpty() || new Wildcard(one.message()).matches(message))
                .findFirst();
        found.ifPresent(left::remove);
        return found.orElse(new Input("", "", "proceed", Map.of(), Duration.ofSeconds(10)));
    }

    /** The controller may have been restarted since: the question is looked up again. */
    private void answer(String id, Input how) {
        for (PendingInput question : open()) {
            if (question.id().equals(id)) {
                answer(question, how);
            }
        }
    }

    private void answer(PendingInput question, Input how) {
        List<String> candidates = how.by().isEmpty() ? people : List.of(how.by());
        for (String person : candidates) {
            try {
                if (how.decision().equals("abort")) {
                    question.abort(person);
                } else {
                    question.proceed(person, how.parameters());
                }
                return;
            } catch (InputRefused e) {
                synchronized (this) {
                    refused.add("The input \"" + question.message() + "\" was not answered by " + person + ": "
                            + e.getMessage());
                }
            }
        }
    }

    /** Answers that did not count, one sentence each. */
    synchronized List<String> refused() {
        return List.copyOf(refused);
    }

    private static List<PendingInput> open() {
        List<PendingInput> all = new ArrayList<>();
        Jenkins jenkins = Jenkins.getInstanceOrNull();
        if (jenkins != null) {
            jenkins.getItems().stream()
                    .filter(Job.class::isInstance)
                    .map(job -> ((Job<?, ?>) job).getLastBuild())
                    .filter(build -> build != null)
                    .map(build -> PendingInputs.of((Run<?, ?>) build))
                    .forEach(inputs -> all.addAll(inputs.all()));
        }
        return all;
    }
}
