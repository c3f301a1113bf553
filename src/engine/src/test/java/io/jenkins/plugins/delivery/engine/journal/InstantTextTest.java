package io.jenkins.plugins.delivery.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {
    private record Moment(Instant at) {}

    @Test
    void every_moment_that_was_written_is_read_as_it_was() throws IOException {
        Random random = new Random(42);
        long begin = Instant.parse("-0400-01-01T00:00:00Z").getEpochSecond();
        long end = Instant.parse("+12000-01-01T00:00:00Z").getEpochSecond();
        int[] units = {1, 1_000, 1_000_000, 1_000_000_000};
        for (int i = 0; i < 10_000; i++) {
            int unit = units[i % units.length];
            int nanos = random.nextInt(1_000_000_000 / unit) * unit % 1_000_000_000;
            Instant at = Instant.ofEpochSecond(random.nextLong(begin, end), nanos);

            assertThat(read('"' + at.toString() + '"')).isEqualTo(at);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T10:00:00Z",
                "2024-02-29T23:59:59.999999999Z",
                "2026-03-01T10:00:00.1Z",
                "2026-03-01T12:00:00+02:00"
            })
    void other_forms_of_a_moment_are_read_too(String text) throws IOException {
        assertThat(read('"' + text + '"'))
                .isEqualTo(java.time.OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T10:00:00Z",
                "2026-13-01T10:00:00Z",
                "2026-03-01T25:00:00Z",
                "2026-03-01T10:00:00",
                "2026-03-01T10:00:00.1234567890Z",
                "2026-03-01T10:00:0\u0663Z",
                "today"
            })
    void what_is_no_moment_is_refused(String text) {
        assertThatThrownBy(() -> read('"' + text + '"')).isInstanceOf(IOException.class);
    }

    private static Instant read(String json) throws IOException {
        return RecordJson.read("{\"at\":" + json + "}", Moment.class).at();
    }
}
