package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The {@code fingerprints} and {@code partialFingerprints} of a result (SARIF 2.1.0, sections 3.27.17 and 3.27.18). */
final class SarifFingerprints {
    @CheckForNull
    private String stable;

    @CheckForNull
    private String partial;

    void readStable(JsonInput json) throws IOException {
        stable = texts(json, false);
    }

    void readPartial(JsonInput json) throws IOException {
        partial = texts(json, true);
    }

    /** The values in the order of their names, or null where there are none. Nearly always there is just one. */
    @CheckForNull
    private static String texts(JsonInput json, boolean withoutColumns) throws IOException {
        String firstKey = null;
        String first = null;
        Map<String, String> several = null;
        for (String key = json.firstField(); key != null; key = json.nextField()) {
            String text = json.text();
            // A column changes when a line is indented anew.
            if (text == null || text.isEmpty() || withoutColumns && isColumn(key)) {
                continue;
            }
            if (first == null) {
                firstKey = key;
                first = text;
            } else {
                several = several == null ? new TreeMap<>(Map.of(firstKey, first)) : several;
                several.put(key, text);
            }
        }
        return several == null ? first : String.join("\n", several.values());
    }

    private static boolean isColumn(String key) {
        return key.contains("olumn");
    }

    @CheckForNull
    String text() {
        return stable == null ? partial : stable;
    }
}
