package io.jenkins.plugins.delivery.steps.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.engine.scan.Checkout;
import io.jenkins.plugins.delivery.engine.scan.Fingerprints;
import io.jenkins.plugins.delivery.engine.scan.ReportFiles;
import io.jenkins.plugins.delivery.engine.scan.ScanReport;
import io.jenkins.plugins.delivery.engine.scan.VexStatement;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFile;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFormatException;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFormats;
import io.jenkins.plugins.delivery.engine.scan.format.ReportReader;
import io.jenkins.plugins.delivery.engine.scan.vex.VexFiles;
import io.jenkins.plugins.delivery.formats.FormatCatalog;
import io.jenkins.plugins.delivery.formats.ProvidedReader;
import io.jenkins.plugins.delivery.steps.WorkspaceFiles;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jenkins.MasterToSlaveFileCallable;

/** Reads report files where they are: on the agent. */
final class ReadReports extends MasterToSlaveFileCallable<ReadReports.Content> {
    private static final long serialVersionUID = 1L;

    /**
     * What the workspace says.
     *
     * @param files paths of the reports that were read
     * @param suppressions text of that file, or null
     * @param vex what the VEX documents say
     */
    record Content(
            ScanReport report,
            ArrayList<String> files,
            @CheckForNull String suppressions,
            ArrayList<VexStatement> vex) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    private final ArrayList<ScannerOutput> outputs;
    private final boolean aboutImage;
    private final ArrayList<String> problems;
    private final String folder;
    private final String patterns;
    private final String format;

    /** Null where the format is our own. */
    @CheckForNull
    private final ProvidedReader provided;

    private final String suppressions;
    private final String vex;
    private final boolean allowEmpty;
    private final byte[] key;
    private final long most;

    /**
     * @param outputs reports of scanners that were run, beside those that the patterns match
     * @param problems why scanners that were run have none
     * @param key of the fingerprints
     */
    ReadReports(SecurityScanStep step, List<ScannerOutput> outputs, List<String> problems, byte[] key) {
        this.outputs = new ArrayList<>(outputs);
        this.problems = new ArrayList<>(problems);
        aboutImage = step.isAboutImage();
        folder = step.getPath() == null ? "" : step.getPath();
        patterns = step.getReports();
        format = step.getFormat();
        provided = new FormatCatalog().provided(format);
        suppressions = step.getSuppressions();
        vex = step.getVex();
        allowEmpty = step.isAllowEmpty();
        this.key = key.clone();
        most = DeliveryConfiguration.get().getLargestReportMegabytes() * 1024L * 1024L;
    }

    @Override
    public Content invoke(File workspace, VirtualChannel channel) throws IOException, InterruptedException {
        WorkspaceFiles files = new WorkspaceFiles(workspace);
        String text = suppressions == null ? null : files.text("suppressions", suppressions);
        ArrayList<String> names = new ArrayList<>();
        ReportFiles.Reading reading = new ReportFiles(
                        new Fingerprints(key), new Checkout(workspace.toPath(), folder), null, allowEmpty)
                .start();
        try {
            for (ScannerOutput output : outputs) {
                add(reading, output);
            }
            if (patterns != null) {
                for (Map.Entry<String, Path> file :
                        files.matching("reports", patterns, allowEmpty).entrySet()) {
                    add(
                            reading,
                            file(file.getKey(), file.getValue()),
                            provided == null ? reader(format) : provided,
                            aboutImage);
                    names.add(file.getKey());
                }
            }
            problems.forEach(reading::incomplete);
            return new Content(reading.finish(), names, text, statements(files));
        } catch (ReportFormatException e) {
            // The message says it all; a stack trace of the reader helps nobody who wrote a Jenkinsfile.
            throw new AbortException(e.getMessage());
        }
    }

    private void add(ReportFiles.Reading reading, ScannerOutput output) throws IOException {
        try {
            add(
                    reading,
                    file(output.name(), Path.of(output.path())),
                    output.provided() == null ? reader(output.format()) : output.provided(),
                    output.ofImage());
        } catch (ReportFormatException e) {
            // The report may be where a scanner says why it failed, or its output may.
            throw new AbortException(e.getMessage() + " (" + output.name() + " " + output.ending() + ")");
        }
    }

    private static void add(
            ReportFiles.Reading reading, ReportFile file, @CheckForNull ReportReader format, boolean ofImage)
            throws IOException {
        if (ofImage) {
            reading.addOfImage(file, format);
        } else {
            reading.add(file, format);
        }
    }

    private ReportFile file(String name, Path path) {
        return ReportFile.of(name, path).atMost(most);
    }

    @CheckForNull
    private static ReportReader reader(@CheckForNull String format) {
        return format == null || format.isEmpty()
                ? null
                : ReportFormats.named(format).orElseThrow();
    }

    private ArrayList<VexStatement> statements(WorkspaceFiles files) throws IOException, InterruptedException {
        ArrayList<VexStatement> statements = new ArrayList<>();
        if (vex != null) {
            for (Map.Entry<String, Path> file :
                    files.matching("vex", vex, false).entrySet()) {
                statements.addAll(VexFiles.read(file.getKey(), file.getValue()));
            }
        }
        return statements;
    }
}
