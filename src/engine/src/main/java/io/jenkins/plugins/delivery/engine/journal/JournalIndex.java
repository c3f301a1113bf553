package io.jenkins.plugins.delivery.engine.journal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the lines of a journal come to, kept in memory: what is appended here is added to it, and a file that somebody else
 * has changed is read anew. Where memory gets short, it is let go and read when it is asked for.
 *
 * @param <I> what is kept
 */
public final class JournalIndex<I extends JournalIndex.Lines> {
    private final Journal journal;
    private final Supplier<I> empty;
    private SoftReference<Known<I>> known = new SoftReference<>(null);

    /**
     * @param empty what no lines come to
     */
    public JournalIndex(Journal journal, Supplier<I> empty) {
        this.journal = journal;
        this.empty = empty;
    }

    /** Gets every line, from the first on, without its end. */
    @FunctionalInterface
    public interface Lines {
        /** The line is that part of the buffer, which will hold something else soon. */
        void add(byte[] buffer, int begin, int length);
    }

    private record Known<I>(FileStamp stamp, I index) {}

    /**
     * An answer for the file as it is now.
     *
     * @param question is asked while nothing changes, and must not hand out anything that will
     */
    public synchronized <R> R ask(Function<I, R> question) throws IOException {
        FileStamp now = FileStamp.of(journal.file());
        Known<I> last = known.get();
        if (last == null || !last.stamp().equals(now)) {
            I index = empty.get();
            journal.read(now.size(), index);
            last = new Known<>(now, index);
            known = new SoftReference<>(last);
        }
        return question.apply(last.index());
    }

    /**
     * Appends to the journal, see {@link Journal#append}.
     *
     * @throws IOException if it could not be written
     */
    public void append(Journal.Entry entry) throws IOException {
        journal.append(new Added(entry));
    }

    /** Only what knew the file as it was before knows it as it is after. */
    private synchronized void add(@CheckForNull FileStamp before, List<String> lines) throws IOException {
        Known<I> last = known.get();
        known = new SoftReference<>(null);
        if (last == null || !last.stamp().equals(before)) {
            return;
        }
        long size = before.size();
        for (String line : lines) {
            byte[] text = line.getBytes(StandardCharsets.UTF_8);
            last.index().add(text, 0, text.length);
            size += text.length + 1;
        }
        FileStamp after = FileStamp.of(journal.file());
        if (after.size() == size) {
            known = new SoftReference<>(new Known<>(after, last.index()));
        }
    }

    private final class Added implements Journal.Entry {
        private final Journal.Entry entry;
        private FileStamp before;
        private List<String> lines = List.of();

        Added(Journal.Entry entry) {
            this.entry = entry;
        }

        @Override
        public List<String> after(Journal.Tail tail) throws IOException {
            before = tail.isTorn() ? null : FileStamp.of(journal.file());
            lines = entry.after(tail);
            return lines;
        }

        @Override
        public void written() throws IOException {
            add(before, lines);
            entry.written();
        }
    }
}
