package io.jenkins.plugins.delivery.rehearsal.steps.scm;

import hudson.AbortException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls git in a folder: without the user's and the machine's configuration, without hooks, and without asking for anything. */
final class Git {
    private static final Map<String, String> ISOLATED = Map.of(
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_TERMINAL_PROMPT", "0",
            "GIT_CONFIG_COUNT", "2",
            "GIT_CONFIG_KEY_0", "safe.directory",
            "GIT_CONFIG_VALUE_0", "*",
            "GIT_CONFIG_KEY_1", "core.hooksPath",
            "GIT_CONFIG_VALUE_1", "/dev/null");

    private final Path folder;

    Git(Path folder) {
        this.folder = folder;
    }

    /** What git prints, without the line end after it. */
    String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(ISOLATED);
        Path errors = java.nio.file.Files.createTempFile("git", ".err");
        try {
            Process process = builder.redirectError(errors.toFile()).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AbortException("git " + String.join(" ", arguments) + " failed: "
                        + java.nio.file.Files.readString(errors).strip());
            }
            return output.stripTrailing();
        } finally {
            java.nio.file.Files.delete(errors);
        }
    }

    /** True if git is installed and the folder belongs to a repository. */
    boolean isRepository() throws InterruptedException {
        try {
            return run("rev-parse", "--is-inside-work-tree").equals("true");
        } catch (IOException noGit) {
            return false;
        }
    }
}
