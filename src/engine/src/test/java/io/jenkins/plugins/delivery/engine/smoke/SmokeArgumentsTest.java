package io.jenkins.plugins.delivery.engine.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.yaml.YamlFileException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmokeArgumentsTest {
    private static SmokeSuite suite(Map<String, ?>... checks) {
        return SmokeArguments.parse(Map.of("url", "https://staging.example.com/shop/", "checks", List.of(checks)));
    }

    private static HttpCheck http(Map<String, ?> check) {
        return (HttpCheck) suite(check).checks().get(0);
    }

    @Test
    void takesTheDocumentedDefaults() {
        SmokeSuite suite = suite(Map.of("path", "/healthz"));
        assertThat(suite.timeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(suite.interval()).isEqualTo(Duration.ofSeconds(2));
        assertThat(suite.stableFor()).isZero();
        assertThat(suite.concurrency()).isEqualTo(16);
        HttpCheck check = http(Map.of("path", "/healthz"));
        assertThat(check.call().uri()).isEqualTo(URI.create("https://staging.example.com/shop/healthz"));
        assertThat(check.call().method()).isEqualTo("GET");
        assertThat(check.call().redirects()).isEqualTo(HttpCall.Redirects.FOLLOW);
        assertThat(check.demands().expectations())
                .containsExactly(new Expectation.Status(List.of(new StatusRange(200, 299))));
    }

    @Test
    void readsEveryKindOfCheck() {
        SmokeSuite suite = suite(
                Map.of("tls", true, "minDaysValid", 14),
                Map.of("tcp", "db.staging:5432"),
                Map.of("dns", "db.staging"),
                Map.of("path", "/api/items", "method", "post", "json", Map.of("$.items.length()", ">0")));
        assertThat(suite.checks())
                .extracting(Check::name)
                .containsExactly("tls staging.example.com", "tcp db.staging:5432", "dns db.staging", "POST /api/items");
        assertThat(suite.checks().get(0))
                .isEqualTo(new TlsCheck(
                        "tls staging.example.com",
                        "staging.example.com",
                        443,
                        new TlsLimits(14, null),
                        Duration.ofSeconds(10)));
    }

    @Test
    void readsAFileAndLetsTheJenkinsfileWin() {
        String yaml = """
                timeout: 5m
                checks:
                  - path: /healthz
                    status: [200, 204]
                  - name: items
                    path: /api/items
                    json: {"$.items.length()": ">0"}
                    maxMillis: 500
                """;
        SmokeSuite suite = SmokeArguments.parseFile(
                "deploy/smoke.yaml",
                yaml,
                Map.of("url", "http://localhost:8080", "timeout", "30s"),
                SmokeSources.none());
        assertThat(suite.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(suite.checks()).extracting(Check::name).containsExactly("/healthz", "items");
    }

    @Test
    void placesAMistakeInAFile() {
        String yaml = "checks:\n  - path: /\n    status: 2000\n";
        assertThatExceptionOfType(YamlFileException.class)
                .isThrownBy(() -> SmokeArguments.parseFile(
                        "smoke.yaml", yaml, Map.of("url", "http://localhost"), SmokeSources.none()))
                .withMessageStartingWith("smoke.yaml:3:13: checks[0].status: '2000' is no status");
        assertThatExceptionOfType(YamlFileException.class)
                .isThrownBy(() -> SmokeArguments.parseFile("smoke.yaml", "cheks: []", Map.of(), SmokeSources.none()))
                .withMessageContaining("smoke.yaml:1:1")
                .withMessageContaining("did you mean 'checks'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pth        | /x               | did you mean 'path'?",
                "path       | /x y             | is no address",
                "url        | ftp://a          | is no address such as https://staging.example.com",
                "url        | https://me:pw@a/ | use credentialsId instead",
                "tcp        | db.staging       | is no host and port",
                "tcp        | db:70000         | is no host and port",
                "regex      | (                | checks nothing; say path",
            })
    void explainsWhatItCannotUse(String key, String value, String words) {
        refused(Map.of(key, value), words);
    }

    @Test
    void explainsWhatDoesNotFitTogether() {
        refused(Map.of("path", "/", "tcp", "db:1"), "a tcp check has no such key");
        refused(Map.of("tcp", "a:1", "minDaysValid", 3), "a tcp check has no such key");
        refused(Map.of("path", "/", "regex", "("), "is no regular expression");
        refused(Map.of("path", "/", "json", Map.of("$..[", 1)), "is no JSON path");
        refused(Map.of("path", "/", "json", Map.of("$.a", ">x")), "'x' is no number");
        refused(Map.of("path", "/", "method", "GTE"), "did you mean 'GET'?");
        refused(Map.of("path", "/", "samples", 0), "expected 1 to 1000");
        refused(Map.of("path", "/", "headers", Map.of("Authorization", "Bearer x")), "use credentialsId instead");
        refused(Map.of("path", "/", "headers", Map.of("Host", "x")), "is no header that can be set");
        refused(Map.of("path", "/", "maxMillis", -5), "checks[0].maxMillis: expected 0 or more");
    }

    @Test
    void refusesASuiteThatProvesNothingOrCannotPass() {
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(SmokeArgumentsTest::suite)
                .withMessageContaining("proves nothing");
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(() -> suite(Map.of("path", "/"), Map.of("path", "/")))
                .withMessageContaining("two checks are called '/'");
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(() -> SmokeArguments.parse(Map.of(
                        "url", "http://a", "checks", List.of(Map.of("path", "/")), "stableFor", "5m", "timeout", "2m")))
                .withMessageContaining("no check could ever pass");
    }

    private static void refused(Map<String, ?> check, String words) {
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(() -> suite(check))
                .withMessageContaining(words);
    }
}
