package org.jenkinsci.plugins.workflow.steps;

import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.CauseOfInterruption;
import jenkins.model.InterruptedBuildAction;

/** A flow was stopped, by somebody or something, with a result. */
public final class FlowInterruptedException extends InterruptedException {
    private static final long serialVersionUID = 1;
    private final Result result;
    private final List<CauseOfInterruption> causes;
    private boolean actualInterruption;

    public FlowInterruptedException(Result result, CauseOfInterruption... causes) {
        this(result, true, causes);
    }

    public FlowInterruptedException(Result result, boolean actualInterruption, CauseOfInterruption... causes) {
        this.result = result;
        this.causes = new ArrayList<>(List.of(causes));
        this.actualInterruption = actualInterruption;
    }

    public Result getResult() {
        return result;
    }

    public List<CauseOfInterruption> getCauses() {
        return List.copyOf(causes);
    }

    /** Whether the build as a whole was asked to stop. */
    public boolean isActualInterruption() {
        return actualInterruption;
    }

    public void setActualInterruption(boolean actualInterruption) {
        this.actualInterruption = actualInterruption;
    }

    @Override
    public String getMessage() {
        return causes.isEmpty() ? null : String.join(", ", descriptions());
    }

    private List<String> descriptions() {
        return causes.stream().map(CauseOfInterruption::getShortDescription).toList();
    }

    /** Records the causes on the run and prints them. */
    public void handle(Run<?, ?> run, TaskListener listener) {
        InterruptedBuildAction known = run.getAction(InterruptedBuildAction.class);
        List<CauseOfInterruption> all = new ArrayList<>(known == null ? List.of() : known.getCauses());
        for (CauseOfInterruption each : causes) {
            if (!all.contains(each)) {
                all.add(each);
                each.print(listener);
            }
        }
        if (!all.isEmpty()) {
            run.addOrReplaceAction(new InterruptedBuildAction(all));
        }
    }
}
