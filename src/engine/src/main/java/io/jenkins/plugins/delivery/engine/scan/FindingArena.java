package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Findings in few bytes each: what they share is kept once, and of a message only what differs from the first one of
 * its shape. A million findings of a code analyser are a few dozen megabytes.
 *
 * <p>A record is the digest of the fingerprint, then as numbers its occurrence, shape, path, line, how many bytes of the
 * message are those of the sample at its beginning and at its end, and how many are its own, which follow.
 */
final class FindingArena implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int NUMBERS = 7 * 5;

    private final ByteArena records = new ByteArena();
    private final List<FindingShape> shapes = new ArrayList<>();
    private final List<byte[]> samples = new ArrayList<>();
    private final List<String> paths = new ArrayList<>(List.of(""));
    private transient PositionTable shapeNumbers = new PositionTable();

    /**
     * Keeps a finding and returns its address.
     *
     * @param digest of the fingerprint
     * @param occurrence 1-based, among the problems with this digest
     */
    int add(
            byte[] digest,
            int occurrence,
            FindingShape shape,
            String message,
            @CheckForNull KnownPaths.Known path,
            int line) {
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        int number = shapeNumber(shape, text);
        byte[] sample = samples.get(number);
        int same = Arrays.mismatch(sample, text);
        int start = same < 0 ? text.length : same;
        int end = sameAtEnd(sample, text, start);
        int own = text.length - start - end;
        int address = records.begin(digest.length + NUMBERS + own);
        records.write(digest, 0, digest.length);
        records.write(occurrence);
        records.write(number);
        records.write(path == null ? 0 : pathNumber(path));
        records.write(line);
        records.write(start);
        records.write(end);
        records.write(own);
        records.write(text, start, own);
        return address;
    }

    private int shapeNumber(FindingShape shape, byte[] text) {
        int hash = shape.hashCode();
        int known = shapeNumbers.find(hash, at -> shapes.get(at).equals(shape));
        if (known >= 0) {
            return known;
        }
        shapeNumbers.add(hash, shapes.size());
        shapes.add(shape);
        samples.add(text);
        return shapes.size() - 1;
    }

    private int pathNumber(KnownPaths.Known path) {
        if (path.number == 0) {
            path.number = paths.size();
            paths.add(path.text);
        }
        return path.number;
    }

    private static int sameAtEnd(byte[] sample, byte[] text, int start) {
        int most = Math.min(sample.length, text.length) - start;
        int same = 0;
        while (same < most && sample[sample.length - 1 - same] == text[text.length - 1 - same]) {
            same++;
        }
        return same;
    }

    Finding get(int address) {
        ByteArena.Cursor record = records.at(address);
        String fingerprint = Fingerprints.text(record.bytes(Fingerprints.BYTES));
        int occurrence = record.number();
        int shape = record.number();
        String path = paths.get(record.number());
        int line = record.number();
        return shapes.get(shape)
                .finding(
                        occurrence(fingerprint, occurrence),
                        message(samples.get(shape), record),
                        path.isEmpty() ? null : new Place(path, line));
    }

    private static String message(byte[] sample, ByteArena.Cursor record) {
        int start = record.number();
        int end = record.number();
        int own = record.number();
        byte[] text = new byte[start + own + end];
        System.arraycopy(sample, 0, text, 0, start);
        record.copyTo(text, start, own);
        System.arraycopy(sample, sample.length - end, text, start + own, end);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** Whether the finding at this address has this fingerprint. */
    boolean isCalled(int address, byte[] digest, int occurrence) {
        return records.startsWith(address, digest) && after(address).number() == occurrence;
    }

    byte[] digest(int address) {
        return records.at(address).bytes(Fingerprints.BYTES);
    }

    int occurrence(int address) {
        return number(address, 0);
    }

    FindingShape shape(int address) {
        return shapes.get(number(address, 1));
    }

    /** Where it is, or null where nobody has said. */
    @CheckForNull
    KnownPaths.Known path(int address) {
        int number = number(address, 2);
        return number == 0 ? null : new KnownPaths.Known(paths.get(number), paths.get(number), number);
    }

    int line(int address) {
        return number(address, 3);
    }

    private int number(int address, int which) {
        ByteArena.Cursor record = after(address);
        for (int i = 0; i < which; i++) {
            record.number();
        }
        return record.number();
    }

    private ByteArena.Cursor after(int address) {
        ByteArena.Cursor record = records.at(address);
        record.bytes(Fingerprints.BYTES);
        return record;
    }

    /** Nothing is added any more: what only serves that is let go. */
    void seal() {
        shapeNumbers = new PositionTable();
    }

    /** The name of the n-th problem with the same fingerprint. */
    static String occurrence(String fingerprint, int number) {
        return number == 1 ? fingerprint : fingerprint + "." + number;
    }
}
