package io.jenkins.plugins.delivery.flow;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.flow.Reading;
import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import io.jenkins.plugins.delivery.engine.flow.ReportKind;
import io.jenkins.plugins.delivery.engine.flow.ReportKinds;
import io.jenkins.plugins.delivery.engine.flow.ReportSource;
import io.jenkins.plugins.delivery.engine.journal.Digest;
import io.jenkins.plugins.delivery.steps.WorkspaceFiles;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import jenkins.MasterToSlaveFileCallable;

/** Reads a report where it is: on the agent. */
final class ReadFlowReport extends MasterToSlaveFileCallable<ReadFlowReport.Content> {
    private static final long serialVersionUID = 1L;

    /**
     * What the workspace says.
     *
     * @param digest SHA-256 of the report
     * @param artifactDigest SHA-256 of what it is about, or null
     */
    record Content(
            Reading reading, String digest, @CheckForNull String artifactDigest) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    private final String kind;
    private final String file;
    private final String before;
    private final String artifact;
    private final LinkedHashMap<String, Object> settings;
    private final long most;

    ReadFlowReport(DeliveryReportStep step) {
        kind = step.getKind();
        file = step.getFile();
        before = step.getBefore();
        artifact = step.getArtifact();
        settings = step.settings();
        most = DeliveryConfiguration.get().getLargestReportMegabytes() * 1024L * 1024L;
    }

    @Override
    public Content invoke(File workspace, VirtualChannel channel) throws IOException {
        WorkspaceFiles files = new WorkspaceFiles(workspace);
        ReportKind reader = ReportKinds.named(kind);
        try {
            Path path = files.file("file", file);
            ReportSource source = new ReportSource(
                    new ReportInput(file, path, most),
                    before == null ? null : new ReportInput(before, files.file("before", before), most));
            Reading reading = reader.read(source, DeliveryReportStep.settings(reader, settings));
            String about = artifact == null ? null : Digest.of(files.file("artifact", artifact));
            return new Content(reading, Digest.of(path), about);
        } catch (ReportException | ArgumentException e) {
            // The message says it all; a stack trace of the reader helps nobody who wrote a Jenkinsfile.
            throw new AbortException(e.getMessage());
        }
    }
}
