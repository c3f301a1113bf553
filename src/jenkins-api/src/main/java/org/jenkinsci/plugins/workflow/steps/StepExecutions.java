package org.jenkinsci.plugins.workflow.steps;

public class StepExecutions {
    public static StepExecution synchronous(StepContext stepContext, StepExecutions.SynchronousBody synchronousBody) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static StepExecution synchronousVoid(
            StepContext stepContext, StepExecutions.SynchronousBodyVoid synchronousBodyVoid) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static StepExecution synchronousNonBlocking(
            StepContext stepContext, StepExecutions.SynchronousBody synchronousBody) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static StepExecution synchronousNonBlockingVoid(
            StepContext stepContext, StepExecutions.SynchronousBodyVoid synchronousBodyVoid) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static StepExecution block(StepContext stepContext, StepExecutions.BlockBody blockBody) {
        throw new UnsupportedOperationException("unwritten");
    }

    public interface BlockBody {
        public void call(StepContext stepContext, BodyInvoker bodyInvoker) throws Exception;
    }

    public interface SynchronousBody {
        public Object call(StepContext stepContext) throws Exception;
    }

    public interface SynchronousBodyVoid {
        public void call(StepContext stepContext) throws Exception;

        public default StepExecutions.SynchronousBody asReturn() {
            throw new UnsupportedOperationException("unwritten");
        }
    }
}
