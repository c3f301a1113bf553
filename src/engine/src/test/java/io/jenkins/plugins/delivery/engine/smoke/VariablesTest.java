package io.jenkins.plugins.delivery.engine.smoke;

import static io.jenkins.plugins.delivery.engine.smoke.Probing.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.yaml.YamlFileException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VariablesTest {
    private static final Instant START = Instant.parse("2026-06-01T12:00:00Z");
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/echo", exchange -> answer(exchange, echoed(exchange)));
        server.createContext("/login", exchange -> {
            exchange.getResponseHeaders().add("X-Session", "s-1");
            answer(exchange, "{\"token\": \"t&k \\\"1\\\"\", \"id\": 7}");
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static String echoed(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return exchange.getRequestURI().getRawQuery() + "|"
                + exchange.getRequestHeaders().getFirst("X-Key") + "|"
                + exchange.getRequestHeaders().getFirst("Content-Type") + "|" + body;
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static SmokeSources environment(Map<String, String> variables) {
        return new SmokeSources(variables, (argument, place) -> place.getBytes(StandardCharsets.UTF_8));
    }

    private SmokeSuite suite(String yaml, Map<String, String> variables) {
        String url = "http://localhost:" + server.getAddress().getPort();
        return SmokeArguments.parseFile("smoke.yaml", yaml, Map.of("url", url), environment(variables));
    }

    /** Rounds until everything is settled, without waiting for anything. */
    private static SmokeSession run(SmokeSession session, Map<String, String> environment) {
        SmokeSession current = session;
        Instant now = START;
        for (int round = 0; round < 5 && !current.over(now); round++) {
            Map<String, String> values = new HashMap<>(environment);
            values.putAll(current.values());
            ProbeSettings settings = new ProbeSettings(HostPolicy.any(), null, Map.of(), values, 4);
            try (SmokeProber prober = new SmokeProber(settings, Clock.systemUTC())) {
                current = current.after(
                        prober.probe(current.due(now), Duration.ofSeconds(30), attempt -> {})
                                .join(),
                        now);
            }
        }
        return current;
    }

    private SmokeReport run(String yaml, Map<String, String> variables) {
        return run(SmokeSession.start(suite(yaml, variables), START), variables).report(START);
    }

    @Test
    void aVariableStandsForAValueOfTheEnvironmentEncodedForItsPlace() {
        String yaml = """
                checks:
                  - path: /echo?q=${Q}
                    method: POST
                    headers: {X-Key: "k ${Q}"}
                    body: {json: {a: "${Q}", b: [1, true]}}
                    text: 'q=a%26b%20%22c%22|k a&b "c"|application/json|{"a":"a&b \\"c\\"","b":[1,true]}'
                  - name: form
                    path: /echo
                    method: POST
                    body: {form: {user: "${Q}", plain: "$${Q}"}}
                    text: "null|null|application/x-www-form-urlencoded|user=a%26b+%22c%22&plain=%24%7BQ%7D"
                  - name: file
                    path: /echo
                    method: PUT
                    headers: {Content-Type: text/csv}
                    body: {file: items.csv}
                    text: "|text/csv|items.csv"
                """;
        SmokeReport report = run(yaml, Map.of("Q", "a&b \"c\""));
        assertThat(report.passed()).as(report.summary()).isTrue();
    }

    @Test
    void anUnsetVariableIsAnErrorAtItsPlace() {
        assertThatExceptionOfType(YamlFileException.class)
                .isThrownBy(() -> suite("checks:\n  - path: /a\n    headers:\n      X-Key: ${KEYY}\n", Map.of()))
                .withMessageStartingWith("smoke.yaml:4:14: checks[0].headers.X-Key: the variable ${KEYY} is not set");
        assertThatExceptionOfType(YamlFileException.class)
                .isThrownBy(() -> suite("timeout: ${T}\nchecks: [{path: /a}]\n", Map.of()))
                .withMessageStartingWith("smoke.yaml:1:10: timeout: the variable ${T} is not set");
        assertThatExceptionOfType(YamlFileException.class)
                .isThrownBy(() -> suite("checks: [{path: '/${A B}'}]\n", Map.of()))
                .withMessageContaining("'${A B}' is no variable such as ${VERSION}");
    }

    @Test
    void item8ASecretOfTheEnvironmentIsNeitherStoredNorShown() throws Exception {
        String yaml = "checks:\n  - path: /echo?key=${KEY}\n    headers: {X-Key: '${KEY}'}\n    status: 500\n";
        SmokeSession session = SmokeSession.start(suite(yaml, Map.of("KEY", "s3cr3t-value")), START);
        session = run(session, Map.of("KEY", "s3cr3t-value"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(session);
            out.writeObject(session.report(START));
        }
        assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).doesNotContain("s3cr3t-value");
        CheckResult result = session.report(START).checks().get(0);
        assertThat(result.target()).endsWith("/echo?key=${KEY}");
        assertThat(result.lastError())
                .hasToString("expected status 500, got status 200 with 'key=${KEY}|${KEY}|null|'");
    }

    @Test
    void aCheckWaitsForTheValuesThatItUsesWhereverItStands() {
        String yaml = """
                checks:
                  - path: /echo?t=${token}&id=${id}
                    headers: {X-Key: '${session}'}
                    text: t=t%26k%20%221%22&id=7|s-1
                  - path: /login
                    extract:
                      token: $.token
                      id: {regex: '"id": (\\d+)'}
                      session: {header: X-Session}
                """;
        SmokeReport report = run(yaml, Map.of());
        assertThat(report.passed()).as(report.summary()).isTrue();
        assertThat(report.checks()).extracting(CheckResult::attempts).containsExactly(1, 1);
    }

    @Test
    void aCheckWhoseValueNeverComesSaysWhichOneItMissed() {
        String yaml = """
                timeout: 10s
                checks:
                  - {path: '/echo?t=${token}'}
                  - {path: /login, extract: {token: $.nothing}}
                """;
        SmokeSession session = run(SmokeSession.start(suite(yaml, Map.of()), START), Map.of());
        assertThat(session.due(START.plusSeconds(9))).extracting(Check::name).containsExactly("/login");
        SmokeReport report = session.report(START.plusSeconds(10));
        assertThat(report.checks().get(0).lastError())
                .hasToString("expected a value for ${token} from '/login', got none");
        assertThat(report.checks().get(1).lastError().actual())
                .isEqualTo("an answer without a value for ${token} (json $.nothing)");
    }

    @Test
    void extractedValuesAreNotStoredAndExtractedAgainAfterARestart() throws Exception {
        String yaml = """
                checks:
                  - {path: /login, extract: {token: $.token}}
                  - {path: '/echo?t=${token}'}
                """;
        SmokeSession session = SmokeSession.start(suite(yaml, Map.of()), START);
        ProbeSettings settings = new ProbeSettings(HostPolicy.any(), null, Map.of(), Map.of(), 4);
        try (SmokeProber prober = new SmokeProber(settings, Clock.systemUTC())) {
            session = session.after(
                    prober.probe(session.due(START), Duration.ofSeconds(30), attempt -> {})
                            .join(),
                    START);
        }
        assertThat(session.values()).containsKey("token");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(session);
        }
        assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).doesNotContain("t&k");
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            session = (SmokeSession) in.readObject();
        }
        assertThat(session.values()).isEmpty();
        assertThat(session.due(START)).extracting(Check::name).containsExactly("/login");
        SmokeReport report = run(session, Map.of()).report(START);
        assertThat(report.passed()).as(report.summary()).isTrue();
    }

    @Test
    void whatCannotBeOrderedIsSaidAtOnce() {
        refused(
                "checks: [{path: '/a?${b}', extract: {a: $.a}}, {path: '/b?${a}', extract: {b: $.b}}]",
                "checks wait for each other's values: /a?${b} → /b?${a} → /a?${b}");
        refused("checks: [{path: '/a?${a}', extract: {a: $.a}}]", "checks wait for each other's values");
        refused("checks: [{path: /a, extract: {a: $.a}}, {path: /b, extract: {a: $.b}}]", "'/a' already extracts 'a'");
        refused("checks: [{path: /a, extract: {a: $.a}}, {tcp: 'db:${a}'}]", "cannot stand here");
        refused("checks: [{path: /a, extract: {a: $.a}}, {url: 'http://${a}/'}]", "is no address such as");
        refused("checks: [{path: /a, extract: {a: {cookie: x}}}]", "there is no key 'cookie'");
        refused("checks: [{path: /a, extract: {a-b: $.a}}]", "is no name of a variable");
        refused("checks: [{path: /a, extract: {a: '$..['}}]", "is no JSON path");
    }

    private void refused(String yaml, String words) {
        assertThatExceptionOfType(YamlFileException.class)
                .isThrownBy(() -> suite(yaml, Map.of()))
                .withCauseInstanceOf(ArgumentException.class)
                .withMessageContaining(words);
    }

    @Test
    void aValueCannotBreakOutOfAHeader() {
        SmokeSuite suite = suite("checks: [{path: /echo, headers: {X-Key: '${K}'}}]", Map.of("K", "a\r\nX: b"));
        ProbeSettings settings = new ProbeSettings(HostPolicy.any(), null, Map.of(), Map.of("K", "a\r\nX: b"), 4);
        assertThat(words(Probing.probe(settings, suite).get(0))).contains("a line break or control character");
    }
}
