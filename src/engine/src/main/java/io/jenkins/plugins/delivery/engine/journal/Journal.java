package io.jenkins.plugins.delivery.engine.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A file of lines that is only ever appended to.
 *
 * <p>A line is on the disk when {@link #append} returns. A crash in the middle of a line costs that line and no other:
 * whoever appends next ends it and begins a line of their own. Any number of threads and processes may append.
 */
public final class Journal {
    private static final ConcurrentMap<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();
    private static final int PIECE = 8_192;

    private final Path file;

    public Journal(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /**
     * How the file ends.
     *
     * @param last its last whole line, without the line's end; empty where there is none
     * @param torn what follows that; empty unless a writer died
     */
    public record Tail(byte[] last, byte[] torn) {
        /** Whether a writer died in the middle of a line, or before its end. */
        public boolean isTorn() {
            return torn.length > 0;
        }
    }

    /** Says what to append, when nobody else can. */
    @FunctionalInterface
    public interface Entry {
        /** Lines without their ends; nothing is written for none. */
        List<String> after(Tail tail) throws IOException;

        /** They are on the disk, and still nobody else can append. */
        default void written() throws IOException {}
    }

    /** Says what is to stay. */
    @FunctionalInterface
    public interface Selection {
        List<byte[]> of(List<byte[]> lines) throws IOException;
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    /**
     * Appends lines while nobody else does.
     *
     * @throws IOException if they could not be written; then they may be on the disk or not
     */
    public void append(Entry entry) throws IOException {
        alone(() -> {
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                Tail tail = tail(channel);
                List<String> lines = entry.after(tail);
                if (lines.isEmpty()) {
                    return;
                }
                StringBuilder text = new StringBuilder(tail.isTorn() ? "\n" : "");
                lines.forEach(line -> text.append(line).append('\n'));
                write(channel, ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
            }
            entry.written();
        });
    }

    /**
     * All lines, the torn end included. Not as text: that may end in the middle of a character.
     *
     * @return nothing where there is no file yet
     */
    public List<byte[]> lines() throws IOException {
        List<byte[]> lines = new ArrayList<>();
        read(Long.MAX_VALUE, (buffer, begin, length) -> lines.add(Arrays.copyOfRange(buffer, begin, begin + length)));
        return lines;
    }

    /** The same of the first bytes of the file, one after the other. */
    void read(long bytes, JournalIndex.Lines lines) throws IOException {
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                new LineCutter(lines).cut(in, bytes);
            }
        }
    }

    /**
     * Keeps some of the lines and forgets the others, all at once or not at all.
     *
     * @throws IOException if it could not; then everything is as it was
     */
    public void keep(Selection selection) throws IOException {
        alone(() -> {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            for (byte[] line : selection.of(lines())) {
                text.write(line);
                text.write('\n');
            }
            swap(file, text.toByteArray());
        });
    }

    /** Writes a file beside and moves it into place. */
    public static void swap(Path file, byte[] content) throws IOException {
        Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + ".", ".new");
        try {
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                write(channel, ByteBuffer.wrap(content));
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /**
     * A lock on a file keeps out other processes, but not other threads of this one. It is on a file of its own, since
     * the journal itself may be put in place anew.
     */
    private void alone(Work work) throws IOException {
        Files.createDirectories(file.getParent());
        ReentrantLock threads = LOCKS.computeIfAbsent(file, path -> new ReentrantLock());
        threads.lock();
        try (FileChannel beside = FileChannel.open(
                        file.resolveSibling(file.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock processes = beside.lock()) {
            work.run();
        } finally {
            threads.unlock();
        }
    }

    private static void write(FileChannel channel, ByteBuffer text) throws IOException {
        channel.position(channel.size());
        while (text.hasRemaining()) {
            channel.write(text);
        }
        channel.force(true);
    }

    private static Tail tail(FileChannel channel) throws IOException {
        long end = channel.size();
        long torn = lineBefore(channel, end);
        byte[] rest = read(channel, torn, end);
        return torn == 0
                ? new Tail(new byte[0], rest)
                : new Tail(read(channel, lineBefore(channel, torn - 1), torn - 1), rest);
    }

    /** Where the line begins that goes on before this place. */
    private static long lineBefore(FileChannel channel, long place) throws IOException {
        for (long end = place; end > 0; end = Math.max(0, end - PIECE)) {
            long begin = Math.max(0, end - PIECE);
            byte[] piece = read(channel, begin, end);
            for (int at = piece.length - 1; at >= 0; at--) {
                if (piece[at] == '\n') {
                    return begin + at + 1;
                }
            }
        }
        return 0;
    }

    private static byte[] read(FileChannel channel, long begin, long end) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(end - begin));
        while (bytes.hasRemaining() && channel.read(bytes, begin + bytes.position()) >= 0) {
            continue;
        }
        return bytes.array();
    }
}
