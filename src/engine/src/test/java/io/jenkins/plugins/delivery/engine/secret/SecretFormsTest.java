package io.jenkins.plugins.delivery.engine.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretFormsTest {
    private static final String SECRET = "p\"a s\\s'w$rd/é+1";

    static List<String> forms() {
        return List.of(
                SECRET,
                URLEncoder.encode(SECRET, StandardCharsets.UTF_8),
                URLEncoder.encode(SECRET, StandardCharsets.UTF_8).replace("+", "%20"),
                SECRET.replace("'", "'\\''"),
                SECRET.replace("\\", "\\\\").replace("\"", "\\\""),
                Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(bytes(SECRET + "x"))
                        .substring(0, 22),
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(bytes(SECRET))
                        .substring(0, 22));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void item_09_a_secret_is_hidden_in_every_encoding(String form) {
        assertThat(hidden("before " + form + " after", SECRET))
                .startsWith("before ****")
                .doesNotContain(form);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void item_09_a_secret_whose_end_was_cut_off_is_hidden_as_far_as_it_is_there(String form) {
        for (int length = 4; length < form.length(); length++) {
            String begun = form.substring(0, length);
            assertThat(SecretForms.hide("'before " + begun + "…' and " + form, List.of(SECRET), "****"))
                    .startsWith("'before ****…' and ****")
                    .doesNotContain(begun);
        }
    }

    @Test
    void what_was_cut_off_and_is_no_secret_stays() {
        assertThat(SecretForms.hide("'so it begins…' or …", List.of(SECRET, ""), "****"))
                .isEqualTo("'so it begins…' or …");
    }

    @Test
    void item_09_each_line_of_a_secret_is_hidden() {
        assertThat(hidden("key: MIIEvQ\n= rest", "-----BEGIN KEY-----\nMIIEvQ\n-----END KEY-----"))
                .isEqualTo("key: ****\n= rest");
    }

    @Test
    void nothing_is_hidden_where_there_is_no_secret() {
        assertThat(hidden("as it is", "", "  ")).isEqualTo("as it is");
    }

    private static String hidden(String text, String... secrets) {
        return SecretForms.hide(text, List.of(secrets), "****");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
