package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Findings in few bytes each: what they share is kept once, and of a message only what differs from the first one of
 * its shape. A million findings of a code analyser are a few dozen megabytes.
 *
 * <p>A record is the digest of the fingerprint, then as numbers its occurrence, shape, path, line, and the message: how many
 * of its bytes are those of the sample at the beginning and at the end, and how many are its own, which follow. If it is
 * about a package, rule, name, version and remedy follow, written as the message is.
 */
final class FindingArena implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int NUMBERS = (4 + 5 * 3) * 5;

    /** A report may be made so that hashes are the same: what is compared then has an end. */
    private static final int MOST_KNOWN = 1 << 15;

    private final ByteArena records = new ByteArena();
    private final List<FindingShape> shapes = new ArrayList<>();
    private final List<byte[][]> samples = new ArrayList<>();
    private final List<String> paths = new ArrayList<>(List.of(""));
    private transient PositionTable shapeNumbers = new PositionTable();

    /**
     * Keeps a finding and returns its address.
     *
     * @param occurrence 1-based, among the problems with this digest
     */
    int add(Arrival arrival, int occurrence) {
        byte[][] texts = texts(arrival);
        int shape = shapeNumber(arrival.shape(), texts);
        int most = arrival.digest().length + NUMBERS;
        for (byte[] text : texts) {
            most += text.length;
        }
        int address = records.begin(most);
        records.write(arrival.digest(), 0, arrival.digest().length);
        records.write(occurrence);
        records.write(shape);
        records.write(arrival.path() == null ? 0 : pathNumber(arrival.path()));
        records.write(arrival.line());
        for (int i = 0; i < texts.length; i++) {
            records.write(texts[i], samples.get(shape)[i]);
        }
        return address;
    }

    private static byte[][] texts(Arrival arrival) {
        byte[] message = bytes(arrival.message());
        Component component = arrival.component();
        return component == null
                ? new byte[][] {message}
                : new byte[][] {
                    message,
                    bytes(arrival.rule()),
                    bytes(component.name()),
                    bytes(component.version()),
                    bytes(component.fixedIn())
                };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private int shapeNumber(FindingShape shape, byte[][] texts) {
        int hash = shape.hashCode();
        for (int at = shapeNumbers.first(hash); at >= 0; at = shapeNumbers.next()) {
            if (shapes.get(at).equals(shape)) {
                return at;
            }
        }
        shapeNumbers = shapeNumbers.size() < MOST_KNOWN ? shapeNumbers : new PositionTable();
        shapeNumbers.add(hash, shapes.size());
        shapes.add(shape);
        samples.add(texts);
        return shapes.size() - 1;
    }

    private int pathNumber(KnownPaths.Known path) {
        if (path.number == 0) {
            path.number = paths.size();
            paths.add(path.text);
        }
        return path.number;
    }

    Finding get(int address) {
        ByteArena.Cursor record = records.at(address);
        String name = fingerprint(record);
        int number = record.number();
        FindingShape shape = shapes.get(number);
        String path = paths.get(record.number());
        int line = record.number();
        Place place = path.isEmpty() ? null : new Place(path, line);
        byte[][] sample = samples.get(number);
        String message = record.text(sample[0]);
        if (!shape.ofPackages()) {
            return shape.finding(name, message, place);
        }
        String rule = record.text(sample[1]);
        Component component = new Component(record.text(sample[2]), record.text(sample[3]), record.text(sample[4]));
        return shape.finding(name, rule, component, message, place);
    }

    String fingerprint(int address) {
        return fingerprint(records.at(address));
    }

    private static String fingerprint(ByteArena.Cursor record) {
        return occurrence(Fingerprints.text(record.bytes(Fingerprints.BYTES)), record.number());
    }

    /** What was added to have a finding about a package here. */
    Arrival arrival(int address) {
        return Arrival.ofPackage(digest(address), get(address), path(address));
    }

    /** Whether the finding at this address has this fingerprint, but for its occurrence. */
    boolean isCalled(int address, byte[] digest) {
        return records.startsWith(address, digest);
    }

    /** Whether the finding at this address has this fingerprint. */
    boolean isCalled(int address, byte[] digest, int occurrence) {
        return isCalled(address, digest) && after(address).number() == occurrence;
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
