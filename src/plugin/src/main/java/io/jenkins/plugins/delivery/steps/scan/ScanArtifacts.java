package io.jenkins.plugins.delivery.steps.scan;

import hudson.FilePath;
import hudson.model.Run;
import hudson.model.StreamBuildListener;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.engine.scan.FindingStore;
import io.jenkins.plugins.delivery.engine.scan.export.JsonExport;
import io.jenkins.plugins.delivery.engine.scan.export.SarifExport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import jenkins.model.Jenkins;

/** Keeps what a scan found, and what scanners listed, among the artifacts of the build. */
final class ScanArtifacts {
    private static final String FOLDER = "delivery/";

    private final Run<?, ?> run;
    private final TaskListener listener;
    private final String name;

    /** @param name of the report, which the files are called by */
    ScanArtifacts(Run<?, ?> run, TaskListener listener, String name) {
        this.run = run;
        this.listener = listener;
        this.name = name;
    }

    /** The findings as SARIF and JSON. What goes wrong here is said and costs no more than the files. */
    void archive(FindingStore findings) throws InterruptedException {
        Path folder = run.getRootDir().toPath().resolve("delivery").resolve(name + ".artifacts");
        FilePath files = new FilePath(folder.toFile());
        try {
            Files.createDirectories(folder);
            write(folder.resolve("sarif"), out -> SarifExport.write(findings, out));
            write(folder.resolve("json"), out -> JsonExport.write(findings, out));
            archive(files, Map.of(FOLDER + name + ".sarif", "sarif", FOLDER + name + ".json", "json"));
        } catch (IOException e) {
            told(e);
        } finally {
            delete(files);
        }
    }

    /** The inventories of scanners that list what is there. */
    void archive(FilePath results, Iterable<String> scanners) throws InterruptedException {
        Map<String, String> files = new TreeMap<>();
        scanners.forEach(scanner -> files.put(FOLDER + name + "-" + scanner + ".json", scanner + ".report"));
        if (!files.isEmpty()) {
            try {
                archive(results, files);
            } catch (IOException e) {
                told(e);
            }
        }
    }

    private void archive(FilePath from, Map<String, String> files) throws IOException, InterruptedException {
        run.pickArtifactManager()
                .archive(
                        from,
                        Jenkins.get().createLauncher(listener),
                        new StreamBuildListener(listener.getLogger(), StandardCharsets.UTF_8),
                        files);
    }

    private void told(IOException problem) {
        listener.getLogger().println("securityScan: the artifacts could not be kept: " + problem.getMessage());
    }

    private void delete(FilePath files) throws InterruptedException {
        try {
            files.deleteRecursive();
        } catch (IOException e) {
            told(e);
        }
    }

    /** Writes one form of the findings. */
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static void write(Path file, Content content) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            content.writeTo(out);
        }
    }
}
