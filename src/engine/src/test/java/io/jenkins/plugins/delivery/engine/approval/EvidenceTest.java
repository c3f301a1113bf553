package io.jenkins.plugins.delivery.engine.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final Evidence SCAN = new Evidence("scan", "passed", "01");
    private static final Evidence SMOKE = new Evidence("smoke", "passed", "02");

    @Test
    void the_digest_does_not_depend_on_the_order() {
        assertThat(Evidence.digestOf(List.of(SCAN, SMOKE))).isEqualTo(Evidence.digestOf(List.of(SMOKE, SCAN)));
    }

    @Test
    void the_digest_tells_texts_apart_that_run_together() {
        assertThat(Evidence.digestOf(List.of(new Evidence("ab", "c", "d"))))
                .isNotEqualTo(Evidence.digestOf(List.of(new Evidence("a", "bc", "d"))));
    }

    @Test
    void any_change_changes_the_digest() {
        String digest = Evidence.digestOf(List.of(SCAN, SMOKE));

        assertThat(Evidence.digestOf(List.of(SCAN))).isNotEqualTo(digest);
        assertThat(Evidence.digestOf(List.of(SCAN, new Evidence("smoke", "passed", "03"))))
                .isNotEqualTo(digest);
        assertThat(Evidence.digestOf(List.of(SCAN, new Evidence("smoke", "failed", "02"))))
                .isNotEqualTo(digest);
    }

    @Test
    void content_is_digested_with_sha_256() {
        assertThat(Evidence.digestOf(new byte[0]))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
