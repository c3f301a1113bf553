package io.jenkins.plugins.delivery.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.delivery.engine.pipeline.Promotion.Deployment;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromotionTest {
    private static final String DIGEST = "sha256:" + "ab".repeat(32);
    private static final Promotion PROMOTION =
            new Promotion("shop", "registry.example.com/shop@" + DIGEST, "staging", "production");

    private static Deployment deployment(String environment, String image, boolean succeeded) {
        return new Deployment(environment, List.of("sidecar:1", image), succeeded, "shop #7");
    }

    @Test
    void what_served_in_the_environment_before_goes_on() {
        assertThat(PROMOTION.passed(List.of(deployment("staging", "mirror.example.com/shop@" + DIGEST, true))))
                .isEqualTo("shop #7");
    }

    @Test
    void another_digest_another_environment_and_what_was_taken_back_do_not_count() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PROMOTION.passed(List.of(
                        deployment("staging", "shop@sha256:" + "cd".repeat(32), true),
                        deployment("qa", "shop@" + DIGEST, true))))
                .withMessageContaining("shop sha256:abababababab has not passed staging: it was never deployed there");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PROMOTION.passed(List.of(deployment("staging", "shop@" + DIGEST, false))))
                .withMessageContaining("deployed there by shop #7, and did not stay");
    }

    @Test
    void what_has_no_digest_is_not_one_thing() {
        Promotion tag = new Promotion("shop", "registry:5000/shop:1.5", "staging", "production");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tag.passed(List.of(deployment("staging", "registry:5000/shop:1.5", true))))
                .withMessageContaining("has no digest")
                .withMessageContaining("registry:5000/shop@sha256:");
    }
}
