package io.jenkins.plugins.delivery.engine.smoke;

import static io.jenkins.plugins.delivery.engine.smoke.Probing.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.delivery.engine.yaml.YamlFileException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OpenApiTest {
    private static final String DOCUMENT = """
            openapi: %s
            info: {title: shop, version: '1'}
            paths:
              /items:
                get:
                  parameters: [{name: q, in: query, schema: {type: string}}]
                  responses:
                    '200': {$ref: '#/components/responses/Items'}
                    '404': {description: none}
                post: {responses: {'201': {description: made}}}
              /items/{id}:
                get: {responses: {'200': {description: one}}}
              /search:
                parameters: [{$ref: '#/components/parameters/Query'}]
                get: {responses: {'200': {description: found}}}
              /admin/health:
                get: {responses: {default: {description: fine, content: {'text/plain': {}}}}}
            components:
              parameters:
                Query: {name: q, in: query, required: true, schema: {type: string}}
              responses:
                Items:
                  description: all
                  content:
                    application/json:
                      schema: {type: array, items: {$ref: '#/components/schemas/Item'}}
              schemas:
                Item:
                  type: object
                  required: [id, price]
                  properties:
                    id: {type: integer}
                    price: {type: number, minimum: 0}
                    note: %s
            """;
    private static final String V30 = DOCUMENT.formatted("3.0.3", "{type: string, nullable: true}");
    private static final String V31 = DOCUMENT.formatted("3.1.0", "{type: [string, 'null']}");

    private HttpServer server;
    private volatile String items = "[{\"id\": 1, \"price\": 2.5, \"note\": null}]";
    private volatile String type = "application/json; charset=utf-8";
    private volatile int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = items.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", type);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private SmokeSuite suite(String document, Map<String, ?> more) {
        Map<String, Object> arguments = new HashMap<>(more);
        arguments.put("openapi", "api.yaml");
        arguments.put("url", "http://localhost:" + server.getAddress().getPort());
        return SmokeArguments.parse(
                arguments, new SmokeSources(Map.of(), (argument, place) -> document.getBytes(StandardCharsets.UTF_8)));
    }

    private String items(String document) {
        return words(Probing.probe(Probing.SETTINGS, suite(document, Map.of("include", "/items")))
                .get(0));
    }

    @Test
    void eachGetWithoutRequiredParametersIsACheck() {
        assertThat(suite(V30, Map.of()).checks())
                .extracting(Check::name)
                .containsExactly("openapi /items", "openapi /admin/health");
        assertThat(suite(V30, Map.of("exclude", "/admin/**")).checks())
                .extracting(Check::name)
                .containsExactly("openapi /items");
        assertThat(suite(V31, Map.of("include", List.of("/admin/*"))).checks())
                .extracting(Check::name)
                .containsExactly("openapi /admin/health");
    }

    @Test
    void passesWhatIsAnsweredAsDocumentedInBothVersions() {
        assertThat(items(V30)).isEqualTo("passed");
        assertThat(items(V31)).isEqualTo("passed");
    }

    @Test
    void saysWhichStatusContentTypeOrPartOfTheBodyIsNotAsDocumented() {
        status = 404;
        assertThat(items(V30)).startsWith("expected status 200, got status 404 with");
        status = 200;
        type = "text/html";
        assertThat(items(V30)).isEqualTo("expected content type application/json, got content type text/html");
        type = "application/json";
        items = "[{\"id\": \"x\", \"price\": 1}]";
        assertThat(items(V30))
                .contains("expected a body as documented (#/components/responses/Items")
                .contains("/0/id");
        assertThat(items(V31)).contains("/0/id");
        items = "[{\"id\": 1}]";
        assertThat(items(V31)).contains("price");
        items = "[{\"id\": 1, \"price\": -1}]";
        assertThat(items(V30)).contains("price");
        items = "[{\"id\": 1, \"price\": 1, \"note\": 7}]";
        assertThat(items(V30)).contains("note");
        assertThat(items(V31)).contains("note");
        items = "<html>";
        assertThat(items(V30)).endsWith("got a body that is no JSON");
    }

    @Test
    void readsJsonAsWell() {
        String json = "{\"openapi\": \"3.1.0\", \"paths\": {\"/a\": {\"get\": {\"responses\": {\"2XX\": {}}}}}}";
        assertThat(suite(json, Map.of()).checks()).extracting(Check::name).containsExactly("openapi /a");
    }

    @Test
    void refusesADocumentThatCannotBeUsed() {
        refused("swagger: '2.0'", "expected a document of OpenAPI 3.0 or 3.1, but its version is ''");
        refused("openapi: 3.0.0\npaths: {}", "has no GET without required parameters");
        refused("openapi: 3.0.0\npaths: [", "api.yaml:2:9: expected YAML");
        refused(
                "openapi: 3.0.0\npaths:\n  /a:\n    get: {responses: {'200': {$ref: 'http://169.254.169.254/x'}}}\n",
                "api.yaml:4:30: paths./a.get.responses.200: 'http://169.254.169.254/x' leads out of the document");
        refused(
                "openapi: 3.0.0\npaths: {/a: {get: {responses: {'200': {$ref: '#/nowhere'}}}}}",
                "the reference '#/nowhere' leads nowhere");
        refused("openapi: 3.0.0\npaths: {/a: {get: {responses: {'404': {description: x}}}}}", "documents no success");
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> suite(V30, Map.of("include", "items")))
                .withMessageContaining("are no patterns of paths");
    }

    private void refused(String document, String words) {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> suite(document, Map.of()))
                .withMessageContaining(words)
                .isNotInstanceOfAny(NullPointerException.class, ClassCastException.class);
    }

    @Test
    void aDocumentWithoutPathsPlacesItsMistake() {
        assertThatExceptionOfType(YamlFileException.class)
                .isThrownBy(() -> suite("- a\n- b\n", Map.of()))
                .withMessageContaining("api.yaml:1:1");
    }
}
