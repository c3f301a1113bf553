package io.jenkins.plugins.delivery.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.InvisibleAction;
import hudson.model.Result;
import hudson.model.Run;

/**
 * What the first failing stage made of the result of its build. A stage that runs beside it, and does not fail, reacts to what the result
 * was before: the failure of a branch is not that of the others.
 */
final class FailedStage extends InvisibleAction {
    @CheckForNull
    private final String before;

    private final String after;

    private FailedStage(@CheckForNull Result before, Result after) {
        this.before = before == null ? null : before.toString();
        this.after = after.toString();
    }

    static void note(Run<?, ?> run, Result result) {
        if (run.getAction(FailedStage.class) == null) {
            run.addAction(new FailedStage(run.getResult(), result));
        }
        run.setResult(result);
    }

    /** The result as a stage without a failure of its own sees it. */
    @CheckForNull
    static Result seenByOthers(Run<?, ?> run) {
        FailedStage failed = run.getAction(FailedStage.class);
        Result now = run.getResult();
        if (failed == null || now == null || !failed.after.equals(now.toString())) {
            return now;
        }
        return failed.before == null ? null : Result.fromString(failed.before);
    }
}
