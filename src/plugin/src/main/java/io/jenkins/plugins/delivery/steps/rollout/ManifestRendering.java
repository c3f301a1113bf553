package io.jenkins.plugins.delivery.steps.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.engine.cluster.ManifestFile;
import io.jenkins.plugins.delivery.engine.manifest.ManifestTool;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Gets the manifests of a release, in turns: files are read at once, a tool on the agent is asked for its version, then
 * started, and nothing waits for it. A restart begins again.
 */
final class ManifestRendering {
    private static final Logger LOGGER = Logger.getLogger(ManifestRendering.class.getName());
    private static final long VERSION_MINUTES = 1;
    private static final long RENDER_MINUTES = 5;

    private final ReleaseSource source;
    private final Deque<ManifestTool> candidates;
    private final String install;
    private String refused = "";

    private volatile boolean aborted;

    @CheckForNull
    private volatile ToolRun running;

    @CheckForNull
    private String version;

    @CheckForNull
    private List<ManifestFile> files;

    ManifestRendering(ReleaseSource source, List<ManifestTool> candidates) {
        this.source = source;
        this.candidates = new ArrayDeque<>(candidates);
        this.install = candidates.isEmpty() ? "" : candidates.get(0).install();
    }

    /**
     * One turn.
     *
     * @return what to wait for before the next; empty when the manifests are there
     * @throws AbortException naming the tool, what it said, and how to get it when it is missing
     */
    Optional<CompletionStage<?>> advance(StepContext context) throws IOException, InterruptedException {
        if (files != null) {
            return Optional.empty();
        }
        FilePath workspace = context.get(FilePath.class);
        if (workspace == null) {
            throw new AbortException(source.said() + " lies in a workspace; run the step in a node");
        }
        if (source.manifests() != null) {
            List<ManifestFile> matching = workspace.act(new ReadManifests(source.manifests())).entrySet().stream()
                    .map(file -> new ManifestFile(file.getKey(), file.getValue()))
                    .toList();
            files = withoutSmokeFiles(matching, context.get(TaskListener.class));
            return Optional.empty();
        }
        ToolRun ended = running;
        if (ended != null && !ended.isOver()) {
            return Optional.of(ended.done());
        }
        return ended == null ? start(context, workspace) : ended(context, workspace, ended);
    }

    /** A pattern such as {@code deploy/*.yaml} matches the checks beside the manifests too. */
    private static List<ManifestFile> withoutSmokeFiles(List<ManifestFile> matching, TaskListener listener) {
        List<ManifestFile> manifests =
                matching.stream().filter(file -> !file.isSmokeFile()).toList();
        if (manifests.isEmpty()) {
            return matching;
        }
        matching.stream().filter(file -> !manifests.contains(file)).forEach(file -> listener.getLogger()
                .println(file.name() + " holds checks of smokeTest and no manifest: it is left out"));
        return manifests;
    }

    private Optional<CompletionStage<?>> start(StepContext context, FilePath workspace)
            throws IOException, InterruptedException {
        ManifestTool tool = candidates.peek();
        if (tool == null) {
            throw new AbortException(
                    source.said() + " needs a tool that is not on the PATH of this agent; " + install + refused);
        }
        boolean asked = version != null;
        Launcher launcher = context.get(Launcher.class);
        if (launcher == null) {
            throw new AbortException(source.said() + " needs a tool on an agent; run the step in a node");
        }
        try {
            ToolRun run = ToolRun.start(
                    launcher,
                    workspace,
                    context.get(EnvVars.class),
                    asked ? tool.render() : tool.version(),
                    asked ? RENDER_MINUTES : VERSION_MINUTES);
            running = run;
            if (aborted) {
                kill(run); // whoever aborted while it was being started could not see it
            }
            return Optional.of(run.done());
        } catch (IOException e) {
            if (asked) {
                throw e;
            }
            refused = " (" + e.getMessage() + ")";
            return another(context, workspace);
        }
    }

    private Optional<CompletionStage<?>> another(StepContext context, FilePath workspace)
            throws IOException, InterruptedException {
        candidates.poll();
        running = null;
        version = null;
        return start(context, workspace);
    }

    private Optional<CompletionStage<?>> ended(StepContext context, FilePath workspace, ToolRun run)
            throws IOException, InterruptedException {
        ManifestTool tool = candidates.element();
        running = null;
        if (version == null) {
            if (run.isMissing()) {
                return another(context, workspace);
            }
            version = run.output().lines().findFirst().orElse("").strip();
            return start(context, workspace);
        }
        String command = String.join(" ", tool.render());
        if (run.exitCode() != 0) {
            String why = run.lastErrors().isEmpty() ? "it printed nothing" : run.lastErrors();
            throw new AbortException("'" + command + "' ended with exit code " + run.exitCode() + ": " + why);
        }
        if (run.isTooLong()) {
            throw new AbortException("'" + command + "' writes more than 3 MiB of manifests");
        }
        files = List.of(new ManifestFile(source.said(), run.output()));
        context.get(TaskListener.class).getLogger().println(origin(tool));
        return Optional.empty();
    }

    /** What the manifests were made from; null for files as they are. */
    @CheckForNull
    String origin() {
        return source.manifests() != null || candidates.isEmpty() ? null : origin(candidates.element());
    }

    private String origin(ManifestTool tool) {
        return String.join(" ", tool.render()) + " (" + tool.program() + " "
                + String.valueOf(version).replaceFirst("^(Client Version: |version )", "") + ")";
    }

    List<ManifestFile> files() {
        return files == null ? List.of() : files;
    }

    /** Ends the tool, if one runs or is being started. */
    void abort() {
        aborted = true;
        ToolRun run = running;
        if (run != null) {
            kill(run);
        }
    }

    private static void kill(ToolRun run) {
        try {
            run.kill();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "A tool of a stopped build may still run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
