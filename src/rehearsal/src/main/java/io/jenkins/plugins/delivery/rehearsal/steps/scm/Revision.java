package io.jenkins.plugins.delivery.rehearsal.steps.scm;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.InvisibleAction;
import hudson.model.Run;

/** The commit that a run has checked out. */
final class Revision extends InvisibleAction {
    private final String commit;

    Revision(String commit) {
        this.commit = commit;
    }

    String commit() {
        return commit;
    }

    /** The commit of the latest build before that has checked out something. */
    @CheckForNull
    static String before(Run<?, ?> run) {
        for (Run<?, ?> previous = run.getPreviousBuild(); previous != null; previous = previous.getPreviousBuild()) {
            Revision revision = previous.getAction(Revision.class);
            if (revision != null) {
                return revision.commit();
            }
        }
        return null;
    }
}
