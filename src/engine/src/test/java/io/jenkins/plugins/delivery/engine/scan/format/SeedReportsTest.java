package io.jenkins.plugins.delivery.engine.scan.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.engine.scan.format.SeedReports.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeedReportsTest {
    static List<Seed> seeds() {
        return SeedReports.seeds();
    }

    @Test
    void everyFormatHasOne() {
        assertThat(seeds()).extracting(Seed::format).containsAll(ReportFormats.ids());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isRecognisedByItsContentAndRead(Seed seed) throws IOException {
        ReportFile file = ReportFile.of("report", seed.content().getBytes(StandardCharsets.UTF_8));
        assertThat(ReportFormats.detect(file).id()).isEqualTo(seed.format());
        assertThat(Collected.detected(file).findings)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.rule()).isNotEmpty())
                .allSatisfy(finding -> assertThat(finding.message()).doesNotContain("null"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isReadInUtf16WithByteOrderMarkAlike(Seed seed) throws IOException {
        Collected plain = Collected.detected(seed.content());
        byte[] wide = ("\uFEFF" + seed.content()).getBytes(StandardCharsets.UTF_16LE);
        assertThat(Collected.detected(ReportFile.of("report", wide)).findings).isEqualTo(plain.findings);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isReadWhenItsFormatIsNamed(Seed seed) throws IOException {
        ReportFile file = ReportFile.of("report", seed.content().getBytes(StandardCharsets.UTF_8));
        ReportFormats.check(file, ReportFormats.named(seed.format()).orElseThrow());
    }
}
