package com.example.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void anEmptyEnvironmentHasDefaults() {
        Settings settings = Settings.from(Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.drain()).hasSeconds(10);
        assertThat(settings.version()).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void theEnvironmentDecides() {
        Settings settings = Settings.from(Map.of("PORT", "9090", "APP_VERSION", "9.9.9"));

        assertThat(settings.port()).isEqualTo(9090);
        assertThat(settings.version()).isEqualTo("9.9.9");
    }

    @Test
    void aDrillSaysWhatGoesWrong() {
        Map<String, String> environment =
                Map.of("FAULT_ERROR_RATE", "0.25", "FAULT_LATENCY_MS", "400", "FAULT_CRASH", "true");
        Drill drill = Settings.from(environment).drill();

        assertThat(drill).isEqualTo(new Drill(0.25, Duration.ofMillis(400), true, false));
        assertThat(IntStream.range(0, 400).filter(i -> drill.nextFails())).hasSize(100);
        assertThat(Settings.from(Map.of()).drill()).isEqualTo(Drill.NONE);
        assertThatThrownBy(() -> Settings.from(Map.of("FAULT_ERROR_RATE", "2"))).hasMessageContaining("0 to 1");
    }

    @Test
    void aPortThatIsNoneIsNamed() {
        assertThatThrownBy(() -> Settings.from(Map.of("PORT", "http"))).hasMessageContaining("PORT is \"http\"");
        assertThatThrownBy(() -> Settings.from(Map.of("PORT", "70000"))).hasMessageContaining("0 to 65535");
    }
}
