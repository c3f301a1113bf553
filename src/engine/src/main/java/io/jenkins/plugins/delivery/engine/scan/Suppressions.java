package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.yaml.YamlFile;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The suppressions of one YAML file.
 *
 * <pre>
 * suppressions:
 *   - id: CVE-2021-44228
 *     package: log4j-core
 *     reason: The JNDI lookup class is removed from the image.
 *     expires: 2026-12-31
 * </pre>
 */
public final class Suppressions {
    private static final Set<String> KEYS = Set.of("id", "path", "package", "reason", "expires");
    private static final Suppressions NONE = new Suppressions(List.of());

    private final List<Suppression> entries;

    private Suppressions(List<Suppression> entries) {
        this.entries = entries;
    }

    public static Suppressions none() {
        return NONE;
    }

    /**
     * @param file what messages call the file
     * @throws io.jenkins.plugins.delivery.engine.yaml.YamlFileException if an entry lacks its id, reason or expiry, has
     *     an unknown key, or would suppress everything
     */
    public static Suppressions parse(String file, String text) {
        YamlFile yaml = YamlFile.parse(file, text);
        return yaml.read(root -> new Suppressions(entries(yaml, root)));
    }

    private static List<Suppression> entries(YamlFile yaml, @CheckForNull Object root) {
        if (root == null) {
            return List.of();
        }
        Object list = root;
        String place = "";
        if (root instanceof Map<?, ?>) {
            ArgumentMap top = ArgumentMap.of("suppressions file", root, Set.of("suppressions"));
            list = top.raw("suppressions");
            place = "suppressions";
        }
        List<Suppression> entries = new ArrayList<>();
        for (ArgumentMap map : ArgumentMap.list(place, list, KEYS)) {
            entries.add(entry(map, yaml.where(map.place())));
        }
        return List.copyOf(entries);
    }

    private static Suppression entry(ArgumentMap map, String where) {
        String id = required(map, "id", "which finding this is about");
        Optional<String> path = map.text("path");
        Optional<String> component = map.text("package");
        if (id.replace("*", "").isEmpty() && path.isEmpty() && component.isEmpty()) {
            throw new ArgumentException(
                    map.place("id"), "'" + id + "' would suppress everything; name a path or package");
        }
        String reason = required(map, "reason", "why this does not count");
        return new Suppression(id, path.orElse(null), component.orElse(null), reason, expires(map), where);
    }

    private static LocalDate expires(ArgumentMap map) {
        String date = required(map, "expires", "the last day on which this holds, such as 2026-12-31");
        try {
            return LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw new ArgumentException(map.place("expires"), "'" + date + "' is no date such as 2026-12-31");
        }
    }

    private static String required(ArgumentMap map, String key, String meaning) {
        return map.text(key).orElseThrow(() -> new ArgumentException(map.place(key), "is missing; it says " + meaning));
    }

    /**
     * Ready for the findings of one scan.
     *
     * @param today the day that decides which entries hold, in UTC
     */
    DatedSuppressions on(LocalDate today) {
        return new DatedSuppressions(entries, today);
    }
}
