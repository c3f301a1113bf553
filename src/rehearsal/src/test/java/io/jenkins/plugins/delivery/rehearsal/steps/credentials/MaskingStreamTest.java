package io.jenkins.plugins.delivery.rehearsal.steps.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.engine.secret.SecretForms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingStreamTest {
    private static final String SECRET = "s3cr3t value/123+";

    @Test
    void hides_each_occurrence() throws IOException {
        assertThat(masked("token " + SECRET + SECRET + " end")).isEqualTo("token ******** end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "xy", "Authorization: Basic "})
    void hides_a_secret_in_base64_wherever_it_begins(String before) throws IOException {
        String encoded = Base64.getEncoder().encodeToString((before + SECRET + "\n").getBytes(StandardCharsets.UTF_8));

        int inside = before.length() * 4 / 3 + 4;
        assertThat(masked(encoded)).contains("****").doesNotContain(encoded.substring(inside, inside + 8));
    }

    @Test
    void hides_a_secret_in_a_url_and_quoted_by_a_shell() throws IOException {
        assertThat(masked("?key=" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8)))
                .isEqualTo("?key=****");
        assertThat(masked("s3cr3t\\ value/123\\+")).isEqualTo("****");
    }

    @Test
    void hides_a_secret_that_arrives_in_pieces() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MaskingStream stream = new MaskingStream(out, SecretForms.of(List.of(SECRET)))) {
            stream.write("a s3cr".getBytes(StandardCharsets.UTF_8));
            stream.flush();
            stream.write("3t value/123+ b\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a **** b\n");
    }

    @Test
    void hides_the_longer_of_two_secrets_as_a_whole() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MaskingStream stream = new MaskingStream(out, SecretForms.of(List.of("user", "user:password")))) {
            stream.write("user:password user".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("**** ****");
    }

    @Test
    void leaves_everything_as_it_is_where_there_is_no_secret() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MaskingStream stream = new MaskingStream(out, SecretForms.of(List.of("", "  ")))) {
            stream.write("nothing  here".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("nothing  here");
    }

    private static String masked(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MaskingStream stream = new MaskingStream(out, SecretForms.of(List.of(SECRET)))) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
