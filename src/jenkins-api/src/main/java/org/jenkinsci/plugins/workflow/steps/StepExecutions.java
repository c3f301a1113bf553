package org.jenkinsci.plugins.workflow.steps;

/** Executions made of functions. */
public class StepExecutions {
    private StepExecutions() {}

    /** Runs on the thread of the program; must be quick. */
    public static StepExecution synchronous(StepContext context, SynchronousBody body) {
        return new FunctionExecutions.Synchronous(context, body);
    }

    public static StepExecution synchronousVoid(StepContext context, SynchronousBodyVoid body) {
        return synchronous(context, body.asReturn());
    }

    /** Runs on a thread of its own; fails when the controller is restarted meanwhile. */
    public static StepExecution synchronousNonBlocking(StepContext context, SynchronousBody body) {
        return new FunctionExecutions.NonBlocking(context, body);
    }

    public static StepExecution synchronousNonBlockingVoid(StepContext context, SynchronousBodyVoid body) {
        return synchronousNonBlocking(context, body.asReturn());
    }

    /** Configures the body, which is then run; the step ends as its body does. */
    public static StepExecution block(StepContext context, BlockBody body) {
        return new FunctionExecutions.Block(context, body);
    }

    /** Prepares a body. */
    @FunctionalInterface
    public interface BlockBody {
        void call(StepContext context, BodyInvoker invoker) throws Exception;
    }

    /** Has a result. */
    @FunctionalInterface
    public interface SynchronousBody {
        Object call(StepContext context) throws Exception;
    }

    /** Has none. */
    @FunctionalInterface
    public interface SynchronousBodyVoid {
        void call(StepContext context) throws Exception;

        default SynchronousBody asReturn() {
            return context -> {
                call(context);
                return null;
            };
        }
    }
}
