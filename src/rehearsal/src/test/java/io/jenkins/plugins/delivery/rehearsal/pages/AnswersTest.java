package io.jenkins.plugins.delivery.rehearsal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other programs are answered, with what rehearsals of the storefront reported. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String BUILD = "job/storefront/2/";

    @TempDir
    static Path folder;

    private Shop shop;
    private PageServer server;

    @BeforeAll
    void start() throws Exception {
        shop = new Shop(folder.resolve("home"));
        server = new PageServer();
        shop.delivered();
    }

    @AfterAll
    void stop() {
        server.close();
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({
        BUILD + "delivery/json, build-delivery",
        BUILD + "rollout-storefront-in-production/json, report",
        BUILD + "security-scan-code/json, report",
        BUILD + "smoke-test-canary/json, report",
        BUILD + "approval-production/json, report",
        BUILD + "security-scan-code/findings?severity=LOW, findings-page",
        "job/storefront/delivery/json, job-delivery",
        "job/storefront/security-scan-trend/json, scan-trend",
        "job/storefront/smoke-trend/json, smoke-trend",
        "job/storefront/delivery-audit/json, audit",
        "job/storefront/delivery-audit/summary, audit-summary",
        "job/storefront/delivery-audit/entries?kind=approved&size=2, audit-entries",
        "environments/json, environments",
        "environments/dora?environment=production, dora",
        "approvals/json, approvals",
    })
    void an_answer_is_as_its_schema_says(String path, String schema) throws Exception {
        HttpResponse<String> answer = get(path, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode json = Shop.JSON.readTree(answer.body());
        assertThat(json).isNotEmpty();
        assertThat(schema(schema).validate(json)).isEmpty();
    }

    @Test
    void a_schema_refuses_what_nobody_described() throws Exception {
        var json = Shop.JSON.readTree(get("environments/json", "").body()).deepCopy();
        ((ObjectNode) json).put("invented", true);
        assertThat(schema("environments").validate(json)).isNotEmpty();
    }

    @Test
    void who_has_an_answer_already_is_not_sent_it_again_until_it_changes() throws Exception {
        var told = shop.tell(2, "rollout", "tagged", ReportVerdict.RUNNING, "5 %", Shop.JSON.createObjectNode());
        String path = BUILD + told.getUrlName() + "/json";
        String tag = get(path, "").headers().firstValue("ETag").orElseThrow();
        assertThat(get(path, tag).statusCode()).isEqualTo(304);
        told.publish(shop.build(2), ReportVerdict.PASSED, "100 %", List.of(), Map.of());
        assertThat(get(path, tag).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        BUILD + "rollout-of-nothing/json",
        "job/storefront/99/delivery/json",
        "job/nothing/delivery/json",
        "environments/nothing",
        "environments/dora?environment=nothing",
    })
    void what_is_not_there_is_not_found(String path) throws Exception {
        assertThat(get(path, "").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path, String tag) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(server.url(path)))
                        .header("If-None-Match", tag)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonSchema schema(String name) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("../../docs/schemas/" + name + ".schema.json")));
    }
}
