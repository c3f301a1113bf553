package io.jenkins.plugins.delivery.engine.analysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which alerts end a rollout: the name of one, a map of labels, or matchers as in PromQL.
 *
 * @see <a href="https://prometheus.io/docs/alerting/latest/alertmanager/">matchers</a>
 */
public final class AlertMatchers {
    private static final Pattern LABEL = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern MATCHER =
            Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*(=~|!~|!=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(,|$)");

    private AlertMatchers() {}

    /** The matchers of an argument, without braces. */
    static String parse(String argument, @CheckForNull Object value) {
        if (value instanceof Map<?, ?> labels && !labels.isEmpty()) {
            List<String> matchers = new ArrayList<>();
            labels.forEach((label, wanted) -> matchers.add(matcher(argument, String.valueOf(label), wanted)));
            return String.join(",", matchers);
        }
        if (!(value instanceof CharSequence text) || text.toString().isBlank()) {
            throw new ArgumentException(
                    argument,
                    "expected the name of an alert, matchers such as 'severity=\"critical\"', or a map of labels");
        }
        String words = text.toString().strip();
        if (words.indexOf('"') < 0 && words.indexOf('=') < 0) {
            return matcher(argument, "alertname", words);
        }
        return String.join(",", split(argument, words));
    }

    private static String matcher(String argument, String label, @CheckForNull Object wanted) {
        if (!LABEL.matcher(label).matches()) {
            throw new ArgumentException(argument, "'" + label + "' is not the name of a label");
        }
        if (wanted == null) {
            throw new ArgumentException(argument, "the label '" + label + "' has no value");
        }
        String escaped = String.valueOf(wanted)
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n");
        return label + "=\"" + escaped + "\"";
    }

    /** Matchers one by one, each as it is written. */
    public static List<String> split(String argument, String text) {
        List<String> matchers = new ArrayList<>();
        Matcher matcher = MATCHER.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.region(end, text.length()).lookingAt()) {
            matchers.add(matcher.group(1) + matcher.group(2) + "\"" + matcher.group(3) + "\"");
            end = matcher.end();
        }
        if (matchers.isEmpty() || end < text.length()) {
            throw new ArgumentException(
                    argument,
                    "'" + text
                            + "' is not a list of matchers such as alertname=\"ShopDown\",severity=~\"critical|page\""
                            + " (position " + (end + 1) + ")");
        }
        return matchers;
    }
}
