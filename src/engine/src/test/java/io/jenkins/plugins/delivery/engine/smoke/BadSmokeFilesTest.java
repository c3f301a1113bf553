package io.jenkins.plugins.delivery.engine.smoke;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.delivery.engine.yaml.YamlFileException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadSmokeFilesTest {
    private static void refused(String yaml, String words) {
        assertThatExceptionOfType(YamlFileException.class)
                .isThrownBy(() -> SmokeArguments.parseFile("smoke.yaml", yaml, Map.of(), SmokeSources.none()))
                .withMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{path: /, url: 'http://a', body: x}                   | 1:43: checks[0].body: a GET has none",
                "{url: 'http://a', method: POST, body: {json: 1, text: x}} | expected one of text, json, form and file",
                "{url: 'http://a', method: POST, body: {xml: 1}}       | there is no key 'xml'",
                "{url: 'http://a', method: POST, body: {file: a.xml}}  | 'a.xml' lies in a workspace",
                "{url: 'http://a', http: '3'}                          | 1:34: checks[0].http: there is no version of HTTP '3'",
                "{url: 'http://a', redirects: some}                    | there is no policy 'some'",
                "{url: 'http://a', minDaysValid: 5}                    | the request goes without TLS",
                "{url: 'http://a', headers: {Transfer-Encoding: x}}    | is no header that can be set",
                "{url: 'http://a', headers: {Cookie: x}}               | use credentialsId instead",
                "{url: 'http://a', samples: 1001}                      | expected 1 to 1000",
                "{url: 'http://a', requestTimeout: 6m}                 | at most 5m",
                "{url: 'http://a', requestTimeout: -1}                 | 1:44: checks[0].requestTimeout",
                "{grpc: a}                                             | is no host and port",
                "{grpc: 'a:1', credentialsId: x}                       | is not sent in plain text",
                "{grpc: 'a:1', path: /}                                | a grpc check has no such key",
                "{dns: 'a b'}                                          | is no name such as",
                "{dns: a, type: AAA}                                   | did you mean 'A",
                "{dns: a, server: n}                                   | it needs a 'type'",
                "{dns: a, type: A, values: []}                         | expected what has to be among the answers",
                "{tls: false}                                          | expected true with a 'url' of the suite",
                "{tcp: 'a:1', minDaysValid: 1}                         | a tcp check has no such key",
                "{tcp: 'http://a:1'}                                   | is no host and port",
                "{name: nothing}                                       | it checks nothing",
            })
    void saysWhatIsWrongWithACheckAndWhere(String check, String words) {
        refused("checks: [" + check + "]", words);
    }

    @Test
    void saysWhatIsWrongWithASuite() {
        refused("", "smoke.yaml:1:1");
        refused("checks: x", "expected a list of maps");
        refused("checks: [x]", "expected a map such as");
        refused("{url: 'http://a', include: /a, checks: [{path: /}]}", "it chooses from an 'openapi' document");
        refused("{url: 'http://a', service: shop, checks: [{path: /}]}", "there is a 'url' as well");
        refused("{url: 'http://a', concurrency: 257, checks: [{path: /}]}", "expected 1 to 256");
        refused("{url: 'http://a', checks: [{path: /}, {path: /}]}", "checks[1]: two checks are called '/'");
        refused("{url: 'http://a', url: 'http://b', checks: [{path: /}]}", "smoke.yaml:1:19");
    }

    @Test
    void item13AYamlBombIsRefusedBeforeItGoesOff() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            String before = "*a" + (i - 1);
            bomb.append("a" + i + ": &a" + i + " [" + (before + ", ").repeat(8) + before + "]\n");
        }
        refused(bomb + "checks: *a8\n", "smoke.yaml:");
        refused("checks: " + "[".repeat(5_000), "at most 50 levels");
        refused("checks: [!!javax.script.ScriptEngineManager [!!java.net.URL ['http://a']]]", "smoke.yaml:");
    }
}
