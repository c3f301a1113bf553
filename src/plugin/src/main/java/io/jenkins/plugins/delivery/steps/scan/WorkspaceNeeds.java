package io.jenkins.plugins.delivery.steps.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.delivery.engine.scan.run.AutoScanners;
import io.jenkins.plugins.delivery.engine.scan.run.ScannerNeed;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jenkins.MasterToSlaveFileCallable;

/** Looks on the agent what there is to scan. Follows no links. */
final class WorkspaceNeeds extends MasterToSlaveFileCallable<ArrayList<ScannerNeed>> {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 12;
    private static final int MOST_FILES = 200_000;

    /** What others have written or what is made here is not what is scanned by its own sort. */
    private static final Set<String> SKIPPED =
            Set.of(".git", ".hg", ".svn", "node_modules", "vendor", ".venv", "target");

    private final String image;

    WorkspaceNeeds(@CheckForNull String image) {
        this.image = image;
    }

    @Override
    public ArrayList<ScannerNeed> invoke(File folder, VirtualChannel channel) throws IOException {
        Path root = folder.toPath();
        List<String> files = new ArrayList<>();
        Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean skipped = !directory.equals(root)
                        && SKIPPED.contains(directory.getFileName().toString());
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(root.relativize(file).toString().replace('\\', '/'));
                return files.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) {
                return FileVisitResult.CONTINUE;
            }
        });
        return new ArrayList<>(AutoScanners.needs(files, image));
    }
}
