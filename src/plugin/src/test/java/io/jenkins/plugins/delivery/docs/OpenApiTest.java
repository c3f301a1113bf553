package io.jenkins.plugins.delivery.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.verb.GET;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code docs/openapi.yaml} describes the routes that there are, and no others. */
class OpenApiTest {
    private static final Path DOCS = Path.of("../../docs");
    private static final String OURS = "io.jenkins.plugins.delivery.";

    /** What the document says of one route. */
    private record Operation(String path, String verb, Map<?, ?> says) {}

    @Test
    void every_route_is_described_and_every_description_is_of_a_route() throws Exception {
        assertThat(operations().keySet()).isEqualTo(routes().keySet());
    }

    @Test
    void addresses_verbs_and_parameters_are_those_of_the_classes() throws Exception {
        Map<String, Method> routes = routes();
        operations().forEach((id, operation) -> {
            Method route = routes.get(id);
            assertThat(operation.path())
                    .as(id)
                    .endsWith("/" + route.getAnnotation(WebMethod.class).name()[0]);
            assertThat(operation.verb()).as(id).isEqualTo(route.isAnnotationPresent(GET.class) ? "get" : "post");
            assertThat(parameters(route)).as(id).allMatch(operation.says().toString()::contains);
        });
    }

    @Test
    void every_schema_that_is_named_is_there() throws Exception {
        for (Operation operation : operations().values()) {
            String text = operation.says().toString();
            int at = text.indexOf("schemas/");
            if (at >= 0) {
                assertThat(DOCS.resolve(text.substring(at, text.indexOf("json", at) + "json".length())))
                        .isRegularFile();
            }
        }
    }

    private static List<String> parameters(Method route) {
        return Stream.of(route.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(QueryParameter.class))
                .map(parameter -> parameter.getName())
                .toList();
    }

    private static Map<String, Operation> operations() throws IOException {
        Map<?, ?> document = (Map<?, ?>)
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(DOCS.resolve("openapi.yaml")));
        Map<String, Operation> operations = new TreeMap<>();
        ((Map<?, ?>) document.get("paths")).forEach((path, verbs) -> ((Map<?, ?>) verbs).forEach((verb, says) -> {
            Map<?, ?> operation = (Map<?, ?>) says;
            operations.put(
                    operation.get("operationId").toString(),
                    new Operation(path.toString(), verb.toString(), operation));
        }));
        return operations;
    }

    private static Map<String, Method> routes() {
        Map<String, Method> routes = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter().importPath(Path.of("target/classes"))) {
            for (Method method : methods(type)) {
                if (method.isAnnotationPresent(WebMethod.class)) {
                    routes.put(type.getName().substring(OURS.length()) + "." + method.getName(), method);
                }
            }
        }
        return routes;
    }

    private static List<Method> methods(JavaClass type) {
        try {
            return new ArrayList<>(List.of(type.reflect().getDeclaredMethods()));
        } catch (NoClassDefFoundError e) {
            throw new UncheckedIOException(new IOException(type.getName(), e));
        }
    }
}
