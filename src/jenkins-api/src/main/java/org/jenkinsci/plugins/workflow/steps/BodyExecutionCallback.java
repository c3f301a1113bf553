package org.jenkinsci.plugins.workflow.steps;

import com.google.common.util.concurrent.FutureCallback;
import java.io.Serializable;

/** Hears how the body of a step ends; saved with the program. */
public abstract class BodyExecutionCallback implements Serializable {
    private static final long serialVersionUID = 1;

    public BodyExecutionCallback() {}

    public void onStart(StepContext context) {}

    public abstract void onSuccess(StepContext context, Object result);

    public abstract void onFailure(StepContext context, Throwable t);

    /** Hands the end on as it is. */
    public static BodyExecutionCallback wrap(FutureCallback<Object> v) {
        return new Wrapper(v);
    }

    /** Does something after the body, and then ends the step as the body ended. */
    public abstract static class TailCall extends BodyExecutionCallback {
        private static final long serialVersionUID = 1;

        public TailCall() {}

        protected abstract void finished(StepContext context) throws Exception;

        @Override
        public final void onSuccess(StepContext context, Object result) {
            try {
                finished(context);
            } catch (Throwable t) {
                context.onFailure(t);
                return;
            }
            context.onSuccess(result);
        }

        @Override
        public void onFailure(StepContext context, Throwable t) {
            try {
                finished(context);
            } catch (Throwable t2) {
                t.addSuppressed(t2);
            }
            context.onFailure(t);
        }
    }

    private static final class Wrapper extends BodyExecutionCallback {
        private static final long serialVersionUID = 1;
        private final FutureCallback<Object> callback;

        Wrapper(FutureCallback<Object> callback) {
            this.callback = callback;
        }

        @Override
        public void onSuccess(StepContext context, Object result) {
            callback.onSuccess(result);
        }

        @Override
        public void onFailure(StepContext context, Throwable t) {
            callback.onFailure(t);
        }
    }
}
