package io.jenkins.plugins.delivery.rehearsal.steps.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import io.jenkins.plugins.delivery.rehearsal.steps.junit.TestCase.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportReaderTest {
    @TempDir
    private Path folder;

    @Test
    void reads_each_test_with_how_it_went() throws IOException {
        Path report = report("<testsuites><testsuite name='A'>"
                + "<testcase classname='a.T' name='ok' time='1,000.5'/>"
                + "<testcase classname='a.T' name='bad'><failure message='expected 1'>stack</failure></testcase>"
                + "<testcase classname='a.T' name='broken'><error/><system-out>x</system-out></testcase>"
                + "<testcase classname='a.T' name='later'><skipped/></testcase>"
                + "</testsuite></testsuites>");

        assertThat(ReportReader.read(report))
                .extracting(TestCase::name, TestCase::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ok", Outcome.PASSED),
                        org.assertj.core.groups.Tuple.tuple("bad", Outcome.FAILED),
                        org.assertj.core.groups.Tuple.tuple("broken", Outcome.FAILED),
                        org.assertj.core.groups.Tuple.tuple("later", Outcome.SKIPPED));
        TestSummary summary = new TestSummary(ReportReader.read(report));
        assertThat(summary.getPassCount()).isEqualTo(1);
        assertThat(summary.getFailCount()).isEqualTo(2);
        assertThat(summary.getSkipCount()).isEqualTo(1);
    }

    @Test
    void names_a_file_that_is_no_report() throws IOException {
        Path report = report("<testsuite");

        assertThatThrownBy(() -> ReportReader.read(report))
                .isInstanceOf(AbortException.class)
                .hasMessageContaining(report.toString());
    }

    @Test
    void fetches_no_entity_from_outside() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "hush");
        Path report = report("<!DOCTYPE t [<!ENTITY x SYSTEM '" + secret.toUri()
                + "'>]><testsuite><testcase name='a'><failure message='m'>&x;</failure></testcase></testsuite>");

        assertThatThrownBy(() -> ReportReader.read(report)).isInstanceOf(AbortException.class);
    }

    private Path report(String text) throws IOException {
        return Files.writeString(folder.resolve("TEST-a.xml"), text);
    }
}
