package io.jenkins.plugins.delivery.engine.argument;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WildcardTest {
    @Test
    void a_star_stands_for_any_text() {
        assertThat(new Wildcard("docker push *").matches("docker push shop:1 \\\n && true"))
                .isTrue();
        assertThat(new Wildcard("shop-*-canary").matches("shop--canary")).isTrue();
        assertThat(new Wildcard("*").matches("")).isTrue();
        assertThat(new Wildcard("shop").matches("shop-canary")).isFalse();
    }

    @Test
    void everything_else_stands_for_itself() {
        assertThat(new Wildcard("a.c").matches("abc")).isFalse();
        assertThat(new Wildcard("a\\Eb*").matches("a\\Ebc")).isTrue();
        assertThat(new Wildcard("(").matches("(")).isTrue();
    }
}
