package io.jenkins.plugins.delivery.jenkinsapi;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.EnvVars;
import hudson.model.Result;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.delivery.jenkinsapi.binding.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import jenkins.model.CauseOfInterruption;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.FailureHandler;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.MissingContextVariableException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.jenkinsci.plugins.workflow.steps.SynchronousResumeNotSupportedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepExecutionsTest {
    private final RecordingContext context = new RecordingContext();

    @TempDir
    Path home;

    private LocalJenkins controller;

    @BeforeEach
    void start() throws IOException {
        controller = LocalJenkins.start(home);
    }

    @AfterEach
    void stop() {
        controller.close();
    }

    private Object outcome() throws Exception {
        return context.outcome().get(10, TimeUnit.SECONDS);
    }

    private Throwable failure() throws Exception {
        try {
            throw new AssertionError("ended well: " + outcome());
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    @Test
    void aSynchronousStepEndsBeforeItsStartReturns() throws Exception {
        assertThat(StepExecutions.synchronous(context, done -> 42).start()).isTrue();
        assertThat(context.outcome()).isCompletedWithValue(42);
    }

    @Test
    void anErrorOfASynchronousStepEndsIt() throws Exception {
        assertThat(StepExecutions.synchronousVoid(context, done -> {
                            throw new IOException("no");
                        })
                        .start())
                .isTrue();
        assertThat(failure()).isInstanceOf(IOException.class).hasMessage("no");
    }

    @Test
    void aNonBlockingStepRunsElsewhereForTheSameUser() throws Exception {
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            StepExecution execution = StepExecutions.synchronousNonBlocking(
                    context,
                    done -> Thread.currentThread().getName() + " "
                            + Jenkins.getAuthentication2().getName());
            assertThat(execution.start()).isFalse();
        }
        assertThat(outcome()).asString().startsWith("step execution").endsWith("SYSTEM");
    }

    @Test
    void aNonBlockingStepThatIsStoppedFailsWithTheCause() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        StepExecution execution = StepExecutions.synchronousNonBlockingVoid(context, done -> {
            running.countDown();
            new CountDownLatch(1).await();
        });
        execution.start();
        running.await();
        FlowInterruptedException stop =
                new FlowInterruptedException(Result.ABORTED, new CauseOfInterruption.UserInterruption("alice"));
        execution.stop(stop);
        assertThat(failure()).isSameAs(stop);
    }

    @Test
    void aNonBlockingStepCannotContinueAfterARestart() throws Exception {
        StepExecutions.synchronousNonBlockingVoid(context, done -> {}).onResume();
        assertThat(failure()).isInstanceOf(SynchronousResumeNotSupportedException.class);
    }

    @Test
    void aBlockEndsAsItsBodyDoes() throws Exception {
        EnvironmentExpander expander = EnvironmentExpander.constant(Map.of("A", "1"));
        assertThat(StepExecutions.block(context, (at, body) -> body.withContexts(expander))
                        .start())
                .isFalse();
        assertThat(outcome()).isEqualTo("of the body");
        assertThat(context.givenToBody()).containsExactly(expander);
    }

    @Test
    void whatFollowsABodyRunsBeforeTheStepEnds() throws Exception {
        IllegalStateException broken = new IllegalStateException("body");
        context.failingBody(broken);
        new WithTail(context).start();
        assertThat(failure()).isSameAs(broken);
        assertThat(broken.getSuppressed()).singleElement().asString().contains("tail");
    }

    private static final class WithTail extends GeneralNonBlockingStepExecution {
        private static final long serialVersionUID = 1;

        WithTail(StepContext context) {
            super(context);
        }

        @Override
        public boolean start() {
            run(() -> getContext().newBodyInvoker().withCallback(new Tail()).start());
            return false;
        }

        private final class Tail extends TailCall {
            private static final long serialVersionUID = 1;

            @Override
            protected void finished(StepContext ended) throws Exception {
                throw new IOException("tail");
            }
        }
    }

    @Test
    void aTailCallHandsOnTheResult() throws Exception {
        new BodyExecutionCallback.TailCall() {
            private static final long serialVersionUID = 1;

            @Override
            protected void finished(StepContext ended) {
                ended.setResult(Result.UNSTABLE);
            }
        }.onSuccess(context, "result");
        assertThat(outcome()).isEqualTo("result");
        assertThat(context.givenToBody()).containsExactly(Result.UNSTABLE);
    }

    @Test
    void environmentsAreMergedFromTheOutsideIn() throws Exception {
        EnvironmentExpander merged = EnvironmentExpander.merge(
                EnvironmentExpander.constant(Map.of("A", "outer", "B", "outer")),
                EnvironmentExpander.constant(Map.of("B", "inner")));
        assertThat(EnvironmentExpander.getEffectiveEnvironment(new EnvVars(), new EnvVars("C", "job"), merged))
                .containsOnly(Map.entry("A", "outer"), Map.entry("B", "inner"), Map.entry("C", "job"));
        assertThat(EnvironmentExpander.merge(null, merged)).isSameAs(merged);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(new MissingContextVariableException(hudson.FilePath.class, new Sample.DescriptorImpl()))
                .hasMessage("Required context class hudson.FilePath is missing");
    }

    @Test
    void errorsCanBeChangedOnTheirWayOut() {
        FailureHandler masking =
                (at, failure) -> new IOException(failure.getMessage().replace("hunter2", "****"));
        FailureHandler handler = FailureHandler.merge(null, masking);
        assertThat(handler.handle(context, new IOException("hunter2 is wrong"))).hasMessage("**** is wrong");
        IOException untouched = new IOException("x");
        assertThat(FailureHandler.apply(context, untouched)).isSameAs(untouched);
    }
}
