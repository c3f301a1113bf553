package io.jenkins.plugins.delivery.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.remoting.VirtualChannel;
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

    private final String patterns;
    private final String format;
    private final String suppressions;
    private final String vex;
    private final boolean allowEmpty;
    private final byte[] key;

    /** @param key of the fingerprints */
    ReadReports(SecurityScanStep step, byte[] key) {
        patterns = step.getReports();
        format = step.getFormat();
        suppressions = step.getSuppressions();
        vex = step.getVex();
        allowEmpty = step.isAllowEmpty();
        this.key = key.clone();
    }

    @Override
    public Content invoke(File workspace, VirtualChannel channel) throws IOException, InterruptedException {
        WorkspaceFiles files = new WorkspaceFiles(workspace);
        String text = suppressions == null ? null : files.text("suppressions", suppressions);
        List<ReportFile> reports = new ArrayList<>();
        ArrayList<String> names = new ArrayList<>();
        files.matching("reports", patterns, allowEmpty).forEach((name, path) -> {
            reports.add(ReportFile.of(name, path));
            names.add(name);
        });
        try {
            ReportReader forced =
                    format == null ? null : ReportFormats.named(format).orElseThrow();
            ScanReport report = new ReportFiles(
                            new Fingerprints(key), new Checkout(workspace.toPath()), forced, allowEmpty)
                    .read(reports);
            return new Content(report, names, text, statements(files));
        } catch (ReportFormatException e) {
            // The message says it all; a stack trace of the reader helps nobody who wrote a Jenkinsfile.
            throw new AbortException(e.getMessage());
        }
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
