package io.jenkins.plugins.delivery.engine.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "30s, PT30S",
        "5m, PT5M",
        "24h, PT24H",
        "2d, PT48H",
        "250ms, PT0.25S",
        "' 10 s ', PT10S",
        "90, PT1M30S",
        "1.5, PT1.5S",
        "PT5M, PT5M",
        "P1DT2H, PT26H",
        "0, PT0S",
        "5M, PT5M"
    })
    void readsEveryFormThatAJenkinsfileMayUse(String text, Duration expected) {
        assertThat(Durations.parse("interval", text)).isEqualTo(expected);
    }

    @Test
    void takesNumbersAsSeconds() {
        assertThat(Durations.parse("interval", 90)).isEqualTo(Duration.ofSeconds(90));
        assertThat(Durations.parse("interval", new BigDecimal("0.5"))).isEqualTo(Duration.ofMillis(500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5 minutes", "soon", "", "-5s", "-PT5M", "5w", "1e3", "NaN", "99999999999999999999h"})
    void refusesAnythingElseAndSaysWhatIsAllowed(String text) {
        assertThatThrownBy(() -> Durations.parse("interval", text))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("interval: '" + text + "' is not a duration")
                .hasMessageContaining("30s, 5m, 24h");
    }

    @Test
    void refusesAMissingOneUnlessThereIsADefault() {
        assertThatThrownBy(() -> Durations.parse("timeout", null)).hasMessageContaining("nothing was given");
        assertThat(Durations.parse("timeout", null, Duration.ofMinutes(2))).isEqualTo(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @CsvSource({"PT45S, 45s", "PT5M, 5m", "PT1H30M, 1h 30m", "PT0.25S, 250ms", "PT26H, 1d 2h", "PT0S, 0ms"})
    void writesDurationsAsPeopleSayThem(Duration duration, String words) {
        assertThat(Durations.format(duration)).isEqualTo(words);
    }

    @Property
    void whatIsWrittenAsIsoIsReadBackTheSame(@ForAll @IntRange(max = 10_000_000) int seconds) {
        Duration duration = Duration.ofSeconds(seconds);
        assertThat(Durations.parse("x", duration.toString())).isEqualTo(duration);
    }
}
