package io.jenkins.plugins.delivery.rehearsal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class ReportFilesTest {
    private static final Path SCHEMA = Path.of("../../docs/schemas/rehearsal-result.schema.json");

    @TempDir
    private Path folder;

    @Test
    void theJsonIsAsTheSchemaSays() throws Exception {
        assertThat(schema().validate(written(SampleResults.rolledBack()))).isEmpty();
        assertThat(schema().validate(written(SampleResults.hostile()))).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatNobodyDocumented() throws Exception {
        ObjectNode json = (ObjectNode) written(SampleResults.rolledBack());
        json.put("invented", true);
        json.remove("verdict");

        assertThat(schema().validate(json)).hasSize(2);
    }

    @Test
    void stagesAreTestCases() throws Exception {
        ReportFiles files = new ReportFiles(folder);
        files.write(SampleResults.hostile());

        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(files.junit().toFile())
                .getDocumentElement();
        assertThat(suite.getAttribute("tests")).isEqualTo("10");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
                .contains("onerror=");
    }

    @Test
    void aReportThatCannotBeWrittenLeavesNothingBehind() throws Exception {
        Path occupied = Files.createDirectories(folder.resolve("result.json/in-the-way"));

        assertThatThrownBy(() -> new ReportFiles(folder).write(SampleResults.rolledBack()))
                .isInstanceOf(IOException.class);

        assertThat(folder).isDirectoryContaining(path -> path.equals(occupied.getParent()));
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    private JsonNode written(RehearsalResult result) throws IOException {
        ReportFiles files = new ReportFiles(folder);
        files.write(result);
        return new ObjectMapper().readTree(files.json().toFile());
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(SCHEMA));
    }
}
