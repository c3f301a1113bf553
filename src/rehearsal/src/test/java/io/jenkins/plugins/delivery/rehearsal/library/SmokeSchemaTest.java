package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.jenkins.plugins.delivery.engine.smoke.SmokeArguments;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSources;
import io.jenkins.plugins.delivery.engine.yaml.YamlFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The schema, the documentation, the samples and the reader of smoke files say the same. */
class SmokeSchemaTest {
    private static final Path ROOT = root();
    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final String API = "openapi: 3.1.0\npaths: {/api/a: {get: {responses: {'200': {}}}}}";

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("docs/smoke.md"))) {
            here = here.getParent();
        }
        return here;
    }

    private static JsonNode schema() throws IOException {
        return JACKSON.readTree(ROOT.resolve("docs/schemas/smoke.schema.json").toFile());
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> samples() throws IOException {
        List<String> samples = new ArrayList<>();
        Matcher block = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("docs/smoke.md")));
        while (block.find()) {
            samples.add(block.group(1));
        }
        samples.add(Files.readString(ROOT.resolve("examples/storefront/deploy/smoke.yaml")));
        samples.add(Files.readString(ROOT.resolve("resources/io/jenkins/plugins/delivery/smoke.yaml")));
        return samples;
    }

    @Test
    void theSchemaKnowsTheKeysThatTheReaderKnows() throws IOException {
        assertThat(names(schema().path("properties"))).isEqualTo(new TreeSet<>(SmokeArguments.KEYS));
        assertThat(names(schema().at("/$defs/check/properties"))).isEqualTo(new TreeSet<>(SmokeArguments.checkKeys()));
    }

    @Test
    void eachSampleIsReadAndFitsTheSchema() throws IOException {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema());
        SmokeSources sources = new SmokeSources(
                Map.of("SMOKE_PASSWORD", "secret", "BUILD_NUMBER", "7"),
                (argument, place) -> API.getBytes(StandardCharsets.UTF_8));
        assertThat(samples()).hasSizeGreaterThan(9).allSatisfy(sample -> {
            JsonNode content =
                    JACKSON.valueToTree(YamlFile.parse("sample.yaml", sample).root());
            assertThat(schema.validate(content)).as(sample).isEmpty();
            Map<String, String> url = content.has("url") ? Map.of() : Map.of("url", "http://localhost");
            assertThat(SmokeArguments.parseFile("sample.yaml", sample, url, sources)
                            .checks())
                    .isNotEmpty();
        });
    }

    @Test
    void theSchemaRefusesWhatTheReaderRefuses() throws IOException {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema());
        for (String wrong : List.of(
                "{}",
                "checks: [{pth: /a}]",
                "checks: [{name: nothing}]",
                "checks: [{path: /, extract: {a-b: $.a}}]",
                "checks: [{path: /, body: {json: 1, form: {}}}]",
                "{checks: [{path: /}], concurrency: 300}")) {
            assertThat(schema.validate(
                            JACKSON.valueToTree(YamlFile.parse("x", wrong).root())))
                    .as(wrong)
                    .isNotEmpty();
        }
    }
}
