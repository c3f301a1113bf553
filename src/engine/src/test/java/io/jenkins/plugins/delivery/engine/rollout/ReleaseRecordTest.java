package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReleaseRecordTest {
    private static final Release RELEASE = release("{\"kind\":\"ConfigMap\"}");

    @Test
    void a_small_release_is_json_that_people_can_read() {
        List<ConfigMap> records = new ReleaseRecord("shop", "prod").write(RELEASE);

        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.getMetadata().getName()).isEqualTo("shop-release-7");
            assertThat(record.getData().get("release.json")).contains("\"version\":\"1.4\"");
        });
        assertThat(new ReleaseRecord("shop", "prod").read(records)).containsExactly(RELEASE);
    }

    @Test
    void a_large_release_is_cut_into_parts_that_a_config_map_can_hold() {
        Release large = release(noise(3_000_000));
        ReleaseRecord format = new ReleaseRecord("shop", "prod");

        List<ConfigMap> records = format.write(large);

        assertThat(records).hasSizeGreaterThan(2).allSatisfy(record -> assertThat(
                        record.getBinaryData().get("release.json.gz"))
                .hasSizeLessThan(1024 * 1024));
        assertThat(records.get(records.size() - 1).getMetadata().getName()).isEqualTo("shop-release-7");
        assertThat(format.read(records)).containsExactly(large);
    }

    @Test
    void a_release_that_lacks_a_part_does_not_count() {
        ReleaseRecord format = new ReleaseRecord("shop", "prod", 10, 100);
        List<ConfigMap> records = format.write(release(noise(1000)));

        for (int missing = 0; missing < records.size(); missing++) {
            List<ConfigMap> left = new java.util.ArrayList<>(records);
            left.remove(missing);
            assertThat(format.read(left)).isEmpty();
        }
    }

    private static Release release(String manifest) {
        return new Release(
                7,
                "1.4",
                StrategyKind.ROLLING,
                "r7",
                Instant.parse("2026-03-02T10:00:00Z"),
                Map.of("shop", "shop:1.4"),
                Map.of(),
                Map.of(),
                List.of(manifest),
                true,
                null,
                Map.of());
    }

    private static String noise(int length) {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        random.ints(length, 33, 34 + 64)
                .forEach(letter -> text.append((char) (letter == 34 || letter == 92 ? 'x' : letter)));
        return text.toString();
    }
}
