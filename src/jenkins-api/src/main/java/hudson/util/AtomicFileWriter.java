package hudson.util;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes beside a file, and takes its place only when everything is written. */
public class AtomicFileWriter extends Writer {
    private final Path target;
    private final Path temporary;
    private final Writer writer;

    public AtomicFileWriter(Path target, Charset charset) throws IOException {
        this.target = target.toAbsolutePath();
        Path directory = this.target.getParent();
        Files.createDirectories(directory);
        temporary = Files.createTempFile(directory, "atomic", ".tmp");
        writer = Files.newBufferedWriter(temporary, charset);
    }

    @Override
    public void write(int c) throws IOException {
        writer.write(c);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        writer.write(text, offset, length);
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        writer.write(buffer, offset, length);
    }

    @Override
    public void flush() throws IOException {
        writer.flush();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** Drops what was written; without effect after {@link #commit}. */
    public void abort() throws IOException {
        writer.close();
        Files.deleteIfExists(temporary);
    }

    /** Puts what was written in place of the file. */
    public void commit() throws IOException {
        writer.close();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public File getTemporaryFile() {
        return temporary.toFile();
    }

    public Path getTemporaryPath() {
        return temporary;
    }
}
