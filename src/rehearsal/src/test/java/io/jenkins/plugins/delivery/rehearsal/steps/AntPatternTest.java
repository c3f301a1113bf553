package io.jenkins.plugins.delivery.rehearsal.steps;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AntPatternTest {
    @ParameterizedTest
    @CsvSource({
        "target/*.jar,      target/app.jar,       true",
        "target/*.jar,      target/sub/app.jar,   false",
        "**/*.jar,          app.jar,              true",
        "**/*.jar,          a/b/app.jar,          true",
        "t/**/*.txt,        t/a.txt,              true",
        "t/**/*.txt,        t/sub/deep/c.txt,     true",
        "**/c.txt,          t/sub/c.txt,          true",
        "reports/,          reports/a/b.xml,      true",
        "web/**,            web/app.js,           true",
        "web/**,            website/app.js,       false",
        "**,                anything/at/all,      true",
        "feature/*,         feature/login,        true",
        "feature/*,         feature/login/deep,   false",
        "a?.txt,            ab.txt,               true",
        "a?.txt,            a.txt,                false",
        "v*,                v1.0,                 true",
        "a.b,               axb,                  false"
    })
    void matches_as_ant_does(String pattern, String path, boolean expected) {
        assertThat(new AntPattern(pattern, true).matches(path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void looks_at_upper_case_only_if_told_to(boolean caseSensitive, boolean expected) {
        assertThat(new AntPattern("FEATURE/*", caseSensitive).matches("feature/login"))
                .isEqualTo(expected);
    }
}
