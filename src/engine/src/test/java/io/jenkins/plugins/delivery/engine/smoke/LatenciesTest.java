package io.jenkins.plugins.delivery.engine.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void are_counted_in_bands_from_the_first_to_the_last_that_is_not_empty() {
        assertThat(new Latencies(List.of(7L, 12L, 9L, 19L, 20L, 130L)).bands())
                .containsExactly(
                        new LatencyBand(5, 10, 2),
                        new LatencyBand(10, 20, 2),
                        new LatencyBand(20, 50, 1),
                        new LatencyBand(50, 100, 0),
                        new LatencyBand(100, 200, 1));
        assertThat(new Latencies(List.of(0L)).bands()).containsExactly(new LatencyBand(0, 1, 1));
        assertThat(new Latencies(List.of()).bands()).isEmpty();
    }

    @Property(tries = 200)
    void each_is_in_one_band_and_bands_leave_no_gap(
            @ForAll @Size(max = 50) List<@LongRange(min = 0, max = 100_000_000_000L) Long> millis) {
        List<LatencyBand> bands = new Latencies(millis).bands();

        assertThat(bands).allSatisfy(band -> assertThat(millis)
                .filteredOn(one -> one >= band.from() && one < band.below())
                .hasSize(band.count()));
        assertThat(bands.stream().mapToInt(LatencyBand::count).sum()).isEqualTo(millis.size());
        for (int i = 1; i < bands.size(); i++) {
            assertThat(bands.get(i).from()).isEqualTo(bands.get(i - 1).below());
        }
    }
}
