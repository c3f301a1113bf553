package io.jenkins.plugins.delivery.rehearsal.runtime;

import com.cloudbees.groovy.cps.Outcome;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.ParameterDefinition;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.Result;
import hudson.model.StringParameterValue;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.steps.job.DeclaredParameter;
import io.jenkins.plugins.delivery.rehearsal.steps.job.JobSettings;
import io.jenkins.plugins.delivery.rehearsal.steps.job.ResumeProperty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import jenkins.model.CauseOfInterruption;
import org.codehaus.groovy.control.CompilationFailedException;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;

/** A build that runs: over all restarts of its controller. */
public final class PipelineRun implements PipelineExecution.Life {
    private final PipelineRequest request;
    private final RehearsalController controller;
    private final CompletableFuture<PipelineOutcome> done = new CompletableFuture<>();
    private final Set<String> simulated = Collections.synchronizedSet(new LinkedHashSet<>());
    private RunLog log;
    private String text;
    private Instant started;
    private volatile RehearsedRun build;
    private volatile PipelineExecution execution;
    private final AtomicInteger boundaries = new AtomicInteger();
    private final AtomicInteger restarts = new AtomicInteger();
    private volatile boolean killRequested;
    private volatile Instant lastKill = Instant.MIN;
    private int deadlocks;
    private volatile VirtualClock.Cancellation watch;

    PipelineRun(PipelineRequest request, RehearsalController controller) {
        this.request = request;
        this.controller = controller;
    }

    /** The build, with its actions; another object after each restart. */
    public RehearsedRun build() {
        return build;
    }

    /** The life that the build is in. */
    public PipelineExecution execution() {
        return execution;
    }

    public boolean isDone() {
        return done.isDone();
    }

