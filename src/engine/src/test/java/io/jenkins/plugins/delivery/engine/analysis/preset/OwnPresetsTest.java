package io.jenkins.plugins.delivery.engine.analysis.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnPresetsTest {
    @Test
    void aPresetIsANameAndAQueryOnALine() {
        assertThat(OwnPresets.parse(" queue: sum(app:queue{pod=~\"{{pods}}\"}) \n\n checkout-2 : up "))
                .isEqualTo(Map.of("queue", "sum(app:queue{pod=~\"{{pods}}\"})", "checkout-2", "up"));
        assertThat(OwnPresets.parse(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "queue | 'queue' is not of the form name: query",
                "queue: | is not of the form name: query",
                "Queue 1: up | is not of the form name: query",
                "error-rate: up | is one of the ready-made presets",
                "queue: up{pod=~'{{pod}}'} | did you mean 'pods'?",
                "queue: up{{}} | nothing was given",
            })
    void whatIsNoPresetIsRefusedWithItsReason(String text, String reason) {
        assertThatThrownBy(() -> OwnPresets.parse("first: up\n" + text))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aNameCountsOnce() {
        assertThatThrownBy(() -> OwnPresets.parse("queue: up\nqueue: down"))
                .hasMessageContaining("'queue' comes twice");
    }
}
