package io.jenkins.plugins.delivery.rehearsal.runtime;

import hudson.AbortException;
import hudson.model.Result;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** A failure as the graph remembers it over a restart: kind, message and causes, not the objects it drags along. */
record SavedError(String type, String message, Result result, ArrayList<CauseOfInterruption> causes)
        implements Serializable {
    static SavedError of(Throwable error) {
        if (error instanceof FlowInterruptedException interrupted) {
            List<CauseOfInterruption> causes = interrupted.getCauses();
            return new SavedError("interrupted", null, interrupted.getResult(), new ArrayList<>(causes));
        }
        String kind =
                error instanceof AbortException ? "abort" : error.getClass().getName();
        return new SavedError(kind, error.getMessage(), null, null);
    }

    Throwable restore() {
        return switch (type) {
            case "interrupted" -> new FlowInterruptedException(result, causes.toArray(new CauseOfInterruption[0]));
            case "abort" -> new AbortException(message);
            default -> new Exception(message == null ? type : message);
        };
    }
}
