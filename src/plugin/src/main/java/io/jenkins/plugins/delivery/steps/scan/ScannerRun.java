package io.jenkins.plugins.delivery.steps.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.Proc;
import io.jenkins.plugins.delivery.engine.argument.Durations;
import io.jenkins.plugins.delivery.engine.scan.run.OutputTail;
import io.jenkins.plugins.delivery.engine.scan.run.ScannerCommand;
import io.jenkins.plugins.delivery.engine.scan.run.ScannerDefinition;
import io.jenkins.plugins.delivery.formats.FormatCatalog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One scanner from its choice to its report. What is kept over a restart is what is over; what ran then is run again,
 * because the connection to its process is gone. Guarded by the {@link ScannerRuns} that it is one of.
 */
final class ScannerRun implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+[0-9A-Za-z.+-]*");
    private static final Duration VERSION_TIMEOUT = Duration.ofMinutes(1);
    private static final List<Integer> NOT_FOUND = List.of(126, 127);

    /** How far it has come. */
    enum Phase {
        WAITING,
        VERSION,
        SCANNING,
        OVER
    }

    private final ArrayList<String> candidates;
    private final String reason;
    private int candidate;
    private Phase phase = Phase.WAITING;
    private String version = "";
    private long started;
    private long ended;
    private int exitCode;

    /** What went wrong, empty if nothing did. */
    private String problem = "";

    /** How it ended, in words. */
    private String ending = "";

    /** Whether another run of the same scan does the same. */
    private boolean covered;

    private transient Proc process;
    private transient OutputTail output;
    private transient OutputStream report;

    /**
     * @param candidates ids of scanners, of which the first that is installed runs
     * @param reason why, empty if somebody named it
     */
    ScannerRun(List<String> candidates, String reason) {
        this.candidates = new ArrayList<>(candidates);
        this.reason = reason;
    }

    String id() {
        return candidates.get(candidate);
    }

    Phase phase() {
        return phase;
    }

    String problem() {
        return problem;
    }

    boolean isCovered() {
        return covered;
    }

    String reason() {
        return reason;
    }

    boolean isRunning() {
        return phase == Phase.VERSION || phase == Phase.SCANNING;
    }

    void cover() {
        covered = true;
        phase = Phase.OVER;
    }

    /** Does what there is to do now; whether anything has changed. */
    boolean advance(ScannerScene scene) throws IOException, InterruptedException {
        Phase before = phase;
        if (isRunning() && process == null) {
            scene.tell(id() + " was cut short by a restart, and runs again");
            phase = Phase.WAITING;
        }
        switch (phase) {
            case WAITING -> askForVersion(scene);
            case VERSION -> waitForVersion(scene);
            case SCANNING -> waitForReport(scene);
            case OVER -> {
                // nothing is left to do
            }
        }
        return phase != before;
    }

    private void askForVersion(ScannerScene scene) throws IOException, InterruptedException {
        begin(Phase.VERSION, scene, List.of());
        try {
            process = scene.start(
                    definition(scene).versionCommand(), definition(scene).environment(), output, null);
        } catch (IOException e) {
            if (scene.launcher().isUnix()) {
                over(scene, "could not be started: " + e.getMessage());
            } else {
                missing(scene);
            }
        }
    }

    private void waitForVersion(ScannerScene scene) throws IOException, InterruptedException {
        if (process.isAlive()) {
            if (isLate(scene, VERSION_TIMEOUT)) {
                kill();
                over(
                        scene,
                        "'" + String.join(" ", definition(scene).versionCommand()) + "' did not end within "
                                + Durations.format(VERSION_TIMEOUT));
            }
            return;
        }
        if (NOT_FOUND.contains(process.join())) {
            missing(scene);
            return;
        }
        version = output.lines().stream()
                .map(VERSION::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElse("");
        startScan(scene);
    }

    private void missing(ScannerScene scene) {
        process = null;
        ScannerDefinition definition = definition(scene);
        if (candidate + 1 < candidates.size()) {
            scene.tell(definition.id() + " is not installed on this agent; trying " + candidates.get(candidate + 1));
            candidate++;
            phase = Phase.WAITING;
            return;
        }
        String others = candidates.size() == 1
                ? ""
                : " (nor is any of " + String.join(", ", candidates.subList(0, candidates.size() - 1)) + ")";
        over(
                scene,
                "'" + definition.program() + "' is not on the PATH of this agent" + others + ". "
                        + definition.install());
    }

    private void startScan(ScannerScene scene) throws IOException, InterruptedException {
        ScannerDefinition definition = definition(scene);
        Map<String, String> secrets = ScannerSecrets.of(scene.catalog().credentials(definition.id()), scene.run());
        Map<String, String> variables = new HashMap<>(definition.environment());
        variables.putAll(secrets);
        begin(Phase.SCANNING, scene, List.copyOf(secrets.values()));
        FilePath file = reportFile(scene);
        file.delete();
        List<String> command = ScannerCommand.of(definition, target(definition, file, scene));
        scene.tell(definition.id() + (version.isEmpty() ? "" : " " + version) + ": " + String.join(" ", command)
                + (reason.isEmpty() ? "" : " (" + reason + ")"));
        try {
            if (definition.writesToOutput()) {
                report = file.write();
                process = scene.start(command, variables, report, output);
            } else {
                process = scene.start(command, variables, output, null);
            }
        } catch (IOException e) {
            closeReport();
            over(scene, "could not be started: " + e.getMessage());
        }
    }

    private ScannerCommand.Target target(ScannerDefinition definition, FilePath file, ScannerScene scene)
            throws IOException, InterruptedException {
        ArrayList<String> files = new ArrayList<>();
        String pattern = ScannerCommand.filePattern(definition).orElse(null);
        if (pattern != null) {
            int root = scene.folder().getRemote().length() + 1;
            for (FilePath found : scene.folder().list(pattern)) {
                files.add(found.getRemote().substring(root).replace('\\', '/'));
            }
        }
        return new ScannerCommand.Target(".", scene.image(), file.getRemote(), files);
    }

    private void waitForReport(ScannerScene scene) throws IOException, InterruptedException {
        if (process.isAlive()) {
            if (isLate(scene, scene.timeout())) {
                kill();
                over(scene, "did not end within " + Durations.format(scene.timeout()) + lastLines());
            }
            return;
        }
        exitCode = process.join();
        closeReport();
        ScannerDefinition definition = definition(scene);
        String words = definition.exitCodes().words(exitCode);
        FilePath file = reportFile(scene);
        if (definition.exitCodes().isError(exitCode)) {
            over(scene, "failed with " + words + lastLines());
        } else if (!file.exists() || file.length() == 0) {
            over(scene, "wrote no report, and ended with " + words + lastLines());
        } else {
            ending = "ended with " + words + lastLines();
            over(scene, "");
        }
    }

    private void begin(Phase next, ScannerScene scene, List<String> secrets) {
        phase = next;
        started = scene.now().toEpochMilli();
        output = new OutputTail(secrets);
        process = null;
    }

    private void over(ScannerScene scene, String why) {
        phase = Phase.OVER;
        process = null;
        ended = scene.now().toEpochMilli();
        problem = why.isEmpty() ? "" : id() + ": " + why;
    }

    private String lastLines() {
        List<String> lines = output.lines();
        return lines.isEmpty() ? ", and printed nothing" : ". It printed last: " + String.join(" | ", lines);
    }

    private boolean isLate(ScannerScene scene, Duration timeout) {
        return scene.now().isAfter(Instant.ofEpochMilli(started).plus(timeout));
    }

    private void closeReport() throws IOException {
        if (report != null) {
            report.close();
            report = null;
        }
    }

    /** Ends the process, if one is known here. */
    void kill() throws IOException, InterruptedException {
        Proc running = process;
        if (running != null) {
            running.kill();
        }
        closeReport();
    }

    /** The report on the agent, if there is one to read. */
    @CheckForNull
    ScannerOutput output(ScannerScene scene) {
        ScannerDefinition definition = definition(scene);
        boolean read = problem.isEmpty() && !covered && !definition.isInventory();
        return read
                ? new ScannerOutput(
                        id(),
                        reportFile(scene).getRemote(),
                        definition.format(),
                        new FormatCatalog().provided(definition.format()),
                        definition.needsImage(),
                        ending)
                : null;
    }

    boolean isInventory(ScannerScene scene) {
        return definition(scene).isInventory();
    }

    private FilePath reportFile(ScannerScene scene) {
        return scene.results().child(id() + ".report");
    }

    private ScannerDefinition definition(ScannerScene scene) {
        return scene.catalog().find(id());
    }

    /** For the model of the report. */
    Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        model.put("id", id());
        model.put("version", version);
        model.put("reason", reason);
        model.put("exitCode", exitCode);
        model.put("seconds", Math.max(0, ended - started) / 1000.0);
        model.put("problem", problem);
        return model;
    }

    @Override
    public String toString() {
        return String.join("/", Arrays.asList(id(), phase.name()));
    }
}
