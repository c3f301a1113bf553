package io.jenkins.plugins.delivery.engine.scan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The findings of a build in one compact file from which any page can be read without the others.
 *
 * <p>The file is a sequence of deflated JSON arrays of {@value #BLOCK} findings each, then the deflated columns that
 * findings are selected and ordered by, then the offset of each block and of the columns as eight bytes, then the
 * number of findings (four bytes) and the mark {@code PDF2}.
 */
public final class FindingStore {
    private static final int BLOCK = 64;
    private static final int MARK = 0x50444632;
    private static final int TRAILER = Integer.BYTES * 2;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;

    public FindingStore(Path file) {
        this.file = file;
    }

    /** Writes the file anew: whoever reads meanwhile sees the old one or the new one, never half of it. */
    public void write(List<AssessedFinding> findings) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(draft))) {
            List<Long> offsets = new ArrayList<>();
            FindingColumnsBuilder columns = new FindingColumnsBuilder(findings.size());
            long offset = 0;
            for (int from = 0; from < findings.size(); from += BLOCK) {
                // Once, because a list may make its elements anew each time.
                List<AssessedFinding> some =
                        List.copyOf(findings.subList(from, Math.min(findings.size(), from + BLOCK)));
                some.forEach(each -> columns.add(each.finding(), each.standing()));
                byte[] block = deflate(some);
                offsets.add(offset);
                out.write(block);
                offset += block.length;
            }
            offsets.add(offset);
            out.write(deflate(columns.build()));
            for (long start : offsets) {
                out.writeLong(start);
            }
            out.writeInt(findings.size());
            out.writeInt(MARK);
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Something that is another whenever the file is. */
    public String version() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return Long.toHexString(attributes.lastModifiedTime().toMillis()) + "-" + Long.toHexString(attributes.size());
    }

    /** How many findings the file holds. */
    public int size() throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            return size(in);
        }
    }

    public List<AssessedFinding> readAll() throws IOException {
        List<AssessedFinding> all = new ArrayList<>();
        forEach(all::add);
        return all;
    }

    /** Hands all findings on, in the order of the report, without holding more than a few of them. */
    public void forEach(FindingConsumer consumer) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int size = size(in);
            for (int block = 0; block < blocks(size); block++) {
                for (AssessedFinding finding : block(in, size, block, number -> true)) {
                    consumer.accept(finding);
                }
            }
        }
    }

    /** Takes findings one by one. */
    @FunctionalInterface
    public interface FindingConsumer {
        void accept(AssessedFinding finding) throws IOException;
    }

    /** The page that somebody asks for; a page behind the last one is empty. */
    public FindingPage find(FindingQuery query) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int size = size(in);
            int[] selected = columns(in, size).select(query);
            if (!query.text().isEmpty()) {
                selected = withText(in, size, selected, query);
            }
            int from = (int) Math.min(selected.length, (query.page() - 1L) * query.size());
            int to = (int) Math.min(selected.length, (long) from + query.size());
            return new FindingPage(selected.length, findings(in, size, Arrays.copyOfRange(selected, from, to)));
        }
    }

    private int[] withText(RandomAccessFile in, int size, int[] selected, FindingQuery query) throws IOException {
        BitSet wanted = new BitSet(size);
        Arrays.stream(selected).forEach(wanted::set);
        BitSet matching = new BitSet(size);
        TextFilter filter = new TextFilter(query.text());
        for (int number = wanted.nextSetBit(0); number >= 0; ) {
            int block = number / BLOCK;
            int first = block * BLOCK;
            byte[] json = section(in, size, block).readAllBytes();
            if (!filter.mayBeIn(json)) {
                number = wanted.nextSetBit(first + BLOCK);
                continue;
            }
            List<AssessedFinding> findings = block(new ByteArrayInputStream(json), index -> wanted.get(first + index));
            for (AssessedFinding finding : findings) {
                matching.set(number, query.hasText(finding));
                number = wanted.nextSetBit(number + 1);
            }
        }
        return Arrays.stream(selected).filter(matching::get).toArray();
    }

    /** These findings, in this order, out of as few blocks as they lie in. */
    private List<AssessedFinding> findings(RandomAccessFile in, int size, int[] numbers) throws IOException {
        Map<Integer, BitSet> blocks = new TreeMap<>();
        for (int number : numbers) {
            blocks.computeIfAbsent(number / BLOCK, ignored -> new BitSet(BLOCK)).set(number % BLOCK);
        }
        Map<Integer, AssessedFinding> found = new HashMap<>();
        for (Map.Entry<Integer, BitSet> block : blocks.entrySet()) {
            int index = -1;
            for (AssessedFinding finding : block(in, size, block.getKey(), block.getValue()::get)) {
                index = block.getValue().nextSetBit(index + 1);
                found.put(block.getKey() * BLOCK + index, finding);
            }
        }
        return Arrays.stream(numbers).mapToObj(found::get).toList();
    }

    private int size(RandomAccessFile in) throws IOException {
        if (in.length() < TRAILER) {
            throw broken();
        }
        in.seek(in.length() - TRAILER);
        int size = in.readInt();
        if (in.readInt() != MARK || size < 0 || indexStart(in.length(), size) < 0) {
            throw broken();
        }
        return size;
    }

    /** Those findings of a block whose index in it is wanted; the others are stepped over. */
    private List<AssessedFinding> block(RandomAccessFile in, int size, int number, IntPredicate wanted)
            throws IOException {
        return block(section(in, size, number), wanted);
    }

    private static List<AssessedFinding> block(InputStream section, IntPredicate wanted) throws IOException {
        List<AssessedFinding> findings = new ArrayList<>();
        try (JsonParser json = JSON.createParser(section)) {
            json.nextToken();
            for (int index = 0; json.nextToken() == JsonToken.START_OBJECT; index++) {
                if (wanted.test(index)) {
                    findings.add(JSON.readValue(json, AssessedFinding.class));
                } else {
                    json.skipChildren();
                }
            }
        }
        return findings;
    }

    private FindingColumns columns(RandomAccessFile in, int size) throws IOException {
        try (DataInputStream columns = new DataInputStream(section(in, size, blocks(size)))) {
            return FindingColumns.read(columns, size);
        }
    }

    /** What was deflated as the n-th. */
    private InputStream section(RandomAccessFile in, int size, int number) throws IOException {
        long index = indexStart(in.length(), size);
        in.seek(index + (long) number * Long.BYTES);
        long start = in.readLong();
        long end = number < blocks(size) ? in.readLong() : index;
        if (start < 0 || end < start || end > index) {
            throw broken();
        }
        byte[] deflated = new byte[(int) (end - start)];
        in.seek(start);
        in.readFully(deflated);
        return new InflaterInputStream(new ByteArrayInputStream(deflated));
    }

    private static byte[] deflate(FindingColumns columns) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new DeflaterOutputStream(bytes), 1 << 16))) {
            columns.write(out);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflate(List<AssessedFinding> findings) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            JSON.writeValue(out, findings);
        }
        return bytes.toByteArray();
    }

    private static int blocks(int size) {
        return (size + BLOCK - 1) / BLOCK;
    }

    private static long indexStart(long length, int size) {
        return length - TRAILER - (blocks(size) + 1L) * Long.BYTES;
    }

    private IOException broken() {
        return new IOException(file + " is not a complete file of findings");
    }
}
