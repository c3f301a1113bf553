package io.jenkins.plugins.delivery.rehearsal.steps.workspace;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.rehearsal.clock.Busy;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineExecution;
import io.jenkins.plugins.delivery.rehearsal.runtime.ShellCall;
import io.jenkins.plugins.delivery.rehearsal.runtime.ShellOutcome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** A running shell script. The process writes to files, so that whoever comes back after a restart can read on. */
final class ShellExecution extends StepExecution {
    private static final long serialVersionUID = 1;

    private final String script;
    private final boolean returnStdout;
    private final boolean returnStatus;
    private volatile ShellProcess process;
    private ShellCall call;

    @CheckForNull
    private Throwable stopped;

    private transient PrintStream log;
    private transient PipelineExecution pipeline;
    private transient volatile Busy working;
    private transient boolean over;

    ShellExecution(StepContext context, String script, boolean returnStdout, boolean returnStatus) {
        super(context);
        this.script = script;
        this.returnStdout = returnStdout;
        this.returnStatus = returnStatus;
    }

    @Override
    public boolean start() throws Exception {
        attach();
        Path directory = Path.of(getContext().get(FilePath.class).getRemote());
        Files.createDirectories(directory);
        EnvVars environment = getContext().get(EnvVars.class);
        call = new ShellCall(script, directory.toString(), new TreeMap<>(environment), returnStdout, "");
        Optional<ShellOutcome> recorded = pipeline.request().shell().intercept(call);
        if (recorded.isPresent()) {
            boolean atOnce =
                    pipeline.request().shell().settled().toCompletableFuture().isDone();
            replay(recorded.get());
            return atOnce;
        }
        process = ShellProcess.start(script, directory, environment, returnStdout);
        watch();
        return false;
    }

    private void attach() throws IOException, InterruptedException {
        pipeline = getContext().get(PipelineExecution.class);
        log = getContext().get(TaskListener.class).getLogger();
    }

    private void replay(ShellOutcome outcome) {
        if (!outcome.log().isEmpty()) {
            log.print(outcome.log().endsWith("\n") ? outcome.log() : outcome.log() + "\n");
        }
        conclude(outcome);
    }

    private void watch() {
        working = pipeline.clock().work("sh");
        ShellWatch.begin(process, this::poll);
    }

    /** Reads on; returns whether there is nothing more to come. Called on one thread at a time. */
    private synchronized boolean poll() {
        if (over || pipeline.isDead()) {
            release();
            return true;
        }
        try {
            Integer status = process.status();
            process.copyLogTo(log);
            if (status == null) {
                return false;
            }
            over = true;
            ended(status);
            // Only now: the program has its result, and time must not pass in between.
            working.close();
        } catch (IOException | RuntimeException failure) {
            release();
            getContext().onFailure(failure);
        }
        return true;
    }

    private void release() {
        over = true;
        working.close();
    }

    private void ended(int status) throws IOException {
        if (process.endsInsideLine()) {
            log.println();
        }
        log.flush();
        ShellOutcome outcome = new ShellOutcome(status, returnStdout ? process.output() : "", process.logText());
        pipeline.request().shell().completed(call, outcome);
        conclude(outcome);
    }

    /** A script that ran remains what is waited for until the program has its result, also for who comes after a restart. */
    private void conclude(ShellOutcome outcome) {
        pipeline.request().shell().settled().thenRun(() -> {
            if (!pipeline.isDead()) {
                forgetProcess();
                answer(outcome);
            }
        });
    }

    private void forgetProcess() {
        try {
            if (process != null) {
                process.cleanUp();
            }
        } catch (IOException e) {
            log.println("The files of the script remain: " + e.getMessage());
        }
    }

    private void answer(ShellOutcome outcome) {
        if (stopped != null) {
            getContext().onFailure(stopped);
        } else if (returnStatus) {
            getContext().onSuccess(outcome.exitCode());
        } else if (outcome.exitCode() != 0) {
            getContext().onFailure(new AbortException("script returned exit code " + outcome.exitCode()));
        } else {
            getContext().onSuccess(returnStdout ? outcome.stdout() : null);
        }
    }

    @Override
    public void onResume() {
        try {
            attach();
            if (process == null) {
                conclude(pipeline.request().shell().intercept(call).orElseThrow());
            } else {
                watch();
            }
        } catch (IOException | InterruptedException failure) {
            getContext().onFailure(failure);
        }
    }

    @Override
    public void stop(Throwable cause) {
        stopped = cause;
        if (process != null) {
            log.println("Sending interrupt signal to process");
            process.kill();
        }
    }
}
