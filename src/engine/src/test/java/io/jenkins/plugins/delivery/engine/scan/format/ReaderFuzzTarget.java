package io.jenkins.plugins.delivery.engine.scan.format;

import io.jenkins.plugins.delivery.engine.scan.Fingerprints;
import io.jenkins.plugins.delivery.engine.scan.ScanReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the fuzzer calls. The first byte of an input says which reader reads the rest; beyond the readers it is left to
 * the detection. A report comes out, or the documented exception; anything else is a finding of the fuzzer.
 */
public final class ReaderFuzzTarget {
    private static final byte DETECT = (byte) 0xFF;
    private static final Pattern WORD = Pattern.compile("\"[\\w@$ -]{1,40}\"|<[\\w:]{1,40}");

    private ReaderFuzzTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        ReportFile file = ReportFile.of("fuzz", Arrays.copyOfRange(input, 1, input.length));
        int reader = input[0] & 0xFF;
        try {
            boolean named = reader < ReportFormats.all().size();
            ReportReader chosen = named ? ReportFormats.all().get(reader) : ReportFormats.detect(file);
            ScanReport.Builder report = new ScanReport.Builder(new Fingerprints(Collected.KEY));
            chosen.read(file, report);
            report.build().findings().forEach(ReaderFuzzTarget::check);
        } catch (ReportFormatException e) {
            if (!e.getMessage().startsWith("fuzz")) {
                throw new IllegalStateException("An error that does not name the file: " + e.getMessage(), e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            byte reader = (byte) ReportFormats.ids().indexOf(seed.format());
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

    private static byte[] input(byte first, String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(first);
        bytes.writeBytes(content.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
