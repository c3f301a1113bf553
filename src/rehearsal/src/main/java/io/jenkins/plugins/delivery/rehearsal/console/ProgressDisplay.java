package io.jenkins.plugins.delivery.rehearsal.console;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import io.jenkins.plugins.delivery.rehearsal.console.Terminal.Colour;
import io.jenkins.plugins.delivery.rehearsal.runtime.RunObserver;
import io.jenkins.plugins.delivery.rehearsal.runtime.StageState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tells the run as it happens: each stage with its result and time, and below it what the steps of Progressive Delivery
 * say (weights, verdicts, decisions). With {@code verbose}, the whole log.
 */
public final class ProgressDisplay implements RunObserver {
    private static final Set<String> TOLD = Set.of(
            "securityScan",
            "smokeTest",
            "approvalGate",
            "blueGreenDeploy",
            "canaryPromote",
            "rollingDeploy",
            "rollbackDeploy",
            "input",
            "unstable",
            "error");
    private static final Set<String> PROGRAMS = Set.of("sh", "bat", "powershell", "pwsh");
    private static final int LAST_LINES = 20;
    private static final Duration WORTH_SAYING = Duration.ofSeconds(5);

    private final Terminal terminal;
    private final boolean verbose;
    private final Map<String, StageLine> stages = new HashMap<>();
    private final Map<String, String> functions = new HashMap<>();
    private final Map<String, ArrayDeque<String>> output = new HashMap<>();

    private record StageLine(int depth, Instant at, long nanos) {}

    /** @param verbose also the lines that nobody of ours wrote */
    public ProgressDisplay(Terminal terminal, boolean verbose) {
        this.terminal = terminal;
        this.verbose = verbose;
    }

    @Override
    public synchronized void stageStarted(
            String id, @CheckForNull String parentId, String name, boolean branch, Instant at) {
        StageLine parent = parentId == null ? null : stages.get(parentId);
        int depth = parent == null ? 0 : parent.depth() + 1;
        if (stages.putIfAbsent(id, new StageLine(depth, at, System.nanoTime())) == null) {
            terminal.line(indent(depth) + terminal.in(Colour.BOLD, terminal.sign("▸ ", "> ") + name));
            terminal.bottom(indent(depth + 1) + name);
        }
    }

    @Override
    public synchronized void stageFinished(String id, String name, StageState state, Instant at) {
        StageLine stage = stages.get(id);
        if (stage != null) {
            terminal.bottom("");
            terminal.line(
                    indent(stage.depth() + 1) + terminal.in(colour(state), sign(state) + words(state, stage, at)));
        }
    }

    @Override
    public synchronized void stepStarted(
            String id, @CheckForNull String stageId, String function, String summary, Instant at) {
        functions.put(id, function);
        terminal.bottom("  " + function + " " + summary);
    }

    /** A program that failed has its say, as nobody would know why otherwise. */
    @Override
    public synchronized void stepFinished(String id, String function, @CheckForNull Throwable error, Instant at) {
        ArrayDeque<String> lines = output.remove(id);
        if (error != null && lines != null && !verbose) {
            lines.forEach(line -> terminal.line("    " + terminal.in(Colour.DIM, line)));
        }
    }

    @Override
    public synchronized void stepStatus(String id, String text) {
        terminal.bottom("  " + functions.getOrDefault(id, "") + ": " + text);
    }

    @Override
    public synchronized void logLine(@CheckForNull String nodeId, String text) {
        String function = nodeId == null ? "" : functions.getOrDefault(nodeId, "");
        if (text.isBlank() || text.startsWith("[Pipeline]") && !verbose) {
            return;
        }
        if (TOLD.contains(function)) {
            terminal.line("    " + terminal.in(Colour.PLAIN, text));
        } else if (verbose) {
            terminal.line("    " + terminal.in(Colour.DIM, text));
        } else if (PROGRAMS.contains(function)) {
            keep(nodeId, text);
        }
    }

    private void keep(String nodeId, String text) {
        ArrayDeque<String> lines = output.computeIfAbsent(nodeId, id -> new ArrayDeque<>());
        if (lines.size() == LAST_LINES) {
            lines.removeFirst();
        }
        lines.addLast(text);
    }

    @Override
    public synchronized void restarted(String why, Instant at) {
        terminal.line("    " + terminal.in(Colour.WARN, terminal.sign("↻ ", "* ") + why));
    }

    @Override
    public synchronized void runFinished(Result result, Instant at) {
        terminal.bottom("");
    }

    private static String words(StageState state, StageLine stage, Instant at) {
        Duration real = Duration.ofNanos(System.nanoTime() - stage.nanos());
        Duration virtual = Duration.between(stage.at(), at);
        String took = " in " + Elapsed.text(real)
                + (virtual.minus(real).compareTo(WORTH_SAYING) > 0 ? ", plays " + Elapsed.text(virtual) : "");
        return switch (state) {
            case SKIPPED -> "skipped";
            case SUCCESS, RUNNING -> "ok" + took;
            case UNSTABLE -> "unstable" + took;
            case FAILURE -> "failed" + took;
            case ABORTED, NOT_BUILT -> "aborted" + took;
        };
    }

    private String sign(StageState state) {
        return switch (state) {
            case SUCCESS, RUNNING -> terminal.sign("✔ ", "");
            case SKIPPED -> terminal.sign("– ", "");
            case UNSTABLE -> terminal.sign("▲ ", "");
            case FAILURE, ABORTED, NOT_BUILT -> terminal.sign("✘ ", "");
        };
    }

    private static Colour colour(StageState state) {
        return switch (state) {
            case SUCCESS, RUNNING -> Colour.OK;
            case SKIPPED -> Colour.DIM;
            case UNSTABLE -> Colour.WARN;
            case FAILURE, ABORTED, NOT_BUILT -> Colour.BAD;
        };
    }

    private static String indent(int depth) {
        return "  ".repeat(depth);
    }
}
