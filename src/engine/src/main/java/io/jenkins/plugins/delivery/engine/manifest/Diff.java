package io.jenkins.plugins.delivery.engine.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a rollout would change, field by field: the answer of the server's dry run against what is there. What may be a
 * secret is never shown, only that it changes.
 */
public final class Diff {
    private static final int LONGEST_VALUE = 120;
    private static final int MOST_LINES = 60;
    private static final String HIDDEN = "(hidden)";
    private static final Pattern SECRET = Pattern.compile(
            "(?i)(passw|secret|token|credential|api_?-?key|private_?-?key|access_?-?key|\\bdsn\\b|connection_?string)");

    private Diff() {}

    /**
     * Lines for people: {@code + ConfigMap shop-config is new}, or {@code ~ Deployment shop: spec.replicas: 2 → 3}.
     *
     * @param live the object as it is, if it is there
     * @param then the object as it would be
     * @return none when nothing would change; at most 60 for one object
     */
    public static List<String> lines(Optional<? extends HasMetadata> live, HasMetadata then) {
        String name = then.getKind() + " " + then.getMetadata().getName();
        if (live.isEmpty()) {
            return List.of("+ " + name + " is new");
        }
        Map<String, JsonNode> before = ObjectTree.values(live.get());
        Map<String, JsonNode> after = ObjectTree.values(then);
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<String> lines = new ArrayList<>();
        for (String path : paths) {
            JsonNode was = before.get(path);
            JsonNode is = after.get(path);
            if (was == null || !was.equals(is)) {
                boolean hidden = isSecret(then.getKind(), path);
                lines.add("~ " + name + ": " + path + ": " + shown(was, hidden) + " → " + shown(is, hidden));
            }
        }
        int more = lines.size() - MOST_LINES;
        if (more > 0) {
            lines.subList(MOST_LINES, lines.size()).clear();
            lines.add("~ " + name + ": and " + more + " more");
        }
        return lines;
    }

    /** Whether the value at a path may be one that nobody should read in a log. */
    static boolean isSecret(String kind, String path) {
        boolean secret = kind.equals("Secret") && (path.startsWith("data") || path.startsWith("stringData"));
        boolean value = path.endsWith(".value") || path.startsWith("data") || path.startsWith("binaryData");
        return secret || value && SECRET.matcher(path).find();
    }

    static String shown(@CheckForNull JsonNode value, boolean hidden) {
        if (value == null) {
            return "nothing";
        }
        if (hidden) {
            return HIDDEN;
        }
        String text = value.asText().replaceAll("\\R", "⏎").replaceAll("\\p{Cntrl}", "?");
        String quoted = value.isTextual() && (text.isEmpty() || text.contains(" ")) ? "'" + text + "'" : text;
        return quoted.length() > LONGEST_VALUE
                ? quoted.substring(0, LONGEST_VALUE) + "… (" + text.length() + " characters)"
                : quoted;
    }
}
