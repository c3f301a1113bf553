package io.jenkins.plugins.delivery.engine.scan;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The findings of a build in one compact file from which any page can be read without the others.
 *
 * <p>The file is a sequence of deflated JSON arrays of {@value #BLOCK} findings each, then the offset of each block as
 * eight bytes, then the number of findings (four bytes) and the mark {@code PDF1}.
 */
public final class FindingStore {
    private static final int BLOCK = 250;
    private static final int MARK = 0x50444631;
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
            long offset = 0;
            for (int from = 0; from < findings.size(); from += BLOCK) {
                byte[] block = deflate(findings.subList(from, Math.min(findings.size(), from + BLOCK)));
                offsets.add(offset);
                out.write(block);
                offset += block.length;
            }
            for (long start : offsets) {
                out.writeLong(start);
            }
            out.writeInt(findings.size());
            out.writeInt(MARK);
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** How many findings the file holds. */
    public int size() throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            return size(in);
        }
    }

    public List<AssessedFinding> readAll() throws IOException {
        return page(0, Integer.MAX_VALUE);
    }

    /**
     * Some of the findings, in the order in which they were written.
     *
     * @param first 0-based
     * @param count how many at most
     */
    public List<AssessedFinding> page(int first, int count) throws IOException {
        if (first < 0 || count < 0) {
            throw new IllegalArgumentException("A page starts at 0 or later and has 0 findings or more.");
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int size = size(in);
            int end = (int) Math.min(size, (long) first + count);
            List<AssessedFinding> page = new ArrayList<>(Math.max(0, end - first));
            for (int block = first / BLOCK; block * BLOCK < end; block++) {
                List<AssessedFinding> findings = block(in, size, block);
                int from = Math.max(0, first - block * BLOCK);
                int to = Math.min(findings.size(), end - block * BLOCK);
                page.addAll(findings.subList(from, to));
            }
            return page;
        }
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

    private List<AssessedFinding> block(RandomAccessFile in, int size, int number) throws IOException {
        int blocks = blocks(size);
        long index = indexStart(in.length(), size);
        in.seek(index + (long) number * Long.BYTES);
        long start = in.readLong();
        long end = number + 1 < blocks ? in.readLong() : index;
        if (start < 0 || end < start || end > index) {
            throw broken();
        }
        byte[] deflated = new byte[(int) (end - start)];
        in.seek(start);
        in.readFully(deflated);
        try (InflaterInputStream json = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return JSON.readValue(json, new TypeReference<List<AssessedFinding>>() {});
        }
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
        return length - TRAILER - (long) blocks(size) * Long.BYTES;
    }

    private IOException broken() {
        return new IOException(file + " is not a complete file of findings");
    }
}
