package io.jenkins.plugins.delivery.steps.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hudson.ExtensionList;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFormats;
import io.jenkins.plugins.delivery.formats.FormatCatalog;
import io.jenkins.plugins.delivery.formats.FormatProvider;
import io.jenkins.plugins.delivery.formats.ProvidedReader;
import io.jenkins.plugins.delivery.steps.StepHarness;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisModelFormatsTest {
    private static final String CHECKSTYLE = """
            <?xml version="1.0" encoding="%s"?>
            <checkstyle version="10.0"><file name="src/Shop.java">
              <error line="7" severity="error" message="&lt;script&gt;alert(1)&lt;/script&gt; ü" source="com.puppycrawl.Magic"/>
              <error line="9" severity="info" message="Tabs" source="com.puppycrawl.Tabs"/>
            </file></checkstyle>
            """;

    @TempDir
    Path folder;

    private StepHarness harness;

    @BeforeEach
    void start() throws IOException {
        harness = new StepHarness(folder);
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    private SecurityScanStep scan(String format, String report) throws IOException {
        return scan(format, report, StandardCharsets.UTF_8);
    }

    private SecurityScanStep scan(String format, String report, Charset charset) throws IOException {
        Files.writeString(harness.workspace.resolve("report"), report, charset);
        SecurityScanStep step = new SecurityScanStep();
        step.setReports("report");
        step.setFormat(format);
        return step;
    }

    private ScanAction action() {
        return harness.run.getAction(ScanAction.class);
    }

    @Test
    void aFormatOfTheAnalysisModelIsReadWhereSomebodyNamesIt() throws Exception {
        harness.start(scan("checkstyle", CHECKSTYLE.formatted("UTF-8"))).failure();
        assertThat(action().getRows().get(0))
                .containsEntry("severity", "HIGH")
                .containsEntry("rule", "Magic")
                .containsEntry("message", "<script>alert(1)</script> ü")
                .containsEntry("place", "src/Shop.java:7");
        assertThat(action().getRows().get(1)).containsEntry("severity", "LOW");
    }

    @Test
    void aByteOrderMarkTellsTheEncoding() throws Exception {
        harness.start(scan("checkstyle", '\uFEFF' + CHECKSTYLE.formatted("UTF-16"), StandardCharsets.UTF_16LE))
                .failure();
        assertThat(action().getRows().get(0)).containsEntry("message", "<script>alert(1)</script> ü");
    }

    @Test
    void aReportInWhichNothingIsFoundProvesNothing() throws Exception {
        assertThat(harness.start(scan("gcc", "who knows what")).failure())
                .hasMessageContaining("report: expected at least one run of a tool");
        SecurityScanStep step = scan("gcc", "");
        step.setAllowEmpty(true);
        assertThat(harness.start(step).result()).containsEntry("total", 0);
    }

    @Test
    void aReportOfAnotherFormatIsAnError() throws Exception {
        assertThat(harness.start(scan("checkstyle", "{}")).failure())
                .hasMessageContaining("report: expected CheckStyle");
    }

    @Test
    void entitiesOfAReportLeadNowhere() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "PRIVATE");
        String report = "<!DOCTYPE checkstyle [<!ENTITY x SYSTEM \"%s\">]>".formatted(secret.toUri())
                + "<checkstyle><file name=\"a\"><error line=\"1\" message=\"m\" source=\"&x;\"/>&x;</file></checkstyle>";
        assertThat(harness.start(scan("checkstyle", report)).failure())
                .hasMessageContaining("report: expected CheckStyle")
                .hasMessageNotContaining("PRIVATE");
    }

    @Test
    void theFormatsAreListedAfterOurOwnAndOursWin() {
        FormatCatalog catalog = new FormatCatalog();
        assertThat(catalog.titles().keySet())
                .startsWith(ReportFormats.ids().toArray(String[]::new))
                .contains("checkstyle");
        assertThat(catalog.provided("sarif")).isNull();
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(() -> catalog.check("checkstile"))
                .withMessageContaining("did you mean 'checkstyle'?");
    }

    @Test
    void whereThePluginIsMissingTheErrorSaysWhichToInstall() {
        ExtensionList<FormatProvider> providers = ExtensionList.lookup(FormatProvider.class);
        providers.remove(providers.get(io.jenkins.plugins.delivery.formats.AnalysisModelFormats.class));
        providers.add(new FormatProvider() {
            @Override
            public Map<String, String> titles() {
                throw new NoClassDefFoundError("edu/hm/hafner/analysis/registry/ParserRegistry");
            }

            @Override
            public ProvidedReader reader(String id) {
                throw new AssertionError("has no formats");
            }
        });
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(() -> new FormatCatalog().check("checkstyle"))
                .withMessageContaining("format: there is no format 'checkstyle'")
                .withMessageContaining("install the plugin analysis-model-api");
    }

    @Test
    void theReaderTravelsToTheAgent() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new FormatCatalog().provided("checkstyle"));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((ProvidedReader) in.readObject()).title()).isEqualTo("CheckStyle");
        }
    }
}
