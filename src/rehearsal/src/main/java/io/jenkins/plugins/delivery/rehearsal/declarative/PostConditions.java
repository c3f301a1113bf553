package io.jenkins.plugins.delivery.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import hudson.model.Run;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/**
 * Whether a condition of {@code post} holds.
 *
 * @param now the result so far, of the build or the stage, whichever is worse
 * @param before the result of the build before, null if there is none
 */
record PostConditions(Result now, @CheckForNull Result before) {
    /** For the reactions of the pipeline. */
    static PostConditions ofPipeline(Run<?, ?> run, @CheckForNull Throwable failure) {
        return of(run, run.getResult(), failure);
    }

    /** For the reactions of one stage. */
    static PostConditions ofStage(Run<?, ?> run, @CheckForNull Throwable failure) {
        return of(run, failure == null ? FailedStage.seenByOthers(run) : run.getResult(), failure);
    }

    private static PostConditions of(Run<?, ?> run, @CheckForNull Result now, @CheckForNull Throwable failure) {
        Run<?, ?> previous = run.getPreviousCompletedBuild();
        return new PostConditions(
                worse(now, failure == null ? null : resultOf(failure)), previous == null ? null : previous.getResult());
    }

    /** What a failure makes of a build. */
    static Result resultOf(Throwable failure) {
        return failure instanceof FlowInterruptedException interrupted ? interrupted.getResult() : Result.FAILURE;
    }

    boolean holds(String condition) {
        return switch (condition) {
            case "always", "cleanup" -> true;
            case "changed" -> !now.equals(before);
            case "fixed" -> now == Result.SUCCESS && (before == Result.FAILURE || before == Result.UNSTABLE);
            case "regression" -> before != null && now.isWorseThan(before) && now != Result.NOT_BUILT;
            case "aborted" -> now == Result.ABORTED;
            case "success" -> now == Result.SUCCESS;
            case "unsuccessful" -> now != Result.SUCCESS;
            case "unstable" -> now == Result.UNSTABLE;
            case "failure" -> now == Result.FAILURE;
            case "notBuilt" -> now == Result.NOT_BUILT;
            default -> throw new IllegalArgumentException("No such condition: " + condition);
        };
    }

    private static Result worse(@CheckForNull Result one, @CheckForNull Result other) {
        Result first = one == null ? Result.SUCCESS : one;
        return other != null && other.isWorseThan(first) ? other : first;
    }
}
