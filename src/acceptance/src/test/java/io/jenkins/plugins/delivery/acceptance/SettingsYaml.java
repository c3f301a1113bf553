package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Our settings as Configuration as Code writes them. */
public final class SettingsYaml {
    /** What an export leaves away, because it is so without being said. */
    private static final Map<String, String> DEFAULTS =
            Map.of("count", "1", "auditRetentionDays", "0", "largestReportMegabytes", "4096", "max", "0");

    private SettingsYaml() {}

    /** A file with a value for every setting, none of them the default. */
    public static String all() throws IOException {
        try (InputStream in = SettingsYaml.class.getResourceAsStream("all-settings.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What a file says of this plugin. */
    public static Map<?, ?> ours(String yaml) {
        Map<?, ?> all = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return (Map<?, ?>) ((Map<?, ?>) all.get("delivery")).get("progressiveDelivery");
    }

    /** Everything that is expected is there; what is there beside it has its default. */
    public static void contains(Map<?, ?> there, Map<?, ?> expected) {
        contains("", there, expected);
    }

    private static void contains(String where, Object there, Object expected) {
        if (expected instanceof Map<?, ?> map) {
            assertThat(there).as(where).isInstanceOf(Map.class);
            map.forEach((key, value) -> {
                Object found = ((Map<?, ?>) there).get(key);
                boolean leftAway = found == null && String.valueOf(value).equals(DEFAULTS.get(key));
                if (!leftAway) {
                    contains(where + "/" + key, found, value);
                }
            });
        } else if (expected instanceof List<?> list) {
            assertThat(there).as(where).isInstanceOf(List.class);
            assertThat((List<?>) there).as(where).hasSameSizeAs(list);
            for (int i = 0; i < list.size(); i++) {
                contains(where + "/" + i, ((List<?>) there).get(i), list.get(i));
            }
        } else {
            // the line break that ends a block of YAML is not part of the setting
            assertThat(String.valueOf(there))
                    .as(where)
                    .isEqualTo(String.valueOf(expected).strip());
        }
    }
}
