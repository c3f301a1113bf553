package io.jenkins.plugins.delivery.rehearsal.declarative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import groovy.lang.GroovyClassLoader;
import io.jenkins.plugins.delivery.rehearsal.declarative.StepSchemas.Parameter;
import io.jenkins.plugins.delivery.rehearsal.declarative.StepSchemas.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the validator says is compared with the log of a real Jenkins. */
class DeclarativeValidationTest {
    private static final Path CASES = Path.of("src/test/resources/conformance");

    @ParameterizedTest
    @MethodSource("invalid")
    void refuses_what_a_real_jenkins_refuses_in_the_same_words(String name) throws Exception {
        String recorded = new ObjectMapper()
                .readTree(CASES.resolve(name).resolve("case.json").toFile())
                .get("errorText")
                .asText();

        String error = errorOf(Files.readString(CASES.resolve(name).resolve("Jenkinsfile")));

        assertThat(error).isEqualTo(recorded);
    }

    static Stream<String> invalid() throws Exception {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> name.matches("6\\d\\d-.*|54[01]-tools.*"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("valid")
    void accepts_what_a_real_jenkins_accepts(String name) throws Exception {
        assertThat(compile(Files.readString(CASES.resolve(name).resolve("Jenkinsfile"))))
                .isNotNull();
    }

    static Stream<String> valid() throws Exception {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> name.matches("5\\d\\d-.*|9\\d\\d-.*|703-.*|715-.*|755-.*|802-.*"))
                    .filter(name -> !name.matches("54[01]-.*"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void reads_a_pipeline_inside_a_function_of_a_library() {
        assertThat(errorOf("def call(Map c) { if (c) { pipeline { agent any } } else { echo 'x' } }"))
                .contains("Missing required section \"stages\"");
    }

    private static Class<?> compile(String text) throws Exception {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.addCompilationCustomizers(new DeclarativeCustomizer(new FewSteps()));
        try (GroovyClassLoader loader =
                new GroovyClassLoader(DeclarativeValidationTest.class.getClassLoader(), configuration)) {
            return loader.parseClass(text, "WorkflowScript");
        }
    }

    /** The message as recordings have it: without the empty lines between the problems. */
    private static String errorOf(String text) {
        MultipleCompilationErrorsException error =
                catchThrowableOfType(MultipleCompilationErrorsException.class, () -> compile(text));
        return error.getClass().getName() + ": "
                + error.getMessage().replaceAll("\n\n+", "\n").strip();
    }

    private static final class FewSteps implements StepSchemas {
        private static final Map<String, Schema> STEPS = Map.of(
                "echo", schema("echo", false, Parameter.required("message", String.class)),
                "sh", schema("sh", false, Parameter.required("script", String.class)),
                "sleep",
                        schema(
                                "sleep",
                                false,
                                Parameter.required("time", int.class),
                                Parameter.optional("unit", java.util.concurrent.TimeUnit.class)),
                "timeout",
                        schema(
                                "timeout",
                                true,
                                Parameter.required("time", int.class),
                                Parameter.optional("activity", boolean.class),
                                Parameter.optional("unit", java.util.concurrent.TimeUnit.class)),
                "writeFile",
                        schema(
                                "writeFile",
                                false,
                                Parameter.required("file", String.class),
                                Parameter.required("text", String.class)),
                "timestamps", schema("timestamps", true),
                "retry", schema("retry", true, Parameter.required("count", int.class)));

        private static Schema schema(String name, boolean body, Parameter... parameters) {
            return new Schema(name, true, body, List.of(parameters));
        }

        @Override
        public Optional<Schema> step(String function) {
            return Optional.ofNullable(STEPS.get(function));
        }

        @Override
        public Set<String> stepNames() {
            return STEPS.keySet();
        }
    }
}
