package io.jenkins.plugins.delivery.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A Git repository in a folder of this machine, with all commits on its branch {@code main}. */
final class GitRepository {
    private final Path folder;

    private GitRepository(Path folder) {
        this.folder = folder;
    }

    static GitRepository create(Path folder) {
        try {
            Folders.delete(folder);
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        GitRepository repository = new GitRepository(folder);
        repository.git("init", "--quiet", "--initial-branch=main");
        return repository;
    }

    /** One that is there already. */
    static GitRepository at(Path folder) {
        return new GitRepository(folder);
    }

    /** Copies a file, or all that is in a folder, to a place in the repository. */
    GitRepository add(Path from, String to) {
        try (Stream<Path> files = Files.walk(from).filter(Files::isRegularFile)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = folder.resolve(to).resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    GitRepository write(String path, String text) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(folder.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    GitRepository commit(String message) {
        git("add", "--all");
        git("-c", "user.name=dev", "-c", "user.email=dev@example.org", "commit", "--quiet", "-m", message);
        return this;
    }

    /** A branch whose last commit is the last one of {@code main}. */
    void branch(String name) {
        git("branch", name);
    }

    void tag(String name) {
        git("tag", name);
    }

    Path folder() {
        return folder;
    }

    private void git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AcceptanceException(command + ": " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AcceptanceException("Interrupted: " + command, e);
        }
    }
}
