package io.jenkins.plugins.delivery.engine.scan.format;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.jenkins.plugins.delivery.engine.scan.Fingerprints;
import io.jenkins.plugins.delivery.engine.scan.ScanReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the fuzzer calls. The first byte of an input says which reader reads the rest, or that it is detected. The fuzzer goes
 * where it finds more to cover, so others have their turns each time, all of them equally often. How often each read is counted in a file. A report comes out, or the documented exception; anything else is a finding of the fuzzer.
 */
public final class ReaderFuzzTarget {
    /** Property that names the file of the counts, eight bytes for each reader and for the detection. */
    static final String COUNTS = "fuzz.counts";

    private static final int TURNS = 4;
    private static final int DETECT = ReportFormats.all().size();

    /** In the file at once: a fuzzer ends without warning. */
    private static final LongBuffer RUNS = counts();

    private static final Map<String, List<SeedReports.Seed>> SEEDS =
            SeedReports.seeds().stream().collect(Collectors.groupingBy(SeedReports.Seed::format));

    private static final Pattern WORD = Pattern.compile("\"[\\w@$ -]{1,40}\"|<[\\w:]{1,40}");

    private ReaderFuzzTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        read((input[0] & 0xFF) % (DETECT + 1), Arrays.copyOfRange(input, 1, input.length));
        Random random = new Random(Arrays.hashCode(input));
        for (int turns = 0; turns < TURNS; turns++) {
            int turn = random.nextInt(DETECT);
            read(turn, damaged(ReportFormats.ids().get(turn), input, random));
        }
    }

    /** A seed of this reader with pieces of the input in it: what leads one reader far is of little use to another. */
    private static byte[] damaged(String reader, byte[] input, Random random) {
        List<SeedReports.Seed> seeds = SEEDS.get(reader);
        byte[] seed = seeds.get(random.nextInt(seeds.size())).content().getBytes(StandardCharsets.UTF_8);
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
            int length = Math.min(1 + random.nextInt(16), Math.min(seed.length, input.length));
            int from = random.nextInt(input.length - length + 1);
            System.arraycopy(input, from, seed, random.nextInt(seed.length - length + 1), length);
        }
        return seed;
    }

    private static void read(int reader, byte[] report) {
        ReportFile file = ReportFile.of("fuzz", report);
        RUNS.put(reader, RUNS.get(reader) + 1);
        try {
            ReportReader chosen = reader < DETECT ? ReportFormats.all().get(reader) : ReportFormats.detect(file);
            ScanReport.Builder builder = new ScanReport.Builder(new Fingerprints(Collected.KEY));
            chosen.read(file, builder);
            builder.build().findings().forEach(ReaderFuzzTarget::check);
        } catch (ReportFormatException e) {
            if (!e.getMessage().startsWith("fuzz")) {
                throw new IllegalStateException("An error that does not name the file: " + e.getMessage(), e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LongBuffer counts() {
        String file = System.getProperty(COUNTS);
        if (file == null) {
            return LongBuffer.allocate(DETECT + 1);
        }
        try (FileChannel channel = FileChannel.open(Path.of(file), CREATE, READ, WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, (DETECT + 1L) * Long.BYTES)
                    .asLongBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often each reader has read, by its id, and the detection under {@code detect}. */
    static Map<String, Long> runs(Path counts) throws IOException {
        LongBuffer runs = ByteBuffer.wrap(Files.readAllBytes(counts)).asLongBuffer();
        Map<String, Long> byReader = new TreeMap<>();
        for (int i = 0; i < DETECT; i++) {
            byReader.put(ReportFormats.ids().get(i), runs.get(i));
        }
        byReader.put("detect", runs.get(DETECT));
        return byReader;
    }

    private static void check(io.jenkins.plugins.delivery.engine.scan.Finding finding) {
        if (finding.message().length() > 1000 || finding.fingerprint().isEmpty()) {
            throw new IllegalStateException("An unbounded or nameless finding: " + finding.fingerprint());
        }
    }

    /** Writes every seed, once for its reader and once for the detection, and the words that seeds are made of. */
    static void writeSeeds(Path corpus, Path dictionary) throws IOException {
        Files.createDirectories(corpus);
        Set<String> words = new LinkedHashSet<>(List.of("{", "}", "[", "]", ":", ",", "null", "true", "1e999", "-1"));
        int number = 0;
        for (SeedReports.Seed seed : SeedReports.seeds()) {
            int reader = ReportFormats.ids().indexOf(seed.format());
            Files.write(corpus.resolve("seed" + number), input(reader, seed.content()));
            Files.write(corpus.resolve("seed" + number++ + "-detected"), input(DETECT, seed.content()));
            Matcher word = WORD.matcher(seed.content());
            while (word.find()) {
                words.add(word.group());
            }
        }
        Files.write(
                dictionary,
                words.stream()
                        .map(word -> "\"" + word.replace("\"", "\\\"") + "\"")
                        .toList());
    }

    private static byte[] input(int first, String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(first);
        bytes.writeBytes(content.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
