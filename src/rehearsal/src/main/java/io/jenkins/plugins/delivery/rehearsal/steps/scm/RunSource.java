package io.jenkins.plugins.delivery.rehearsal.steps.scm;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import java.util.Optional;

/** The source tree that a run's pipeline came from, kept with the run. */
public final class RunSource extends InvisibleAction {
    private final SourceTree tree;

    public RunSource(SourceTree tree) {
        this.tree = tree;
    }

    /** That of the run, empty if its pipeline was given as text. */
    public static Optional<SourceTree> of(Run<?, ?> run) {
        return Optional.ofNullable(run.getAction(RunSource.class)).map(source -> source.tree);
    }
}
