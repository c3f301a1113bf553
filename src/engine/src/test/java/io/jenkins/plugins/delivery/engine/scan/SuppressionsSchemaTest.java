package io.jenkins.plugins.delivery.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.jenkins.plugins.delivery.engine.yaml.YamlFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the schema that editors use takes is what the reader takes. */
class SuppressionsSchemaTest {
    private static final Path DOCS = Path.of("../../docs");

    private static boolean isValid(String yaml) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(DOCS.resolve("schemas/suppressions.schema.json")));
        JsonNode document =
                new ObjectMapper().valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
        return schema.validate(document, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "suppressions: []",
                "[{id: a, reason: b, expires: 2026-12-31}]",
                "suppressions: [{id: 'a*', path: 'src/*', package: p, reason: b, expires: '2026-12-31'}]"
            })
    void bothTakeWhatIsRight(String yaml) throws IOException {
        assertThat(isValid(yaml)).isTrue();
        assertThat(Suppressions.parse("s.yaml", yaml)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a text",
                "suppression: []",
                "[{id: a, reason: b}]",
                "[{id: a, expires: 2026-12-31}]",
                "[{reason: b, expires: 2026-12-31}]",
                "[{id: '', reason: b, expires: 2026-12-31}]",
                "[{id: a, reason: '', expires: 2026-12-31}]",
                "[{id: a, reason: b, expires: 31.12.2026}]",
                "[{id: a, reason: b, expires: 2026-02-30}]",
                "[{id: a, reason: b, expires: 2026-12-31, paths: x}]",
                "[{id: [a], reason: b, expires: 2026-12-31}]"
            })
    void bothRefuseWhatIsWrong(String yaml) throws IOException {
        assertThat(isValid(yaml)).isFalse();
        assertThatExceptionOfType(YamlFileException.class).isThrownBy(() -> Suppressions.parse("s.yaml", yaml));
    }

    @Test
    void bothTakeTheSampleOfTheDocumentation() throws IOException {
        Matcher sample = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOCS.resolve("scanning.md")));
        assertThat(sample.find()).isTrue();
        assertThat(isValid(sample.group(1))).isTrue();
        assertThat(Suppressions.parse("s.yaml", sample.group(1))).isNotNull();
    }
}
