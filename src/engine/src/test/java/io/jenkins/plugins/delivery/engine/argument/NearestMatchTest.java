package io.jenkins.plugins.delivery.engine.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestMatchTest {
    private static final List<String> ROUTERS = List.of("gateway-api", "nginx", "istio", "replicas");

    @ParameterizedTest
    @CsvSource({"ngnix, nginx", "NGINX, nginx", "replica, replicas", "gatewayapi, gateway-api", "isto, istio"})
    void findsWhatWasMeant(String word, String expected) {
        assertThat(NearestMatch.of(word, ROUTERS)).contains(expected);
    }

    @Test
    void findsNothingWhenNothingIsClose() {
        assertThat(NearestMatch.of("traefik", ROUTERS)).isEmpty();
        assertThat(NearestMatch.of("", List.of("ab"))).isEmpty();
    }

    @Test
    void choicesNameTheNearestAndAll() {
        assertThatThrownBy(() -> Choices.pick("router", "router", "ngnix", ROUTERS))
                .isInstanceOf(ArgumentException.class)
                .hasMessage("router: there is no router 'ngnix'; did you mean 'nginx'? "
                        + "(known are gateway-api, nginx, istio, replicas)");
    }

    @Test
    void enumerationsAreReadInAnyCase() {
        assertThat(Choices.pick("unit", "half-days", java.time.temporal.ChronoUnit.class))
                .isEqualTo(java.time.temporal.ChronoUnit.HALF_DAYS);
        assertThatThrownBy(() -> Choices.pick("unit", "minuts", java.time.temporal.ChronoUnit.class))
                .hasMessageContaining("did you mean 'MINUTES'?");
    }
}
