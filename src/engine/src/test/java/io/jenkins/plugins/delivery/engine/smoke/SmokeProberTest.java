package io.jenkins.plugins.delivery.engine.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SmokeProberTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(String path, int status, String body, String... headers) {
        server.createContext(path, exchange -> answer(exchange, status, body, headers));
    }

    private static void answer(HttpExchange exchange, int status, String body, String... headers) throws IOException {
        try (exchange) {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private static ProbeSettings settings(HostPolicy policy, int concurrency) {
        return new ProbeSettings(policy, null, Map.of(), Map.of(), concurrency);
    }

    private List<Attempt> probe(ProbeSettings settings, List<Map<String, ?>> checks) {
        SmokeSuite suite = SmokeArguments.parse(Map.of("url", url(), "checks", checks));
        return Probing.probe(settings, suite);
    }

    private String probe(Map<String, ?> check) {
        return words(probe(settings(HostPolicy.any(), 4), List.of(check)).get(0));
    }

    private static String words(Attempt attempt) {
        return attempt.mismatch() == null ? "passed" : attempt.mismatch().toString();
    }

    @Test
    void passesWhenEverythingIsAsExpected() {
        serve("/items", 200, "{\"items\": [1, 2]}", "Content-Type", "application/json");
        assertThat(probe(Map.of("path", "/items", "json", Map.of("$.items.length()", ">1"), "maxMillis", 30_000)))
                .isEqualTo("passed");
    }

    @Test
    void saysWhatItExpectedAndWhatItGot() {
        serve("/broken", 503, "no database");
        assertThat(probe(Map.of("path", "/broken")))
                .isEqualTo("expected status 2xx, got status 503 with 'no database'");
    }

    @Test
    void sendsMethodHeadersAndBody() {
        server.createContext("/echo", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String kind = exchange.getRequestHeaders().getFirst("X-Kind");
            answer(exchange, 200, exchange.getRequestMethod() + " " + kind + " " + body);
        });
        assertThat(probe(Map.of(
                        "path",
                        "/echo",
                        "method",
                        "PUT",
                        "headers",
                        Map.of("X-Kind", "test"),
                        "body",
                        "hello",
                        "text",
                        "PUT test hello")))
                .isEqualTo("passed");
    }

    @Test
    void followsRedirectsUnlessToldNotTo() {
        serve("/old", 302, "", "Location", "/new");
        serve("/new", 200, "here");
        assertThat(probe(Map.of("path", "/old", "text", "here"))).isEqualTo("passed");
        assertThat(probe(Map.of("path", "/old", "redirects", "none", "status", 302)))
                .isEqualTo("passed");
    }

    @Test
    void endsACircleOfRedirects() {
        serve("/circle", 302, "", "Location", "/circle");
        assertThat(probe(Map.of("path", "/circle"))).contains("a redirect too many or elsewhere");
    }

    @Test
    void sendsCredentialsToTheFirstHostOnly() {
        server.createContext(
                "/who",
                exchange -> answer(
                        exchange, 200, "auth=" + exchange.getRequestHeaders().getFirst("Authorization")));
        serve("/away", 302, "", "Location", url().replace("localhost", "127.0.0.1") + "/who");
        Map<String, CheckCredential> credentials = Map.of("staging", new CheckCredential.Authorization("Bearer token"));
        List<Attempt> attempts = probe(
                new ProbeSettings(HostPolicy.any(), null, credentials, Map.of(), 1),
                List.of(
                        Map.of("path", "/who", "credentialsId", "staging", "text", "auth=Bearer token"),
                        Map.of("path", "/away", "credentialsId", "staging", "text", "auth=null"),
                        Map.of("name", "other", "path", "/who", "credentialsId", "unknown")));
        assertThat(attempts)
                .extracting(SmokeProberTest::words)
                .containsExactly(
                        "passed", "passed", "expected credentials 'unknown', got no such credentials for this build");
    }

    @Test
    void item09WhatAServerRepeatsOfACredentialIsHiddenHoweverItWritesIt() {
        String pair = Base64.getEncoder().encodeToString("ann:hunter 2/3".getBytes(StandardCharsets.UTF_8));
        serve("/in", 401, pair + " is ann:hunter 2/3, see /login?password=hunter+2%2F3");
        Map<String, CheckCredential> credentials = Map.of("ann", new CheckCredential.Authorization("Basic " + pair));

        List<Attempt> attempts = probe(
                new ProbeSettings(HostPolicy.any(), null, credentials, Map.of(), 1),
                List.of(Map.of("path", "/in", "credentialsId", "ann", "status", 401, "text", "welcome")));

        assertThat(words(attempts.get(0))).contains("**** is ****, see /login?password=****");
    }

    @Test
    void item09WhatIsShownOfALongAnswerDoesNotEndInTheBeginningOfACredential() {
        serve("/long", 500, "x".repeat(150) + " 3f2504e0-4f89-41d3-9a0c-0305e82c3301");
        Map<String, CheckCredential> credentials =
                Map.of("ann", new CheckCredential.Authorization("Bearer 3f2504e0-4f89-41d3-9a0c-0305e82c3301"));

        List<Attempt> attempts = probe(
                new ProbeSettings(HostPolicy.any(), null, credentials, Map.of(), 1),
                List.of(Map.of("path", "/long", "credentialsId", "ann")));

        assertThat(words(attempts.get(0))).endsWith("x ****…'");
    }

    @Test
    void tellsARefusedConnectionFromAnUnknownHostAndASilentServer() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThat(probe(Map.of("url", "http://localhost:" + port + "/")))
                .isEqualTo("expected an answer to GET http://localhost:" + port + "/, got connection refused");
        assertThat(probe(Map.of("tcp", "localhost:" + port))).endsWith("got connection refused");
        assertThat(probe(Map.of("dns", "no-such-host.invalid"))).endsWith("got no address of no-such-host.invalid");
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(probe(Map.of(
                            "url", "http://localhost:" + silent.getLocalPort() + "/", "requestTimeout", "300ms")))
                    .endsWith("got none within 300 ms");
        }
    }

    @Test
    void opensATcpConnection() {
        assertThat(probe(Map.of("tcp", "localhost:" + server.getAddress().getPort())))
                .isEqualTo("passed");
        assertThat(probe(Map.of("dns", "localhost"))).isEqualTo("passed");
    }

    @Test
    void readsNoMoreThanAMebibyteOfABody() {
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = "x".repeat(65_536).getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                for (int i = 0; i < 20_000; i++) {
                    exchange.getResponseBody().write(block);
                }
            }
        });
        assertThat(probe(Map.of("path", "/endless", "text", "xxx"))).isEqualTo("passed");
    }

    @Test
    void takesAsManySamplesAsAsked() {
        AtomicInteger requests = new AtomicInteger();
        server.createContext("/count", exchange -> {
            requests.incrementAndGet();
            answer(exchange, 200, "");
        });
        Attempt attempt = probe(settings(HostPolicy.any(), 4), List.of(Map.of("path", "/count", "samples", 20)))
                .get(0);
        assertThat(attempt.millis()).hasSize(20);
        assertThat(requests).hasValue(20);
    }

    @Test
    void neverTriesMoreAtTheSameTimeThanAllowed() {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        server.createContext("/slow", exchange -> {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            three.countDown();
            await(three);
            open.decrementAndGet();
            answer(exchange, 200, "");
        });
        List<Map<String, ?>> checks = IntStream.range(0, 30)
                .<Map<String, ?>>mapToObj(i -> Map.of("path", "/slow/" + i))
                .toList();
        List<Attempt> attempts = probe(settings(HostPolicy.any(), 3), checks);
        assertThat(attempts).hasSize(30).allMatch(Attempt::passed);
        assertThat(most).hasValue(3);
    }

    @Test
    void closingEndsWhatIsUnderWayAndStartsNothingMore() throws InterruptedException {
        AtomicInteger requests = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        CountDownLatch released = new CountDownLatch(1);
        server.createContext("/hangs", exchange -> {
            requests.incrementAndGet();
            three.countDown();
            await(released);
            answer(exchange, 200, "");
        });
        List<Map<String, ?>> checks = IntStream.range(0, 30)
                .<Map<String, ?>>mapToObj(i -> Map.of("path", "/hangs/" + i))
                .toList();
        SmokeSuite suite = SmokeArguments.parse(Map.of("url", url(), "checks", checks));
        SmokeProber prober = new SmokeProber(settings(HostPolicy.any(), 3), Clock.systemUTC());
        var done = prober.probe(suite.checks(), Duration.ofMinutes(1), attempt -> {});
        assertThat(three.await(30, TimeUnit.SECONDS)).isTrue();
        prober.close();
        released.countDown();
        assertThat(done).isCancelled();
        assertThat(requests).hasValue(3);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theControllerContactsOnlyAllowedHostsAlsoAfterARedirect() {
        serve("/ok", 200, "");
        serve("/metadata", 302, "", "Location", "http://169.254.169.254/latest/meta-data/");
        serve("/elsewhere", 302, "", "Location", url().replace("localhost", "127.0.0.1") + "/ok");
        HostPolicy policy = HostPolicy.only(List.of("localhost", "169.254.169.254"));
        List<Attempt> attempts = probe(
                settings(policy, 1),
                List.of(
                        Map.of("path", "/ok"),
                        Map.of("path", "/metadata"),
                        Map.of("path", "/elsewhere"),
                        Map.of("tcp", "169.254.169.254:80")));
        assertThat(words(attempts.get(0))).isEqualTo("passed");
        assertThat(words(attempts.get(1))).contains("a link-local or metadata address, which is never contacted");
        assertThat(words(attempts.get(2))).contains("the controller may not contact 127.0.0.1");
        assertThat(words(attempts.get(3))).contains("never contacted");
    }
}
