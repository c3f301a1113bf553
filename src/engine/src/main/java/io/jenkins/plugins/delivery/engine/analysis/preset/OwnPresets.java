package io.jenkins.plugins.delivery.engine.analysis.preset;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Presets beside the ready-made ones, as an administrator types them: a name, a colon and a query on each line. */
public final class OwnPresets {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w*)}}");
    private static final Set<String> PLACEHOLDERS =
            new TreeSet<>(Set.of("namespace", "app", "workload", "pods", "service", "canary", "window"));

    private OwnPresets() {}

    /**
     * The queries by their names.
     *
     * @throws ArgumentException naming the line that is none, the name that is taken, or the placeholder that nothing fills
     */
    public static Map<String, String> parse(@CheckForNull String text) {
        Map<String, String> presets = new LinkedHashMap<>();
        if (text != null) {
            text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> add(line, presets));
        }
        return presets;
    }

    private static void add(String line, Map<String, String> presets) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon).strip();
        String query = line.substring(colon + 1).strip();
        if (!NAME.matcher(name).matches() || query.isEmpty()) {
            throw new ArgumentException(
                    "presets", "'" + line + "' is not of the form name: query, with a name such as checkout-errors");
        }
        if (MetricPreset.names().contains(name)) {
            throw new ArgumentException("presets", "'" + name + "' is one of the ready-made presets");
        }
        Matcher placeholder = PLACEHOLDER.matcher(query);
        while (placeholder.find()) {
            Choices.pick("presets: " + name, "placeholder", placeholder.group(1), PLACEHOLDERS);
        }
        if (presets.put(name, query) != null) {
            throw new ArgumentException("presets", "the name '" + name + "' comes twice");
        }
    }
}
