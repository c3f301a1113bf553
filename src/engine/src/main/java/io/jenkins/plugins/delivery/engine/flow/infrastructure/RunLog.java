package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import io.jenkins.plugins.delivery.engine.flow.Reading;
import io.jenkins.plugins.delivery.engine.flow.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts together what became of each resource. */
final class RunLog {
    private static final int LAST_LINES = 5;

    private enum State {
        PLANNED("not done", Row.Tone.WARNING),
        STARTED("begun, end unknown", Row.Tone.DANGER),
        DONE("done", Row.Tone.GOOD),
        FAILED("failed", Row.Tone.DANGER);

        private final String words;
        private final Row.Tone tone;

        State(String words, Row.Tone tone) {
            this.words = words;
            this.tone = tone;
        }
    }

    private record Key(String address, String action) {}

    private final Map<Key, State> states = new LinkedHashMap<>();
    private final Set<Diagnostic> complaints = new LinkedHashSet<>();
    private final List<String> texts = new ArrayList<>();
    private final TextDiagnostics boxes = new TextDiagnostics();

    /** A replacement is planned as one and done as two. */
    void planned(String address, String action) {
        if (action.equals("replace")) {
            states.putIfAbsent(new Key(address, "delete"), State.PLANNED);
            states.putIfAbsent(new Key(address, "create"), State.PLANNED);
        } else if (!action.equals("noop") && !action.equals("read") && !action.equals("move")) {
            states.putIfAbsent(new Key(address, action), State.PLANNED);
        }
    }

    void started(String address, String action) {
        states.put(new Key(address, action), State.STARTED);
    }

    void done(String address, String action) {
        states.put(new Key(address, action), State.DONE);
    }

    void failed(String address, String action) {
        states.put(new Key(address, action), State.FAILED);
    }

    void complaint(Diagnostic diagnostic) {
        complaints.add(diagnostic);
    }

    void text(String line) {
        boxes.line(line).ifPresent(complaints::add);
        if (!line.isBlank()) {
            texts.add(line);
            if (texts.size() > LAST_LINES) {
                texts.remove(0);
            }
        }
    }

    Reading reading(int exitCode) {
        boxes.end().ifPresent(complaints::add);
        Reading.Draft draft = Reading.draft("Resource", "Action", "What became of it");
        boolean failed = exitCode != 0 || complaints.stream().anyMatch(Diagnostic::error);
        boolean begun = states.values().stream().anyMatch(state -> state != State.PLANNED);
        for (Map.Entry<Key, State> entry : states.entrySet()) {
            State state = entry.getValue();
            Row.Tone tone = state == State.PLANNED && !begun && !failed ? Row.Tone.NORMAL : state.tone;
            String words = state == State.PLANNED && !begun && !failed ? "planned" : state.words;
            draft.row(tone, entry.getKey().address(), entry.getKey().action(), words);
        }
        draft.count("done", "done", count(State.DONE))
                .count("failed", "failed", count(State.FAILED) + count(State.STARTED))
                .count("notDone", "not done", count(State.PLANNED))
                .count(
                        "errors",
                        "errors",
                        complaints.stream().filter(Diagnostic::error).count());
        tell(draft, exitCode);
        if (failed && begun) {
            draft.sentence(
                    "What was done is in the state: plan again when the reason is gone, and only the rest is planned.");
        }
        return draft.summary(summary(failed, begun));
    }

    private void tell(Reading.Draft draft, int exitCode) {
        for (Diagnostic complaint : complaints) {
            if (complaint.error()) {
                draft.failure(complaint.words());
            } else {
                draft.sentence(complaint.words());
            }
            complaint.advice().ifPresent(draft::sentence);
        }
        if (exitCode != 0 && complaints.stream().noneMatch(Diagnostic::error)) {
            draft.failure("Ended with exit code " + exitCode + ": "
                    + (texts.isEmpty() ? "without saying why" : String.join(" ", texts)));
        }
    }

    private String summary(boolean failed, boolean begun) {
        if (!begun) {
            return failed ? "Nothing was changed" : count(State.PLANNED) + " changes planned";
        }
        return count(State.DONE) + " done, " + (count(State.FAILED) + count(State.STARTED)) + " failed, "
                + count(State.PLANNED) + " not done";
    }

    private long count(State wanted) {
        return states.values().stream().filter(state -> state == wanted).count();
    }
}
