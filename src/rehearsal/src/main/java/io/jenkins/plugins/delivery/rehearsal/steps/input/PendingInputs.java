package io.jenkins.plugins.delivery.rehearsal.steps.input;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The questions of a run that wait for an answer. Steps that wait announce themselves again after a restart. */
public final class PendingInputs extends InvisibleAction {
    private transient List<PendingInput> open;

    /** Those of this run; the same object as long as the run is in memory. */
    public static PendingInputs of(Run<?, ?> run) {
        synchronized (run) {
            PendingInputs action = run.getAction(PendingInputs.class);
            if (action == null) {
                action = new PendingInputs();
                run.addAction(action);
            }
            return action;
        }
    }

    public List<PendingInput> all() {
        return List.copyOf(open());
    }

    /** The question of that id; ids begin with a capital letter, however the pipeline writes them. */
    public Optional<PendingInput> byId(String id) {
        return open().stream().filter(input -> input.id().equals(id)).findFirst();
    }

    void add(PendingInput input) {
        open().add(input);
    }

    void remove(PendingInput input) {
        open().remove(input);
    }

    private synchronized List<PendingInput> open() {
        if (open == null) {
            open = new CopyOnWriteArrayList<>();
        }
        return open;
    }
}
