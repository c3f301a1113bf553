package io.jenkins.plugins.delivery.rehearsal.steps.scm;

import hudson.model.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a folder as they are now, committed or not: what somebody who works on a pipeline wants to rehearse. What git ignores is left
 * out; without git, folders of build results are. No record: it is kept in {@code build.xml}, and XStream cannot read records back.
 */
public final class FolderSource implements SourceTree {
    private static final long serialVersionUID = 1;
    private static final Set<String> RESULTS = Set.of(".git", "target", "build", "node_modules", ".gradle");

    private final String folder;

    /** @param folder absolute path */
    public FolderSource(String folder) {
        this.folder = folder;
    }

    @Override
    public Map<String, String> checkout(Path workspace, Run<?, ?> run) throws IOException, InterruptedException {
        Path root = Path.of(folder).toAbsolutePath().normalize();
        Git git = new Git(root);
        boolean versioned = git.isRepository();
        if (!root.equals(workspace.toAbsolutePath().normalize())) {
            copy(versioned ? tracked(git) : found(root), root, workspace);
        }
        return versioned ? revision(git, run) : Map.of();
    }

    private static List<String> tracked(Git git) throws IOException, InterruptedException {
        String list = git.run("ls-files", "-z", "--cached", "--others", "--exclude-standard");
        return List.of(list.split("\0")).stream()
                .filter(file -> !file.isEmpty())
                .toList();
    }

    private static List<String> found(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .filter(file -> Stream.iterate(file, path -> path != null, Path::getParent)
                            .noneMatch(
                                    part -> RESULTS.contains(part.getFileName().toString())))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static void copy(List<String> files, Path root, Path workspace) throws IOException {
        Files.createDirectories(workspace);
        for (String file : files) {
            Path source = root.resolve(file);
            if (Files.isRegularFile(source)) {
                Path target = workspace.resolve(file);
                Files.createDirectories(target.getParent());
                Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static Map<String, String> revision(Git git, Run<?, ?> run) throws IOException, InterruptedException {
        Map<String, String> variables = new LinkedHashMap<>();
        try {
            String commit = git.run("rev-parse", "--verify", "HEAD");
            run.addOrReplaceAction(new Revision(commit));
            variables.put("GIT_COMMIT", commit);
            variables.put("GIT_BRANCH", git.run("rev-parse", "--abbrev-ref", "HEAD"));
        } catch (IOException noCommitYet) {
            return Map.of();
        }
        return variables;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }
}
