package io.jenkins.plugins.delivery.steps;

import hudson.EnvVars;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Runs a block in the hands of a test: it gets the block's environment and says what is wrong, or null. */
public final class TestBody extends BodyInvoker {
    private final ManualClock clock;
    private final StepContext context;
    private final Function<EnvVars, Throwable> block;
    private final List<Object> contexts = new ArrayList<>();
    private BodyExecutionCallback callback;

    public TestBody(ManualClock clock, StepContext context, Function<EnvVars, Throwable> block) {
        this.clock = clock;
        this.context = context;
        this.block = block;
    }

    @Override
    public BodyInvoker withContext(Object one) {
        contexts.add(one);
        return this;
    }

    @Override
    public BodyInvoker withDisplayName(String name) {
        return this;
    }

    @Override
    public BodyInvoker withCallback(BodyExecutionCallback one) {
        callback = one;
        return this;
    }

    @Override
    public BodyExecution start() {
        clock.io().execute(this::run);
        return new Running();
    }

    private void run() {
        EnvVars variables = new EnvVars();
        try {
            for (Object one : contexts) {
                if (one instanceof EnvironmentExpander expander) {
                    expander.expand(variables);
                }
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        Throwable problem = block.apply(variables);
        if (problem == null) {
            callback.onSuccess(context, null);
        } else {
            callback.onFailure(context, problem);
        }
    }

    /** A block that is under way; unlike that of a real program it does not survive a restart. */
    private static final class Running extends BodyExecution {
        private static final long serialVersionUID = 1L;

        private Object writeReplace() {
            return null;
        }

        @Override
        public Collection<StepExecution> getCurrentExecutions() {
            return List.of();
        }

        @Override
        public boolean cancel(Throwable why) {
            return true;
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public Object get() {
            return null;
        }

        @Override
        public Object get(long timeout, TimeUnit unit) {
            return null;
        }
    }
}
