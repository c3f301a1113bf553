package io.jenkins.plugins.delivery.steps.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Proc;
import hudson.model.Computer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A program that runs on the agent, started without a shell. It is waited for on Jenkins's threads for remote work. */
final class ToolRun {
    static final int LARGEST_OUTPUT = 3 * 1024 * 1024;
    private static final int LARGEST_ERRORS = 64 * 1024;
    private static final Set<Integer> NOT_FOUND = Set.of(126, 127);

    private final BoundedOutput output;
    private final BoundedOutput errors;
    private final Proc process;
    private final CompletableFuture<Integer> exit;

    private ToolRun(Proc process, Launcher launcher, long minutes, BoundedOutput output, BoundedOutput errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
        this.exit = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return process.joinWithTimeout(minutes, TimeUnit.MINUTES, launcher.getListener());
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new CompletionException(e);
                    }
                },
                Computer.threadPoolForRemoting);
    }

    /**
     * Starts a program in the workspace.
     *
     * @throws IOException when there is no such program
     */
    static ToolRun start(
            Launcher launcher,
            FilePath workspace,
            @CheckForNull EnvVars environment,
            List<String> command,
            long minutes)
            throws IOException {
        BoundedOutput output = new BoundedOutput(LARGEST_OUTPUT);
        BoundedOutput errors = new BoundedOutput(LARGEST_ERRORS);
        List<String> words = new ArrayList<>(command);
        if (launcher.isUnix()) {
            words.add(0, "env"); // looks in the PATH of the build; without it, that of the agent counts
        }
        Launcher.ProcStarter starter = launcher.launch()
                .cmds(words)
                .pwd(workspace)
                .quiet(true)
                .stdout(output)
                .stderr(errors);
        if (environment != null) {
            starter.envs(environment);
        }
        return new ToolRun(starter.start(), launcher, minutes, output, errors);
    }

    /** Completed when the program has ended, however it did. */
    CompletionStage<?> done() {
        return exit;
    }

    boolean isOver() {
        return exit.isDone();
    }

    /** Whether the launcher found no such program; a container says so by its exit code. */
    boolean isMissing() {
        return exit.isDone() && !exit.isCompletedExceptionally() && NOT_FOUND.contains(exit.join());
    }

    /** The exit code; -1 when the connection to the program was lost. */
    int exitCode() {
        return exit.isCompletedExceptionally() ? -1 : exit.join();
    }

    boolean isTooLong() {
        return output.isFull();
    }

    String output() {
        return output.text();
    }

    String lastErrors() {
        return errors.lastLines(5);
    }

    void kill() throws IOException, InterruptedException {
        if (!exit.isDone()) {
            process.kill();
        }
    }
}
