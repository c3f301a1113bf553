package io.jenkins.plugins.delivery.steps.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.run.ScannerNeed;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The scanners of one step, a few at a time. */
final class ScannerRuns implements Serializable {
    private static final long serialVersionUID = 1L;

    /** They share the agent with each other, and most of them use all of its cores. */
    private static final int AT_ONCE = 4;

    private final ArrayList<ScannerRun> runs = new ArrayList<>();

    /** Read without waiting for a turn that starts processes. */
    private volatile String running = "";

    static ScannerRuns of(List<String> ids) {
        ScannerRuns runs = new ScannerRuns();
        ids.stream().distinct().forEach(id -> runs.runs.add(new ScannerRun(List.of(id), "")));
        return runs;
    }

    static ScannerRuns needed(List<ScannerNeed> needs) {
        ScannerRuns runs = new ScannerRuns();
        needs.forEach(need -> runs.runs.add(new ScannerRun(need.candidates(), need.reason())));
        return runs;
    }

    synchronized boolean isOver() {
        return runs.stream().allMatch(run -> run.phase() == ScannerRun.Phase.OVER);
    }

    /** Starts what may start and looks at what runs; whether anything has changed that a restart must not lose. */
    synchronized boolean advance(ScannerScene scene) throws IOException, InterruptedException {
        boolean changed = false;
        for (ScannerRun run : runs) {
            if (run.phase() == ScannerRun.Phase.WAITING) {
                ScannerRun same = sameBefore(run);
                boolean over = same != null && same.phase() == ScannerRun.Phase.OVER;
                if (over && same.problem().isEmpty()) {
                    run.cover();
                    changed = true;
                }
                if (same != null && !over || run.isCovered() || running().size() >= AT_ONCE) {
                    continue;
                }
            }
            changed = run.advance(scene) || changed;
        }
        running = running().stream().map(ScannerRun::id).collect(Collectors.joining(", "));
        return changed;
    }

    /** One scanner may be needed for two reasons, and runs once. */
    @CheckForNull
    private ScannerRun sameBefore(ScannerRun run) {
        for (ScannerRun other : runs.subList(0, runs.indexOf(run))) {
            if (other.id().equals(run.id()) && !other.isCovered()) {
                return other;
            }
        }
        return null;
    }

    private List<ScannerRun> running() {
        return runs.stream().filter(ScannerRun::isRunning).toList();
    }

    /** For the status of the step. */
    String words() {
        return running;
    }

    synchronized void kill() throws IOException, InterruptedException {
        for (ScannerRun run : runs) {
            run.kill();
        }
    }

    /** What went wrong, a sentence for each scanner. */
    synchronized ArrayList<String> problems() {
        return runs.stream()
                .map(ScannerRun::problem)
                .filter(problem -> !problem.isEmpty())
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    synchronized ArrayList<ScannerOutput> outputs(ScannerScene scene) {
        ArrayList<ScannerOutput> outputs = new ArrayList<>();
        for (ScannerRun run : runs) {
            ScannerOutput output = run.output(scene);
            if (output != null) {
                outputs.add(output);
            }
        }
        return outputs;
    }

    /** Ids of those that have listed what is there. */
    synchronized List<String> inventories(ScannerScene scene) {
        return runs.stream()
                .filter(run -> run.problem().isEmpty() && !run.isCovered() && run.isInventory(scene))
                .map(ScannerRun::id)
                .toList();
    }

    /** For the model of the report. */
    synchronized List<Map<String, Object>> model() {
        return runs.stream()
                .filter(run -> !run.isCovered())
                .map(ScannerRun::model)
                .toList();
    }
}
