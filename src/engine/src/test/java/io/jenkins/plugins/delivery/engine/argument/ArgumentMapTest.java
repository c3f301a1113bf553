package io.jenkins.plugins.delivery.engine.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentMapTest {
    private static final Set<String> KNOWN = Set.of("preset", "max", "interval", "critical", "failures");

    @Test
    void readsTypedValues() {
        ArgumentMap map = ArgumentMap.of(
                "metrics[0]",
                Map.of("preset", "error-rate", "max", "0.01", "interval", "2m", "critical", true, "failures", 3),
                KNOWN);

        assertThat(map.text("preset")).contains("error-rate");
        assertThat(map.number("max")).hasValue(0.01);
        assertThat(map.duration("interval", Duration.ZERO)).isEqualTo(Duration.ofMinutes(2));
        assertThat(map.flag("critical", false)).isTrue();
        assertThat(map.wholeNumber("failures", 0)).isEqualTo(3);
    }

    @Test
    void namesThePlaceOfAnUnknownKeyAndTheNearestOne() {
        assertThatThrownBy(() -> ArgumentMap.list("metrics", List.of(Map.of("prest", "x")), KNOWN))
                .hasMessageContaining("metrics[0]: there is no key 'prest'; did you mean 'preset'?");
    }

    @Test
    void refusesValuesOfAnotherKind() {
        ArgumentMap map =
                ArgumentMap.of("m", Map.of("max", "NaN", "preset", " ", "critical", "yes", "failures", 1.5), KNOWN);

        assertThatThrownBy(() -> map.number("max")).hasMessage("m.max: 'NaN' is not a number");
        assertThatThrownBy(() -> map.text("preset")).hasMessageContaining("m.preset: expected text");
        assertThatThrownBy(() -> map.flag("critical", false)).hasMessageContaining("expected true or false");
        assertThatThrownBy(() -> map.wholeNumber("failures", 0)).hasMessageContaining("not a whole number");
        assertThatThrownBy(() -> ArgumentMap.list("metrics", "x", KNOWN)).hasMessageContaining("list of maps");
        assertThatThrownBy(() -> ArgumentMap.of("metrics[0]", "x", KNOWN)).hasMessageContaining("expected a map");
    }
}
