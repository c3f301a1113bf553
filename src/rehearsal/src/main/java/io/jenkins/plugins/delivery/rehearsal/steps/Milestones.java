package io.jenkins.plugins.delivery.rehearsal.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.InvisibleAction;
import hudson.model.Result;
import hudson.model.Run;
import java.util.Optional;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** How far a build has come among the milestones of its job. */
final class Milestones extends InvisibleAction {
    private int passed = -1;

    static Milestones of(Run<?, ?> run) {
        synchronized (run) {
            Milestones own = run.getAction(Milestones.class);
            if (own == null) {
                own = new Milestones();
                run.addAction(own);
            }
            return own;
        }
    }

    /** The ordinal of the next milestone: the one that is given, or the one after the last. */
    synchronized int next(@CheckForNull Integer ordinal) throws AbortException {
        if (ordinal == null) {
            return passed + 1;
        }
        if (ordinal <= passed) {
            throw new AbortException("Invalid ordinal " + ordinal + ", as the previous one was " + passed);
        }
        return ordinal;
    }

    void pass(int ordinal, Run<?, ?> run) throws FlowInterruptedException {
        Optional<? extends Run<?, ?>> newer = run.getParent().getBuilds().stream()
                .filter(other -> other.getNumber() > run.getNumber() && hasPassed(other, ordinal))
                .findFirst();
        if (newer.isPresent()) {
            throw new FlowInterruptedException(
                    Result.NOT_BUILT, new Superseded(newer.get().getDisplayName()));
        }
        synchronized (this) {
            passed = ordinal;
        }
    }

    private static boolean hasPassed(Run<?, ?> run, int ordinal) {
        Milestones other = run.getAction(Milestones.class);
        return other != null && other.reached(ordinal);
    }

    private synchronized boolean reached(int ordinal) {
        return passed >= ordinal;
    }

    /** A newer build was faster. */
    static final class Superseded extends CauseOfInterruption {
        private static final long serialVersionUID = 1;

        private final String build;

        Superseded(String build) {
            this.build = build;
        }

        @Override
        public String getShortDescription() {
            return "Superseded by " + build;
        }
    }
}
