package io.jenkins.plugins.delivery.rehearsal.steps.workspace;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A script that runs by itself. Its folder holds the script, what it printed, how far that has been read, and in the end its exit
 * code; so it can be found again from the folder and the process id alone.
 */
final class ShellProcess implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int GONE = -1;

    private final String folder;
    private final long pid;
    private int missing;

    private ShellProcess(String folder, long pid) {
        this.folder = folder;
        this.pid = pid;
    }

    static ShellProcess start(String script, Path directory, EnvVars environment, boolean separateOutput)
            throws IOException {
        String id = UUID.randomUUID().toString().substring(0, 8);
        Path folder = Path.of(directory + "@tmp").resolve("durable-" + id);
        Files.createDirectories(folder);
        Path file = folder.resolve("script.sh");
        Files.writeString(file, script);
        Files.createFile(folder.resolve("log"));
        boolean ownInterpreter = script.startsWith("#!");
        if (ownInterpreter && !file.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + file + " executable");
        }
        String command = (ownInterpreter ? "" : "/bin/sh -xe ") + "\"$0/script.sh\"";
        String output = separateOutput ? " >\"$0/output\" 2>\"$0/log\"" : " >\"$0/log\" 2>&1";
        String wrapper = command + output + "; echo $? >\"$0/status.new\"; mv \"$0/status.new\" \"$0/status\"";
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", wrapper, folder.toString());
        builder.directory(directory.toFile());
        builder.environment().putAll(environment);
        builder.redirectInput(new File("/dev/null"));
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        return new ShellProcess(folder.toString(), builder.start().pid());
    }

    private Path file(String name) {
        return Path.of(folder, name);
    }

    /** The exit code, null while the script runs; -1 if it vanished without leaving one. */
    @CheckForNull
    Integer status() throws IOException {
        try {
            return Integer.valueOf(Files.readString(file("status")).strip());
        } catch (NoSuchFileException running) {
            boolean alive = handle().map(ProcessHandle::isAlive).orElse(false);
            missing = alive ? 0 : missing + 1;
            return missing > 2 ? Integer.valueOf(GONE) : null;
        }
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid);
    }

    CompletableFuture<?> onExit() {
        return handle().<CompletableFuture<?>>map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** Copies what has been printed since the last call, in this life of the controller or one before. */
    void copyLogTo(PrintStream out) throws IOException {
        long read = offset();
        try (RandomAccessFile log = new RandomAccessFile(file("log").toFile(), "r")) {
            long length = log.length();
            if (length <= read) {
                return;
            }
            byte[] bytes = new byte[(int) Math.min(length - read, 1 << 20)];
            log.seek(read);
            log.readFully(bytes);
            out.write(bytes, 0, bytes.length);
            out.flush();
            Path next = file("read.new");
            Files.writeString(next, Long.toString(read + bytes.length));
            Files.move(next, file("read"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.size(file("log")) > offset()) {
            copyLogTo(out);
        }
    }

    /** Whether what was printed last lacks a line end. */
    boolean endsInsideLine() throws IOException {
        String text = logText();
        return !text.isEmpty() && !text.endsWith("\n");
    }

    private long offset() throws IOException {
        try {
            return Long.parseLong(Files.readString(file("read")).strip());
        } catch (NoSuchFileException nothingRead) {
            return 0;
        }
    }

    String output() throws IOException {
        return Files.readString(file("output"), StandardCharsets.UTF_8);
    }

    String logText() throws IOException {
        return new String(Files.readAllBytes(file("log")), StandardCharsets.UTF_8);
    }

    /** Asks the script and everything that it started to end. */
    void kill() {
        handle().ifPresent(process -> process.descendants().forEach(ProcessHandle::destroy));
    }

    void cleanUp() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(Path.of(folder));
    }
}
