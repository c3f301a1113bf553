package io.jenkins.plugins.delivery.rehearsal.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs that this machine may lack: each writes down how it was called, and does no more than its script says. */
final class StandIns {
    private final Path folder;
    private final Path calls;

    StandIns(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder.resolve("bin"));
        this.calls = folder.resolve("calls");
        for (String program :
                List.of("sh", "mkdir", "rm", "cat", "sed", "tr", "tail", "head", "git", "base64", "curl", "mv")) {
            link(program);
        }
    }

    /** What every agent has comes from this machine; nothing else of it is on the path. */
    StandIns link(String program) throws IOException {
        Path real = Stream.of("/bin", "/usr/bin")
                .map(place -> Path.of(place, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IOException("This machine has no " + program));
        write(program, "exec " + real + " \"$@\"");
        return this;
    }

    private void write(String program, String script) throws IOException {
        Path file = folder.resolve(program);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + file + " executable");
        }
    }

    /** Adds a program; {@code script} is what it does after it wrote down its arguments, one in each pair of brackets. */
    StandIns program(String name, String script) throws IOException {
        write(name, """
                { printf '%%s' %s; for word in "$@"; do printf ' [%%s]' "$word"; done; echo; } >> '%s'
                %s
                """.formatted(name, calls, script));
        return this;
    }

    /** Runs a script with these programs alone on the path. */
    String wrap(String script) {
        return "node { withEnv(['PATH=" + folder + "']) {\n" + script + "\n} }";
    }

    /** How the programs were called, in order. */
    List<String> calls() throws IOException {
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }
}
