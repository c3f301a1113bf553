package io.jenkins.plugins.delivery.rehearsal.cluster.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.IntOrString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollingUpdateTest {
    @ParameterizedTest
    @CsvSource({
        "4,25%,25%,1,1",
        "3,25%,25%,1,0",
        "1,25%,25%,1,0",
        "10,30%,15%,3,1",
        "2,1,0,1,0",
        "3,0,0,0,1",
        "3,0,10%,0,1"
    })
    void rounds_surge_up_and_unavailable_down_and_never_both_to_nothing(
            int desired, String surge, String unavailable, int expectedSurge, int expectedUnavailable) {
        RollingUpdate update = RollingUpdate.of(desired, value(surge), value(unavailable));

        assertThat(update).isEqualTo(new RollingUpdate(desired, expectedSurge, expectedUnavailable));
    }

    @Test
    void never_has_more_pods_than_desired_and_surge_nor_fewer_available_than_it_may() {
        RollingUpdate update = new RollingUpdate(4, 1, 1);

        assertThat(update.grow(4, 0)).isEqualTo(1);
        assertThat(update.shrink(5, 1)).isEqualTo(1);
        assertThat(update.shrink(5, 0)).isEqualTo(2);
        assertThat(update.grow(8, 4)).isEqualTo(4);
    }

    private static IntOrString value(String text) {
        return text.endsWith("%") ? new IntOrString(text) : new IntOrString(Integer.parseInt(text));
    }
}
