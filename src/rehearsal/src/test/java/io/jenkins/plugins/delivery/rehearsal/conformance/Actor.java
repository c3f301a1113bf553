package io.jenkins.plugins.delivery.rehearsal.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRun;
import io.jenkins.plugins.delivery.rehearsal.steps.input.InputRefused;
import io.jenkins.plugins.delivery.rehearsal.steps.input.PendingInput;
import io.jenkins.plugins.delivery.rehearsal.steps.input.PendingInputs;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Does what people did while a build was recorded. */
final class Actor {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final int PATIENCE = 3000;

    private final PipelineRun run;
    private final VirtualClock clock;
    private final Deque<RecordedAction> script = new ArrayDeque<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private int looks;

    Actor(PipelineRun run, VirtualClock clock, JsonNode actions) {
        this.run = run;
        this.clock = clock;
        actions.forEach(each -> script.add(RecordedAction.of(each)));
    }

    void begin() {
        if (!script.isEmpty()) {
            run.whenLogged(line -> {
                synchronized (lines) {
                    lines.add(line.text());
                }
            });
            clock.schedule(LOOK_AGAIN, this::look);
        }
    }

    List<String> differences() {
        return differences;
    }

    private void look() {
        RecordedAction next = script.peek();
        if (next == null || run.isDone() || looks++ > PATIENCE) {
            return;
        }
        if (isTime(next)) {
            script.poll();
            clock.schedule(next.after(), () -> {
                act(next);
                clock.schedule(LOOK_AGAIN, this::look);
            });
        } else {
            clock.schedule(LOOK_AGAIN, this::look);
        }
    }

    private boolean isTime(RecordedAction action) {
        if (action.log() != null) {
            synchronized (lines) {
                return lines.stream()
                                .filter(line -> line.contains(action.log()))
                                .count()
                        >= action.count();
            }
        }
        return action.input() == null || input(action).isPresent();
    }

    private Optional<PendingInput> input(RecordedAction action) {
        return PendingInputs.of(run.build()).byId(action.input());
    }

    private void act(RecordedAction action) {
        String outcome = "HTTP 200";
        try {
            switch (action.what()) {
                case "approve", "submit" -> input(action).orElseThrow().proceed(action.user(), action.values());
                case "abortInput" -> input(action).orElseThrow().abort(action.user());
                case "abort" -> run.abort(action.user());
                case "term" -> run.terminate(action.user());
                case "kill9-restart", "soft-restart" -> run.kill();
                default -> throw new IllegalArgumentException(action.what());
            }
        } catch (InputRefused refused) {
            outcome = "HTTP 400: " + refused.getMessage();
        }
        if (action.outcome().startsWith("HTTP") && !action.outcome().equals(outcome)) {
            differences.add("action " + action.what() + " gave " + outcome + " instead of " + action.outcome());
        }
    }
}
