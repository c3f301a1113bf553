package io.jenkins.plugins.delivery.rehearsal.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.rehearsal.steps.scm.GitSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The git repository that a case takes its pipeline from, if any. */
final class SourceRepository {
    private final ConformanceCase subject;
    private final Path folder;

    private SourceRepository(ConformanceCase subject, Path folder) {
        this.subject = subject;
        this.folder = folder;
    }

    static SourceRepository of(ConformanceCase subject, Path folder) throws IOException, InterruptedException {
        SourceRepository repository = new SourceRepository(subject, folder);
        if (repository.exists()) {
            repository.create();
        }
        return repository;
    }

    private boolean exists() {
        return subject.json().has("scm") || subject.json().has("multibranch");
    }

    private void create() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.copy(subject.folder().resolve("Jenkinsfile"), folder.resolve("Jenkinsfile"));
        Path files = subject.folder().resolve("repo");
        if (Files.isDirectory(files)) {
            try (Stream<Path> all = Files.walk(files).filter(Files::isRegularFile)) {
                for (Path file : (Iterable<Path>) all::iterator) {
                    Path target = folder.resolve(files.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
        git("init", "--quiet", "--initial-branch=main");
        commit("initial");
        for (JsonNode branch : subject.json().path("multibranch").path("branches")) {
            if (!branch.asText().equals("main")) {
                git(branch.asText().startsWith("v") ? "tag" : "branch", branch.asText());
            }
        }
    }

    void before(JsonNode plan) throws IOException, InterruptedException {
        JsonNode commit = plan.path("commitBefore");
        if (commit.isMissingNode() || commit.isNull()) {
            return;
        }
        for (Iterator<Map.Entry<String, JsonNode>> files = commit.path("files").fields(); files.hasNext(); ) {
            Map.Entry<String, JsonNode> file = files.next();
            Files.writeString(folder.resolve(file.getKey()), file.getValue().asText());
        }
        commit(commit.path("message").asText());
    }

    Optional<GitSource> source(String branch) {
        if (!exists()) {
            return Optional.empty();
        }
        GitSource.Kind kind = !subject.json().has("multibranch")
                ? GitSource.Kind.SINGLE_BRANCH
                : branch.startsWith("v") ? GitSource.Kind.TAG : GitSource.Kind.BRANCH;
        return Optional.of(new GitSource(folder.toString(), branch, kind));
    }

    private void commit(String message) throws IOException, InterruptedException {
        git("add", "--all");
        git("-c", "user.name=dev", "-c", "user.email=dev@example.org", "commit", "--quiet", "-m", message);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + output);
        }
    }
}
