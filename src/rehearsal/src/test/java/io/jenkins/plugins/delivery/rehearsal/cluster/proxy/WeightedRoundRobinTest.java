package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedRoundRobinTest {
    private final WeightedRoundRobin turns = new WeightedRoundRobin();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 25, 50, 99, 100})
    void of_a_hundred_requests_each_target_has_exactly_its_share(int weight) {
        assertThat(choices(100, 100 - weight, weight).getOrDefault("canary", 0L))
                .isEqualTo(weight);
    }

    @Test
    void spreads_the_smaller_share_evenly() {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            chosen.add(turns.choose(targets(75, 25)).orElseThrow().service());
        }

        assertThat(chosen.subList(0, 4)).containsOnlyOnce("canary");
        assertThat(chosen.subList(4, 8)).containsOnlyOnce("canary");
    }

    @Test
    void begins_anew_when_the_weights_change() {
        choices(3, 75, 25);

        assertThat(choices(100, 50, 50)).containsEntry("stable", 50L).containsEntry("canary", 50L);
    }

    @Test
    void chooses_nothing_when_nothing_has_a_weight_or_nobody_is_ready() {
        assertThat(turns.choose(targets(0, 0))).isEmpty();
        assertThat(turns.choose(targets(1, 0).get(0))).isEmpty();
    }

    private Map<String, Long> choices(int requests, int stable, int canary) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            turns.choose(targets(stable, canary)).ifPresent(target -> chosen.add(target.service()));
        }
        return chosen.stream().collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    }

    private static List<Target> targets(int stable, int canary) {
        return List.of(new Target("stable", stable, List.of()), new Target("canary", canary, List.of()));
    }
}
