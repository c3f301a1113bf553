package io.jenkins.plugins.delivery.engine.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.yaml.YamlFileException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a file, a variable or an expectation says: it is read, or refused with a place and a reason. */
class SmokeReadingPropertyTest {
    private static final List<String> KEYS = List.copyOf(CheckArguments.KEYS);
    private static final String SAMPLE = """
            url: http://localhost
            checks:
              - {name: a, path: '/a?${HOME}', status: [200, 2xx], json: {'$.a': '>1'}, extract: {t: $.t}}
              - {path: /b, method: POST, body: {json: {x: '${t}'}}, headers: {X-A: '${t}'}, samples: 3, p95Millis: 9}
              - {tcp: 'a:1'}
              - {tls: 'a:443', minDaysValid: 3}
              - {grpc: 'a:1', grpcService: s}
              - {dns: a.b, type: MX, values: [x], server: 'n:53'}
            """;

    private static void readOrRefused(String text) {
        SmokeSources sources = new SmokeSources(Map.of("HOME", "h"), (argument, place) -> new byte[0]);
        try {
            SmokeSuite suite = SmokeArguments.parseFile("smoke.yaml", text, Map.of(), sources);
            assertThat(suite.checks()).isNotEmpty();
            suite.checks().forEach(check -> assertThat(check.target() + check.awaited())
                    .isNotBlank());
        } catch (YamlFileException refused) {
            assertThat(refused.getMessage()).matches("(?s)smoke\\.yaml:\\d+:\\d+: .+");
        }
    }

    @Property(tries = 400)
    void aFileWithAnySpotChangedIsReadOrRefusedAtAPlace(
            @ForAll("spots") int from, @ForAll("spots") int to, @ForAll("snippets") String snippet) {
        int start = Math.min(from, to) % SAMPLE.length();
        int end = Math.min(SAMPLE.length(), start + Math.abs(to - from) % 12);
        readOrRefused(SAMPLE.substring(0, start) + snippet + SAMPLE.substring(end));
    }

    @Property(tries = 300)
    void aCheckWithAnyKeysAndValuesIsReadOrRefusedByName(@ForAll("checks") Map<String, Object> check) {
        try {
            SmokeArguments.parse(Map.of("url", "http://localhost", "checks", List.of(check)));
        } catch (ArgumentException refused) {
            assertThat(refused.argument()).isNotNull();
            assertThat(refused.getMessage())
                    .hasSizeGreaterThan(refused.argument().length() + 5);
        }
    }

    @Property(tries = 300)
    void aValueIsNeverReadAsAVariableAndComesBackAsItWas(@ForAll("values") String value) {
        String filled = Template.fill("x", "a ${V} $${V} ${V}", name -> Optional.of(Template.marker(name)));
        assertThat(Template.bind(filled, Map.of("V", value), UnaryOperator.identity()))
                .isEqualTo("a " + value + " ${V} " + value);
        assertThat(Template.shown(filled)).isEqualTo("a ${V} ${V} ${V}");
    }

    @Property(tries = 300)
    void aValueInAPathStaysAPartOfIt(@ForAll("values") String value) {
        String path = Template.fill("x", "http://a/b/${V}?q=${V}#", name -> Optional.of(Template.marker(name)));
        HttpCall call = new HttpCall(
                "GET", URI.create(path), Map.of(), null, HttpCall.HttpVersion.ANY, HttpCall.Redirects.NONE);
        URI bound = call.boundUri(Map.of("V", value));
        assertThat(bound.getHost()).isEqualTo("a");
        assertThat(bound.getRawPath()).startsWith("/b/").doesNotContain("//");
        assertThat(bound.getRawPath().substring(3)).doesNotContain("/");
        assertThat(URLDecoder.decode(bound.getRawPath().substring(3).replace("+", "%2B"), StandardCharsets.UTF_8))
                .isEqualTo(value);
    }

    @Property(tries = 500)
    void anExpectationIsReadOrRefusedAndHoldsOrNot(
            @ForAll("comparisons") String text, @ForAll("values") String actual) {
        try {
            Comparison comparison = Comparison.parse("json", text);
            assertThat(comparison.holds(actual)).isIn(true, false);
            assertThat(Comparison.parse("json", comparison.toString())).isEqualTo(comparison);
        } catch (ArgumentException refused) {
            assertThat(refused).hasMessageStartingWith("json: ");
        }
    }

    @Property(tries = 300)
    void aHealthResponseOfAnyBytesIsRead(@ForAll byte[] bytes) {
        assertThat(GrpcProbe.serving(bytes)).isNotBlank();
    }

    @Provide
    Arbitrary<Integer> spots() {
        return Arbitraries.integers().between(0, 2_000);
    }

    @Provide
    Arbitrary<String> snippets() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "${",
                        "$${",
                        "}",
                        "${t}",
                        "${nobody}",
                        "- ",
                        "[",
                        "{",
                        ": ",
                        "\n",
                        "\t",
                        "'",
                        "&a ",
                        "*a",
                        "!!x "),
                Arbitraries.strings().ofMaxLength(8));
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings()
                .withChars("abc/?#&=%+ \"\\${}é\u20ac.:@")
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(value -> !value.isBlank());
    }

    @Provide
    Arbitrary<String> comparisons() {
        return Combinators.combine(Arbitraries.of("", "==", "!=", ">", ">=", "<", "<=", "~"), values())
                .as((sign, operand) -> sign + operand);
    }

    @Provide
    Arbitrary<Map<String, Object>> checks() {
        Arbitrary<Object> value = Arbitraries.oneOf(
                Arbitraries.of(1, -1, 2.5, true, "a:1", "/a", "2", "GET", "${x}", "", List.of(), Map.of()),
                Arbitraries.strings().ofMaxLength(10).map(text -> (Object) text),
                Arbitraries.of(Map.of("json", 1), Map.of("a", "$.a"), List.of(1, "x")));
        return Arbitraries.maps(Arbitraries.of(KEYS), value)
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(HashMap::new);
    }
}
