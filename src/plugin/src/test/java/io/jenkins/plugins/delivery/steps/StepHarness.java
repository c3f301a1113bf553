package io.jenkins.plugins.delivery.steps;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import hudson.EnvVars;
import hudson.ExtensionList;
import hudson.FilePath;
import hudson.model.ItemGroup;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.StreamTaskListener;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJenkins;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJob;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Runs single steps on a controller of this machine, as a program would, with time in the hands of the test. */
public final class StepHarness implements AutoCloseable {
    private static StepHarness current;

    public final ManualClock clock = new ManualClock();
    public final Path workspace;
    private final LocalJenkins controller;
    private final TestJob job;
    private final Map<Class<?>, Object> context = new HashMap<>();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private byte[] saved = new byte[0];
    private CompletableFuture<Object> outcome = new CompletableFuture<>();
    private StepExecution execution;
    private int savesToLive = Integer.MAX_VALUE;
    public TestRun run;

    /** What the block of a step does, if it has one. */
    public Function<EnvVars, Throwable> block;

    public StepHarness(Path folder) throws IOException {
        workspace = Files.createDirectories(folder.resolve("workspace"));
        controller = LocalJenkins.start(folder.resolve("home"), StepHarness.class.getClassLoader());
        ExtensionList.lookup(DeliveryClock.class).clear();
        ExtensionList.lookup(DeliveryClock.class).add(clock);
        job = new TestJob(controller.jenkins(), "shop");
        current = this;
        nextBuild();
    }

    /** From here on steps run in a new build of the same job. */
    public void nextBuild() throws IOException {
        run = job.newBuild();
        context.put(Run.class, run);
        context.put(EnvVars.class, new EnvVars());
        context.put(TaskListener.class, new StreamTaskListener(log, StandardCharsets.UTF_8));
        context.put(FilePath.class, new FilePath(workspace.toFile()));
    }

    /** The step runs outside of a node. */
    public void withoutNode() {
        context.remove(FilePath.class);
    }

    public void provide(Class<?> type, Object value) {
        context.put(type, value);
    }

    public StepHarness start(Step step) throws Exception {
        outcome = new CompletableFuture<>();
        execution = step.start(new TestContext());
        execution.start();
        // The program is saved when it waits for its step.
        save();
        return this;
    }

    /** The controller is killed and comes back: only what was saved is known. */
    public void restart() throws IOException, ClassNotFoundException {
        clock.forgetEverything();
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(saved))) {
            execution = (StepExecution) in.readObject();
        }
        execution.onResume();
    }

    /** The controller dies once it has saved so often, before it does anything else, and comes back. */
    public void dieAfterSaving(int times) {
        savesToLive = times;
    }

    /** Whether it has died as {@link #dieAfterSaving} wanted it to. */
    public boolean died() {
        return savesToLive <= 0;
    }

    public void stop(Throwable cause) throws Exception {
        execution.stop(cause);
    }

    public String status() {
        return execution.getStatus();
    }

    /** Does the next thing there is to do; false when the step is over. */
    public boolean step() {
        return !outcome.isDone() && stepOrDie();
    }

    private boolean stepOrDie() {
        boolean lived = !died();
        boolean did;
        try {
            did = clock.step();
        } catch (Killed killed) {
            did = true;
        }
        if (lived && died()) {
            try {
                restart();
            } catch (IOException | ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }
        return did;
    }

    /** The same, of a step that returns something else than a map. */
    @SuppressWarnings("unchecked")
    public <T> T answer() {
        drain();
        return (T) outcome.join();
    }

    /** Lets time pass until the step is over. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> result() {
        drain();
        return (Map<String, Object>) outcome.join();
    }

    public Throwable failure() {
        drain();
        return outcome.handle((value, problem) -> problem).join();
    }

    private void drain() {
        while (!outcome.isDone()) {
            if (!stepOrDie()) {
                throw new AssertionError("The step waits for something that nothing will bring");
            }
        }
    }

    public String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        current = null;
        controller.close();
    }

    private void save() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(execution);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        saved = bytes.toByteArray();
    }

    /** Nothing that a step could catch and go on from. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    public static final class TestJob extends LocalJob<TestJob, TestRun> {
        TestJob(ItemGroup<?> parent, String name) {
            super(parent, name);
        }

        @Override
        protected TestRun create() throws IOException {
            return new TestRun(this);
        }

        @Override
        protected TestRun load(File directory) throws IOException {
            return new TestRun(this, directory);
        }
    }

    public static final class TestRun extends Run<TestJob, TestRun> {
        TestRun(TestJob job) throws IOException {
            super(job);
        }

        TestRun(TestJob job, File directory) throws IOException {
            super(job, directory);
        }

        /** The same build as another controller would read it. */
        public TestRun readAgain() throws IOException {
            return new TestRun(getParent(), getRootDir());
        }
    }

    private static final class TestContext extends StepContext {
        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings("unchecked")
        public <T> T get(Class<T> key) {
            return (T) current.context.get(key);
        }

        @Override
        public void onSuccess(Object result) {
            current.outcome.complete(result);
        }

        @Override
        public void onFailure(Throwable problem) {
            current.outcome.completeExceptionally(problem);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public ListenableFuture<Void> saveState() {
            current.save();
            if (--current.savesToLive == 0) {
                throw new Killed();
            }
            return Futures.immediateFuture(null);
        }

        @Override
        public void setResult(Result result) {
            current.run.setResult(result);
        }

        @Override
        public boolean hasBody() {
            return current.block != null;
        }

        @Override
        public BodyInvoker newBodyInvoker() {
            if (current.block == null) {
                throw new IllegalStateException("This step has no body");
            }
            return new TestBody(current.clock, this, current.block);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof TestContext;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
