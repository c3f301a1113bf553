package io.jenkins.plugins.delivery.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.ListenableFuture;
import hudson.model.Result;
import hudson.model.TaskListener;
import hudson.util.StreamTaskListener;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.flow.GraphListener;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.junit.jupiter.api.Test;

class StepLogTest {
    private final ByteArrayOutputStream ofTheBuild = new ByteArrayOutputStream();
    private final ByteArrayOutputStream ofTheStep = new ByteArrayOutputStream();
    private boolean finished;

    @Test
    void a_step_writes_to_its_own_log() throws Exception {
        new StepLog(new Context()).listener().getLogger().print("checked");

        assertThat(ofTheStep).hasToString("checked");
        assertThat(ofTheBuild.size()).isZero();
    }

    @Test
    void what_a_step_says_that_counts_as_finished_is_not_in_the_log_of_the_build_where_no_secret_is_hidden()
            throws Exception {
        finished = true;
        StepLog log = new StepLog(new Context());

        log.listener().getLogger().println("token=s3cr3t");
        log.listener().getLogger().println("token=s3cr3t");

        assertThat(ofTheStep.size()).isZero();
        assertThat(ofTheBuild.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("The step goes on")
                .doesNotContain("s3cr3t");
    }

    private final class Context extends StepContext {
        private static final long serialVersionUID = 1L;

        @Override
        public <T> T get(Class<T> key) throws IOException {
            if (key == FlowExecution.class) {
                return key.cast(new Flow());
            }
            if (finished) {
                throw new IOException("cannot start writing logs to a finished node");
            }
            return key.cast(new StreamTaskListener(ofTheStep, StandardCharsets.UTF_8));
        }

        @Override
        public void onSuccess(Object result) {}

        @Override
        public void onFailure(Throwable problem) {}

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public ListenableFuture<Void> saveState() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setResult(Result worst) {}

        @Override
        public BodyInvoker newBodyInvoker() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    private final class Owner extends FlowExecutionOwner {
        private static final long serialVersionUID = 1L;

        @Override
        public FlowExecution get() {
            return new Flow();
        }

        @Override
        public File getRootDir() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getUrl() {
            return "job/shop/1/";
        }

        @Override
        public TaskListener getListener() {
            return new StreamTaskListener(ofTheBuild, StandardCharsets.UTF_8);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    private final class Flow extends FlowExecution {
        @Override
        public void start() {}

        @Override
        public FlowExecutionOwner getOwner() {
            return new Owner();
        }

        @Override
        public List<FlowNode> getCurrentHeads() {
            return List.of();
        }

        @Override
        public boolean isCurrentHead(FlowNode node) {
            return false;
        }

        @Override
        public void interrupt(Result result, CauseOfInterruption... causes) {}

        @Override
        public void addListener(GraphListener listener) {}

        @Override
        public FlowNode getNode(String id) {
            return null;
        }
    }
}