    /** Waits for the end. */
    public PipelineOutcome await() throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The pipeline runtime failed", failure.getCause());
        }
    }

    /** Completed at the end. */
    public CompletableFuture<PipelineOutcome> whenDone() {
        return done;
    }

    /** Hears all lines of the log, those that stand there already too. */
    public void whenLogged(Consumer<LogLine> listener) {
        log.listen(listener);
    }

    /** Somebody presses the stop button. */
    public void abort(String user) {
        abort(new CauseOfInterruption.UserInterruption(user));
    }

    /** The build is stopped for another reason. */
    public void abort(CauseOfInterruption cause) {
        execution.interrupt(Result.ABORTED, cause);
    }

    /** Somebody asks for forcible termination. */
    public void terminate(String user) {
        execution.terminate(user);
    }

    /** The controller is killed at the next chance between two pieces of work of the program, and started again. */
    public void kill() {
        killRequested = true;
        PipelineExecution current = execution;
        current.submit(() -> {
            if (killRequested) {
                killRequested = false;
                current.die();
                restartLater(current);
            }
        });
    }

    void begin() throws IOException {
        started = request.clock().instant();
        RehearsedJob job = controller.job(request.jobName());
        build = job.newBuild();
        request.actions().forEach(build::addAction);
        if (build.getAction(CauseAction.class) == null) {
            build.addAction(new CauseAction(new Cause.UserIdCause(request.user())));
        }
        addParameters();
        log = new RunLog(build.getRootDir().toPath().resolve("log"), request.observer());
        execution = new PipelineExecution(request, build, log, this);
        build.begin(execution, started);
        watch = request.clock().onDeadlock(this::deadlocked);
        build.getCauses().forEach(cause -> log.print(null, cause.getShortDescription()));
        controller.began(this).thenRun(() -> execution.submit(this::compileAndRun));
    }

    /** A newer build of the job takes its place. */
    void supersede(RehearsedRun newer) {
        execution.interrupt(Result.NOT_BUILT, new SupersededByNewer(newer.getDisplayName()));
    }

    private void addParameters() {
        List<ParameterValue> values = new ArrayList<>();
        Map<String, ParameterDefinition> defined = new LinkedHashMap<>();
        JobSettings.parameters(build.getParent()).forEach(each -> defined.put(each.getName(), each));
        request.parameters()
                .forEach((name, value) -> values.add(
                        defined.containsKey(name)
                                ? DeclaredParameter.valueOf(defined.get(name), value)
                                : new StringParameterValue(name, String.valueOf(value))));
        for (ParameterDefinition each : defined.values()) {
            if (!request.parameters().containsKey(each.getName()) && each.getDefaultParameterValue() != null) {
                values.add(each.getDefaultParameterValue());
            }
        }
        if (!values.isEmpty()) {
            build.addAction(new ParametersAction(values));
        }
    }

    private void compileAndRun() {
        try {
            text = request.script() != null
                    ? request.script()
                    : Files.readString(request.jenkinsfile(), StandardCharsets.UTF_8);
            execution.begin(text);
            execution.start();
        } catch (NoSuchFileException missing) {
            notStarted(new hudson.AbortException(request.jenkinsfile() + " not found"));
        } catch (CompilationFailedException errors) {
            notStarted(errors);
        } catch (IOException | RuntimeException failure) {
            notStarted(failure instanceof java.io.UncheckedIOException io ? io.getCause() : failure);
        }
    }

    private void notStarted(Throwable failure) {
        execution.die();
        finish(new Outcome(null, failure), Result.FAILURE);
    }

    @Override
    public boolean saved(PipelineExecution life) {
        int boundary = boundaries.incrementAndGet();
        if (!killRequested
                && !life.hasProgressed()
                && !request.clock().instant().isAfter(lastKill)) {
            return false; // a step that saves itself when it wakes up must not be killed at that for ever
        }
        if (!killRequested && !request.kill().killAt(boundary) || isAtWorkThatCannotResume(life)) {
            return false;
        }
        killRequested = false;
        restartLater(life);
        return true;
    }

    private static boolean isAtWorkThatCannotResume(PipelineExecution life) {
        return life.program().snapshot().stream()
                .map(thread -> thread.step)
                .anyMatch(step ->
                        step instanceof SynchronousNonBlockingStepExecution || step != null && step.blocksRestart());
    }

    private void restartLater(PipelineExecution life) {
        var token = request.clock().busy("the controller restarts");
        Thread thread = new Thread(
                () -> {
                    try (token) {
                        restart(life);
                    }
                },
                "controller restart");
        thread.setDaemon(true);
        thread.start();
    }

    private void restart(PipelineExecution before) {
        try {
            restarts.incrementAndGet();
            lastKill = request.clock().instant();
            int number = build.getNumber();
            controller.restart();
            build = controller.job(request.jobName()).getBuildByNumber(number);
            PipelineExecution next = new PipelineExecution(request, build, log, this);
            build.resume(next);
            if (before.program().resumeBlocked || build.getParent().getProperty(ResumeProperty.class) != null) {
                refuseResume(next);
                return;
            }
            execution = next;
            request.observer()
                    .restarted("the controller was killed", request.clock().instant());
            log.print(null, "Resuming build at " + Date.from(request.clock().instant()) + " after Jenkins restart");
            next.resume(text);
            next.resumeSteps();
        } catch (IOException | RuntimeException failure) {
            log.print(null, "ERROR: Failed to load program: " + failure.getMessage());
            finish(new Outcome(null, failure), Result.FAILURE);
        }
    }

    private void refuseResume(PipelineExecution next) {
        next.die();
        IOException refused = new IOException("Cannot resume build -- was not cleanly saved when Jenkins shut down.");
        log.print(null, refused.toString());
        log.print(null, "\tat ...");
        log.print(null, "ERROR: Failed to load program");
        conclude(refused, Result.FAILURE);
    }

    @Override
    public void ended(PipelineExecution life, Outcome outcome) {
        finish(outcome, life.result());
    }

    @Override
    public void simulated(String what) {
        simulated.add(what);
    }

    private void finish(Outcome outcome, Result result) {
        Throwable failure = outcome.getAbnormal();
        if (failure != null) {
            tell(failure);
        }
        conclude(failure, result);
    }

    private void tell(Throwable failure) {
        try {
            Errors.report(failure, build, execution.contexts().listener(null, null));
        } catch (IOException | InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void conclude(@CheckForNull Throwable failure, Result result) {
        try {
            watch.close();
            build.setResult(result);
            build.finish(request.clock().instant());
            log.print(null, "Finished: " + build.getResult());
            build.save();
            request.observer().runFinished(build.getResult(), request.clock().instant());
            log.close();
            done.complete(outcome(failure));
        } catch (IOException | RuntimeException broken) {
            done.completeExceptionally(broken);
        }
    }

    private PipelineOutcome outcome(@CheckForNull Throwable failure) {
        Instant end = request.clock().instant();
        Explanation explanation =
                Explanation.of(failure, request, execution == null ? null : execution.placeOf(failure));
        return new PipelineOutcome(
                build.getResult(),
                explanation.error(),
                explanation.place(),
                explanation.remedy(),
                failure,
                log.lines(),
                StageTree.of(execution.program().graph, end.toEpochMilli()),
                build,
                Duration.between(started, end),
                restarts.get(),
                boundaries.get(),
                List.copyOf(simulated));
    }

    /** Asks, then forces, then gives up: a run that cannot go on always ends. */
    private void deadlocked() {
        watch = request.clock().onDeadlock(this::deadlocked);
        deadlocks++;
        if (deadlocks == 2) {
            execution.terminate(request.user());
            return;
        }
        if (deadlocks > 2) {
            execution.die();
            finish(new Outcome(null, new FlowInterruptedException(Result.ABORTED)), Result.ABORTED);
            return;
        }
        List<String> waiting = new ArrayList<>();
        for (ProgramThread thread : execution.program().snapshot()) {
            StepExecution step = thread.step;
            if (step != null) {
                NodeState node = execution.program().graph.get(thread.head);
                waiting.add(node == null ? step.getClass().getSimpleName() : node.function);
            }
        }
        execution.interrupt(Result.ABORTED, new NothingCanHappen(String.join(", ", waiting)));
    }

    /** A newer build began, and the job wants one at a time. */
    static final class SupersededByNewer extends CauseOfInterruption {
        private static final long serialVersionUID = 1;
        private final String newer;

        SupersededByNewer(String newer) {
            this.newer = newer;
        }

        @Override
        public String getShortDescription() {
            return "Superseded by " + newer;
        }
    }

    /** Everybody waits, for nothing that is going to come. */
    static final class NothingCanHappen extends CauseOfInterruption {
        private static final long serialVersionUID = 1;
        private final String waiting;

        NothingCanHappen(String waiting) {
            this.waiting = waiting;
        }

        @Override
        public String getShortDescription() {
            return "Nothing can ever happen: the pipeline waits for " + waiting + ", and nobody is going to answer";
        }
    }
}
