package io.jenkins.plugins.delivery.rehearsal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
    @TempDir
    private Path folder;

    @Test
    void thePageShowsVerdictFiguresAndDetail() throws Exception {
        String text = opened(SampleResults.rolledBack()).dom();

        assertThat(text)
                .contains("The new version failed too often.", "Rolled back at 25 %", "error-rate")
                .contains("This is what the scenario expects.", "none lost")
                .contains("lease taken", "Share of the new version", "No step was a stub".substring(0, 7));
    }

    @Test
    void nothingIsWrittenToTheConsole() throws Exception {
        assertThat(opened(SampleResults.rolledBack()).console()).isEmpty();
    }

    @Test
    void hostileWordsStayWords() throws Exception {
        Chromium.Opened page = opened(SampleResults.hostile());

        assertThat(page.dom().replaceAll("(?s)<script.*?</script>", ""))
                .contains("&lt;img src=x onerror=")
                .doesNotContain("<img")
                .doesNotContain("<title>owned");
        assertThat(page.console()).isEmpty();
    }

    @Test
    void thePageNeedsNothingFromElsewhere() throws Exception {
        String html = ReportPage.of("x", "{}");

        assertThat(html)
                .doesNotContain("src=\"http", "href=\"http", "@import")
                .doesNotContainPattern("<[a-z][^>]*\\son[a-z]+=");
    }

    private Chromium.Opened opened(RehearsalResult result) throws Exception {
        assumeTrue(Chromium.present(), Chromium.SKIPPED);
        ReportFiles files = new ReportFiles(folder);
        files.write(result);
        assertThat(Files.size(files.page())).isLessThan(1_000_000);
        return Chromium.open(files.page(), folder.resolve("profile"));
    }
}
