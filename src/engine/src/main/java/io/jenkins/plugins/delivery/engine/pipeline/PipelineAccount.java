package io.jenkins.plugins.delivery.engine.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a delivery did, what it did not do, and how to go on.
 *
 * @param app name of the application
 * @param version that was delivered; empty where it stopped before that was known
 * @param entries one a stage, in order
 */
public record PipelineAccount(String app, String version, List<Entry> entries) {
    /** How a stage ended. */
    public enum Ending {
        DONE("done"),
        STOPPED("stopped"),
        NOT_DONE("not done"),
        LEFT_OUT("left out");

        private final String words;

        Ending(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /**
     * @param stage of the plan
     * @param ending how it ended
     * @param words why, where there is something to say
     */
    public record Entry(Stage stage, Ending ending, String words) {}

    public PipelineAccount {
        entries = List.copyOf(entries);
    }

    /**
     * @param plan all stages
     * @param done how many of those that run were done
     * @param problem why it stopped at the next; null where it got through
     */
    public static PipelineAccount of(
            String app, String version, PipelinePlan plan, int done, @CheckForNull String problem) {
        List<Entry> entries = new ArrayList<>();
        int position = 0;
        for (Stage stage : plan.stages()) {
            if (!stage.runs()) {
                entries.add(new Entry(stage, Ending.LEFT_OUT, stage.leftOut()));
                continue;
            }
            boolean stopped = problem != null && position == done;
            Ending ending = position < done ? Ending.DONE : stopped ? Ending.STOPPED : Ending.NOT_DONE;
            entries.add(new Entry(stage, ending, stopped ? problem : ""));
            position++;
        }
        return new PipelineAccount(app, version, entries);
    }

    /** One line after the other, for the log and for messages. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        Optional<Entry> stopped = last(Ending.STOPPED);
        stopped.ifPresent(entry -> sentences.add("Stopped in " + entry.stage().title() + ": " + entry.words()));
        add("Done: ", titles(Ending.DONE), sentences);
        add("Not done: ", titles(Ending.NOT_DONE), sentences);
        stopped.map(Entry::stage)
                .ifPresent(stage -> sentences.add("To go on: " + stage.kind().goOn(app, stage.environment())));
        return sentences;
    }

    /** In a few words. */
    public String headline() {
        String what = version.isEmpty() ? app : app + " " + version;
        Optional<Entry> stopped = last(Ending.STOPPED);
        if (stopped.isPresent()) {
            return what + " stopped in " + stopped.get().stage().title();
        }
        Stream<Stage> done = ended(Ending.DONE).map(Entry::stage);
        return done.filter(stage -> stage.kind() == StageKind.DEPLOY)
                .reduce((earlier, later) -> later)
                .map(stage -> what + " is in " + stage.environment())
                .or(() -> last(Ending.DONE)
                        .map(entry -> what + " got through " + entry.stage().title()))
                .orElse(what + ": no stage ran");
    }

    private Stream<Entry> ended(Ending ending) {
        return entries.stream().filter(entry -> entry.ending() == ending);
    }

    private Optional<Entry> last(Ending ending) {
        return ended(ending).reduce((earlier, later) -> later);
    }

    private List<String> titles(Ending ending) {
        return ended(ending).map(entry -> entry.stage().title()).toList();
    }

    private static void add(String start, List<String> titles, List<String> sentences) {
        if (!titles.isEmpty()) {
            sentences.add(start + String.join(", ", titles) + ".");
        }
    }
}
