package com.example.storefront.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.storefront.Drill;
import com.example.storefront.Settings;
import com.example.storefront.Storefront;
import com.example.storefront.database.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private String url;
    private Server server;

    @BeforeEach
    void start() throws IOException {
        url = "jdbc:sqlite:" + folder.resolve("shop.db");
        server = serve(Optional.of(url), Drill.NONE);
    }

    @AfterEach
    void stop() {
        server.stop(Duration.ofSeconds(1));
    }

    @Test
    void itIsReadyOnceTheDatabaseIsMigrated() throws Exception {
        assertThat(get("/healthz").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").statusCode()).isEqualTo(503);

        migrate();

        assertThat(get("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void withoutASharedDatabaseItKeepsOneOfItsOwn() throws Exception {
        restart(Optional.empty(), Drill.NONE);

        assertThat(get("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void aDrillFailsAsItWasAskedTo() throws Exception {
        restart(Optional.empty(), new Drill(1, Duration.ofMillis(1), false, true));

        assertThat(get("/api/items").statusCode()).isEqualTo(500);
        assertThat(get("/readyz").body()).contains("FAULT_NEVER_READY");
    }

    @Test
    void itSaysItsVersion() throws Exception {
        assertThat(get("/version").body()).contains("\"version\":\"1.2.3\"");
    }

    @Test
    void itListsWhatIsForSale() throws Exception {
        migrate();

        assertThat(get("/api/items").body()).contains("tea-assam", "\"cents\":890", "\"stock\":100");
        assertThat(get("/api/items/pot-clay").body()).contains("Clay teapot");
        assertThat(get("/api/items/coffee").statusCode()).isEqualTo(404);
    }

    @Test
    void aCartIsFilledAndRead() throws Exception {
        migrate();

        assertThat(put("/api/carts/c1/tea-assam", "{\"quantity\": 2}").body()).contains("\"total\":1780");
        assertThat(get("/api/carts/c1").body()).contains("\"quantity\":2");
    }

    @Test
    void aWrongOrderIsExplained() throws Exception {
        migrate();

        assertThat(put("/api/carts/c1/tea-assam", "{\"quantity\": 100}").statusCode()).isEqualTo(400);
        assertThat(put("/api/carts/c1/tea-assam", "not json").statusCode()).isEqualTo(400);
        assertThat(put("/api/carts/c1/coffee", "{\"quantity\": 1}").statusCode()).isEqualTo(404);
        assertThat(put("/api/carts/c1", "{}").statusCode()).isEqualTo(405);
        assertThat(put("/api/carts/c1/tea-assam", "x".repeat(70_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void withoutTablesTheApiSaysThatTheDatabaseIsMissing() throws Exception {
        assertThat(get("/api/items").statusCode()).isEqualTo(503);
    }

    @Test
    void itServesThePageAndNothingElseFromItsFiles() throws Exception {
        assertThat(get("/").body()).contains("<h1>Storefront</h1>");
        assertThat(get("/shop.js").headers().firstValue("Content-Type").orElseThrow()).contains("javascript");
        assertThat(get("/release.properties").statusCode()).isEqualTo(404);
        assertThat(get("/api/..%2Frelease.properties").statusCode()).isEqualTo(404);
    }

    @Test
    void itCountsWhatCustomersAskedFor() throws Exception {
        get("/version");
        get("/nowhere");
        get("/healthz");

        assertThat(get("/metrics").body())
                .contains("http_requests_total{code=\"200\",method=\"GET\"} 1.0")
                .contains("http_requests_total{code=\"404\",method=\"GET\"} 1.0")
                .contains("http_request_duration_seconds_bucket{method=\"GET\",le=\"+Inf\"} 2");
    }

    private static Server serve(Optional<String> database, Drill drill) throws IOException {
        return Storefront.start(new Settings(0, database, "1.2.3", Duration.ofSeconds(1), drill));
    }

    private void restart(Optional<String> database, Drill drill) throws IOException {
        server.stop(Duration.ofSeconds(1));
        server = serve(database, drill);
    }

    private void migrate() {
        new Database(url).migrate();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    private HttpResponse<String> put(String path, String body) throws Exception {
        return send(request(path).PUT(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
