package io.jenkins.plugins.delivery.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromotionOrderTest {
    @Test
    void none_comes_before_the_one_that_it_is_promoted_from_and_the_rest_stays_as_listed() {
        PromotionOrder order =
                order("production", "staging", "demo", "", "staging", "dev", "dev", "", "europe", "staging");

        assertThatCode(order::check).doesNotThrowAnyException();
        assertThat(order.names()).containsExactly("dev", "staging", "production", "demo", "europe");
    }

    @Test
    void a_name_that_is_none_is_answered_with_the_nearest() {
        assertThatThrownBy(order("staging", "", "production", "stagign")::check)
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining(
                        "production: promotedFrom: there is no environment 'stagign'; did you mean 'staging'?");
    }

    @Test
    void a_circle_is_shown() {
        assertThatThrownBy(order("a", "c", "b", "a", "c", "b")::check)
                .isInstanceOf(ArgumentException.class)
                .hasMessage(
                        "a: promotedFrom: no release would ever get there, because it goes in a circle: a ← c ← b ← a");
        assertThatThrownBy(order("a", "a")::check).hasMessageContaining("in a circle: a ← a");
    }

    /** Files can be written by hand: what they show is all of them, each once. */
    @Test
    void an_order_of_what_would_be_refused_still_has_all_of_them() {
        assertThat(order("a", "c", "b", "a", "c", "b", "d", "nowhere").names())
                .containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThatThrownBy(order("x", "a", "a", "b", "b", "a")::check)
                .hasMessageContaining("a: promotedFrom")
                .hasMessageContaining("a ← b ← a");
    }

    private static PromotionOrder order(String... pairs) {
        Map<String, String> from = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            from.put(pairs[i], pairs[i + 1]);
        }
        return new PromotionOrder(from);
    }
}
