package io.jenkins.plugins.delivery.rehearsal.runtime;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Action;
import hudson.model.Result;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.actions.WarningAction;

/** What is known of one node of the graph. */
final class NodeState implements Serializable {
    private static final long serialVersionUID = 1;

    /** What a node stands for. */
    enum Kind {
        START,
        END,
        ATOM,
        STEP_START,
        STEP_END,
        BODY_START,
        BODY_END
    }

    final String id;
    final Kind kind;
    final String function;

    @CheckForNull
    final String label;

    final List<String> parents;
    /** The block around this node; for the end of a block, the one around that. */
    @CheckForNull
    final String enclosing;
    /** For the end of a block its start. */
    @CheckForNull
    final String start;

    final long at;

    @CheckForNull
    volatile String end;
    /** Whether a body is a branch of {@code parallel}. */
    volatile boolean branch;

    volatile boolean skipped;
    String arguments = "";
    volatile long finishedAt;

    transient List<Action> actions = new CopyOnWriteArrayList<>();

    @CheckForNull
    private transient PipelineNode node;

    NodeState(
            String id,
            Kind kind,
            String function,
            String label,
            List<String> parents,
            String enclosing,
            String start,
            long at) {
        this.id = id;
        this.kind = kind;
        this.function = function;
        this.label = label;
        this.parents = List.copyOf(parents);
        this.enclosing = enclosing;
        this.start = start;
        this.at = at;
    }

    synchronized PipelineNode node(PipelineExecution execution) {
        if (node == null) {
            node = new PipelineNode(execution, this);
        }
        return node;
    }

    @CheckForNull
    Throwable error() {
        ErrorAction found = find(ErrorAction.class);
        return found == null ? null : found.getError();
    }

    @CheckForNull
    Result warning() {
        WarningAction found = find(WarningAction.class);
        return found == null ? null : found.getResult();
    }

    @CheckForNull
    private <T> T find(Class<T> type) {
        for (Action action : actions) {
            if (type.isInstance(action)) {
                return type.cast(action);
            }
        }
        return null;
    }

    String logLine() {
        String text = label == null ? "{" : "{ (" + label + ")";
        return "[Pipeline] "
                + switch (kind) {
                    case START -> "Start of Pipeline";
                    case END -> "End of Pipeline";
                    case ATOM, STEP_START -> function;
                    case STEP_END -> "// " + function;
                    case BODY_START -> text;
                    case BODY_END -> "}";
                };
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        Throwable error = error();
        out.writeObject(error == null ? null : SavedError.of(error));
        Result warning = warning();
        out.writeObject(warning == null ? null : warning.toString());
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        actions = new CopyOnWriteArrayList<>();
        SavedError error = (SavedError) in.readObject();
        if (error != null) {
            actions.add(new ErrorAction(error.restore()));
        }
        String warning = (String) in.readObject();
        if (warning != null) {
            actions.add(new WarningAction(Result.fromString(warning)));
        }
    }
}
