package org.jenkinsci.plugins.workflow.steps;

/** The executions behind {@link StepExecutions}; the functions are not saved with the program. */
final class FunctionExecutions {
    private FunctionExecutions() {}

    static final class Synchronous extends SynchronousStepExecution<Object> {
        private static final long serialVersionUID = 1;
        private final transient StepExecutions.SynchronousBody body;

        Synchronous(StepContext context, StepExecutions.SynchronousBody body) {
            super(context);
            this.body = body;
        }

        @Override
        protected Object run() throws Exception {
            return body.call(getContext());
        }
    }

    static final class NonBlocking extends SynchronousNonBlockingStepExecution<Object> {
        private static final long serialVersionUID = 1;
        private final transient StepExecutions.SynchronousBody body;

        NonBlocking(StepContext context, StepExecutions.SynchronousBody body) {
            super(context);
            this.body = body;
        }

        @Override
        protected Object run() throws Exception {
            return body.call(getContext());
        }
    }

    static final class Block extends StepExecution {
        private static final long serialVersionUID = 1;
        private final transient StepExecutions.BlockBody body;
        private BodyExecution execution;

        Block(StepContext context, StepExecutions.BlockBody body) {
            super(context);
            this.body = body;
        }

        @Override
        public boolean start() throws Exception {
            BodyInvoker invoker = getContext().newBodyInvoker();
            body.call(getContext(), invoker);
            execution = invoker.withCallback(BodyExecutionCallback.wrap(getContext()))
                    .start();
            return false;
        }

        @Override
        public void stop(Throwable cause) throws Exception {
            if (execution == null || !execution.cancel(cause)) {
                super.stop(cause);
            }
        }
    }
}
