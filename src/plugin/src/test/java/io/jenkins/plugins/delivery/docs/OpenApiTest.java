package io.jenkins.plugins.delivery.docs;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Descriptor;
import io.jenkins.plugins.delivery.security.Routes;
import java.beans.Introspector;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.GET;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code docs/openapi.yaml} describes the routes that there are, and no others. */
class OpenApiTest {
    private static final Path DOCS = Path.of("../../docs");
    private static final Routes ROUTES = Routes.under(Path.of("target/classes"));
    private static final String OURS = "io.jenkins.plugins.delivery.";

    /** What the document says of one route. */
    private record Operation(String path, String verb, Map<?, ?> says) {}

    @Test
    void every_route_is_described_and_every_description_is_of_a_route() throws Exception {
        assertThat(operations().keySet()).isEqualTo(routes().keySet());
    }

    @Test
    void no_route_is_neither_described_nor_one_of_a_form() {
        assertThat(ROUTES.all())
                .allMatch(route -> isRoute(route.method())
                        || Descriptor.class.isAssignableFrom(route.method().getDeclaringClass()));
    }

    @Test
    void addresses_verbs_and_parameters_are_those_of_the_classes() throws Exception {
        Map<String, Method> routes = routes();
        operations().forEach((id, operation) -> {
            Method route = routes.get(id);
            assertThat(operation.path()).as(id).endsWith("/" + name(route));
            assertThat(operation.verb()).as(id).isEqualTo(route.isAnnotationPresent(GET.class) ? "get" : "post");
            assertThat(parameters(route)).as(id).allMatch(operation.says().toString()::contains);
        });
    }

    /** The first permission that a description names; what is shown beyond that, and to whom, it says in words. */
    @Test
    void the_permission_that_is_documented_is_the_one_that_the_code_asks_for_first() throws Exception {
        Map<String, String> asked = new TreeMap<>();
        for (Routes.Route route : ROUTES.all()) {
            asked.put(route.toString().substring(OURS.length()), route.permission());
        }
        operations().forEach((id, operation) -> assertThat(
                        operation.says().get("description").toString())
                .as(id)
                .startsWith("Needs " + asked.get(id)));
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
        for (Routes.Route route : ROUTES.all()) {
            if (isRoute(route.method())) {
                routes.put(route.toString().substring(OURS.length()), route.method());
            }
        }
        return routes;
    }

    /** What is called by other programs and by pages; the routes of forms are in descriptors. */
    private static boolean isRoute(Method method) {
        return !Descriptor.class.isAssignableFrom(method.getDeclaringClass())
                && Stream.of(WebMethod.class, GET.class, RequirePOST.class).anyMatch(method::isAnnotationPresent);
    }

    private static String name(Method route) {
        WebMethod named = route.getAnnotation(WebMethod.class);
        return named == null
                ? route.getName().equals("doIndex")
                        ? ""
                        : Introspector.decapitalize(route.getName().substring("do".length()))
                : named.name()[0];
    }
}
