package io.jenkins.plugins.delivery.engine.scan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.delivery.engine.scan.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever a file holds: it is read, or refused with its place. Nothing else happens. */
class ReportReaderPropertyTest {
    @Provide
    Arbitrary<String> reports() {
        return Arbitraries.of(SeedReports.all());
    }

    @Provide
    Arbitrary<String> wholeReports() {
        return Arbitraries.of(SeedReports.whole());
    }

    @Property(tries = 400)
    void aMutatedReportIsReadOrRefused(
            @ForAll("reports") String report, @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int changes)
            throws IOException {
        readOrRefuse(mutated(report.getBytes(StandardCharsets.UTF_8), new Random(seed), changes));
    }

    @Property(tries = 200)
    void arbitraryBytesAreReadOrRefused(@ForAll byte[] bytes) throws IOException {
        readOrRefuse(bytes);
    }

    @Property(tries = 300)
    void aCutOffReportIsNeverTakenForAWholeOne(
            @ForAll("wholeReports") String report, @ForAll @IntRange(min = 0, max = 100_000) int place) {
        byte[] whole = report.strip().getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(whole, place % whole.length);
        assertThatExceptionOfType(ReportFormatException.class)
                .isThrownBy(() -> Collected.detected(ReportFile.of("cut", cut)));
    }

    private static void readOrRefuse(byte[] bytes) throws IOException {
        try {
            Collected collected = Collected.detected(ReportFile.of("mutated", bytes));
            assertThat(collected.findings).extracting(Finding::severity).doesNotContainNull();
        } catch (ReportFormatException e) {
            assertThat(e.getMessage()).startsWith("mutated").contains("expected");
        }
    }

    private static byte[] mutated(byte[] original, Random random, int changes) {
        byte[] bytes = original.clone();
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] = (byte) "{}[]\":,0n".charAt(random.nextInt(9));
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                default -> System.arraycopy(original, random.nextInt(original.length), bytes, at, 1);
            }
        }
        return bytes;
    }
}
