package io.jenkins.plugins.delivery.rehearsal.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Line;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Stage;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.StepRun;
import io.jenkins.plugins.delivery.rehearsal.runtime.RunObserver;
import io.jenkins.plugins.delivery.rehearsal.runtime.StageState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** Keeps what a run tells, with the real time beside the virtual one. Thread-safe. */
public final class RunRecorder implements RunObserver {
    private static final Set<String> PROGRAMS = Set.of("sh", "bat", "powershell", "pwsh");

    private final LongSupplier millis;
    private final Map<String, Begun> begun = new LinkedHashMap<>();
    private final Map<String, Stage> stages = new LinkedHashMap<>();
    private final Map<String, StepRun> steps = new LinkedHashMap<>();
    private final List<Line> log = new ArrayList<>();
    private int programs;
    private long programsSince;
    private long programsMillis;
    private Instant startedAt;
    private Instant endedAt;

    private record Begun(@CheckForNull String stageId, Instant at, long millis, String name, String detail) {}

    /** Measures real time with the system's monotonic clock. */
    public RunRecorder() {
        this(() -> System.nanoTime() / 1_000_000);
    }

    RunRecorder(LongSupplier millis) {
        this.millis = millis;
    }

    @Override
    public synchronized void stageStarted(
            String id, @CheckForNull String parentId, String name, boolean branch, Instant at) {
        saw(at);
        if (begun.putIfAbsent(id, new Begun(parentId, at, millis.getAsLong(), name, branch ? "branch" : "")) == null) {
            stages.put(id, new Stage(id, parentId, name, branch, StageState.RUNNING.name(), at, at, 0, null));
        }
    }

    @Override
    public synchronized void stageFinished(String id, String name, StageState state, Instant at) {
        saw(at);
        Stage stage = stages.get(id);
        if (stage != null) {
            long real = millis.getAsLong() - begun.get(id).millis();
            stages.put(
                    id,
                    new Stage(
                            id,
                            stage.parentId(),
                            stage.name(),
                            stage.branch(),
                            state.name(),
                            stage.startedAt(),
                            at,
                            real,
                            errorOf(id)));
        }
    }

    @Override
    public synchronized void stepStarted(
            String id, @CheckForNull String stageId, String function, String summary, Instant at) {
        saw(at);
        if (begun.putIfAbsent(id, new Begun(stageId, at, millis.getAsLong(), function, summary)) == null
                && PROGRAMS.contains(function)
                && programs++ == 0) {
            programsSince = millis.getAsLong();
        }
    }

    @Override
    public synchronized void stepFinished(String id, String function, @CheckForNull Throwable error, Instant at) {
        saw(at);
        Begun start = begun.get(id);
        if (start == null || steps.containsKey(id)) {
            return;
        }
        if (PROGRAMS.contains(function) && --programs == 0) {
            programsMillis += millis.getAsLong() - programsSince;
        }
        steps.put(
                id,
                new StepRun(
                        id,
                        start.stageId(),
                        function,
                        start.detail(),
                        start.at(),
                        at,
                        millis.getAsLong() - start.millis(),
                        error == null ? null : message(error)));
    }

    @Override
    public synchronized void logLine(@CheckForNull String nodeId, String text) {
        log.add(new Line(stageOf(nodeId), text));
    }

    @Override
    public synchronized void runFinished(Result result, Instant at) {
        saw(at);
    }

    /** Stages and branches in the order in which they began. */
    public synchronized List<Stage> stages() {
        return List.copyOf(stages.values());
    }

    /** Steps in the order in which they ended. */
    public synchronized List<StepRun> steps() {
        return List.copyOf(steps.values());
    }

    /** The log. */
    public synchronized List<Line> log() {
        return List.copyOf(log);
    }

    /** Real time in which the pipeline's own programs ran. */
    public synchronized long programsMillis() {
        return programsMillis;
    }

    /** Virtual time of the first event. */
    public synchronized Instant startedAt() {
        return startedAt == null ? Instant.EPOCH : startedAt;
    }

    /** Virtual time of the last event. */
    public synchronized Instant endedAt() {
        return endedAt == null ? startedAt() : endedAt;
    }

    private void saw(Instant at) {
        startedAt = startedAt == null || at.isBefore(startedAt) ? at : startedAt;
        endedAt = endedAt == null || at.isAfter(endedAt) ? at : endedAt;
    }

    @CheckForNull
    private String stageOf(@CheckForNull String nodeId) {
        if (nodeId == null || stages.containsKey(nodeId)) {
            return nodeId;
        }
        Begun start = begun.get(nodeId);
        return start == null ? null : start.stageId();
    }

    @CheckForNull
    private String errorOf(String stageId) {
        return steps.values().stream()
                .filter(step -> stageId.equals(step.stageId()) && step.error() != null)
                .map(StepRun::error)
                .reduce((first, last) -> last)
                .orElse(null);
    }

    private static String message(Throwable error) {
        String message = error.getMessage();
        return message == null || message.isBlank() ? error.getClass().getSimpleName() : message;
    }
}
