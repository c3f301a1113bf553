package io.jenkins.plugins.delivery.engine.flow.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.delivery.engine.flow.Reading;
import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.Reports;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageReportTest {
    @TempDir
    private Path folder;

    private Reading read(String text) throws IOException {
        return Reports.read(new CoverageReport(), folder, text);
    }

    private static double figure(Reading reading, String id) {
        return reading.figure(id).orElseThrow().value();
    }

    @Test
    void jacoco_counts_the_whole_at_its_end() throws Exception {
        Reading reading = read("""
                <?xml version="1.0"?><!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd">
                <report name="shop"><package name="a"><counter type="LINE" missed="50" covered="1"/></package>
                <counter type="INSTRUCTION" missed="9" covered="1"/><counter type="BRANCH" missed="1" covered="2"/>
                <counter type="LINE" missed="2004" covered="7996"/></report>
                """);
        assertThat(figure(reading, "lines")).isEqualTo(79.9);
        assertThat(figure(reading, "branches")).isEqualTo(66.6);
        assertThat(reading.summary()).isEqualTo("Tests reach 79.9 % of the lines, 66.6 % of the branches");
    }

    @Test
    void cobertura_counts_it_at_its_beginning_in_numbers_or_as_a_rate() throws Exception {
        Reading counted = read("<coverage line-rate=\"0.1\" lines-covered=\"3\" lines-valid=\"4\" branch-rate=\"0\""
                + " branches-covered=\"0\" branches-valid=\"0\"><packages/></coverage>");
        assertThat(figure(counted, "lines")).isEqualTo(75);
        assertThat(counted.figure("branches")).isEmpty();
        assertThat(figure(read("<coverage line-rate=\"0.8749\" branch-rate=\"0.5\"/>"), "lines"))
                .isEqualTo(87.4);
    }

    @Test
    void lcov_counts_each_file() throws Exception {
        Reading reading = read("""
                TN:
                SF:/a.js
                DA:1,1
                LF:10
                LH:5
                BRF:4
                BRH:1
                end_of_record
                SF:/b.js
                LF:10
                LH:10
                end_of_record
                """);
        assertThat(figure(reading, "lines")).isEqualTo(75);
        assertThat(figure(reading, "branches")).isEqualTo(25);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "<project/>",
                "<report name=\"shop\"/>",
                "<report><counter type=\"LINE\"",
                "SF:/a.js\nLF:1\nLH:1\n",
                "<coverage lines-covered=\"5\" lines-valid=\"4\"/>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><coverage line-rate=\"&x;\"/>"
            })
    void what_says_nothing_of_lines_is_no_report(String text) {
        assertThatExceptionOfType(ReportException.class)
                .isThrownBy(() -> read(text))
                .withMessageContaining("expected");
    }
}
