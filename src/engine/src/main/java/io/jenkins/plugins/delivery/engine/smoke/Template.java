package io.jenkins.plugins.delivery.engine.smoke;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with variables. What people write is <code>${NAME}</code>, and <code>$${NAME}</code> for that text itself. What is
 * only known when a check is tried is kept as a marker that no file can hold, so that no value is ever read as a variable.
 */
final class Template {
    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';
    static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern WRITTEN = Pattern.compile("(\\$?)\\$\\{([^}]*)(\\}?)");
    private static final Pattern MARKER = Pattern.compile(OPEN + "([A-Za-z0-9_]+)" + CLOSE);

    private Template() {}

    /**
     * Replaces what is written.
     *
     * @param place what an error calls the text
     * @param value the text in place of a variable, or nothing if there is no such variable
     */
    static String fill(String place, String text, Function<String, Optional<String>> value) {
        if (text.indexOf(OPEN) >= 0 || text.indexOf(CLOSE) >= 0) {
            throw new ArgumentException(place, "it holds a character of the private use area, which has no meaning");
        }
        if (text.indexOf("${") < 0) {
            return text;
        }
        return WRITTEN.matcher(text).replaceAll(match -> Matcher.quoteReplacement(one(place, match, value)));
    }

    private static String one(
            String place, java.util.regex.MatchResult match, Function<String, Optional<String>> value) {
        if (!match.group(1).isEmpty()) {
            return match.group().substring(1);
        }
        String name = match.group(2);
        if (match.group(3).isEmpty() || !NAME.matcher(name).matches()) {
            throw new ArgumentException(
                    place, "'" + match.group() + "' is no variable such as ${VERSION}; write $${ for the text itself");
        }
        return value.apply(name)
                .orElseThrow(() -> new ArgumentException(
                        place,
                        "the variable ${" + name + "} is not set: neither in the environment of the step nor by"
                                + " 'extract' of a check; write $${" + name + "} for the text itself"));
    }

    /** Stands for the value of a variable until a check is tried. */
    static String marker(String name) {
        return OPEN + name + CLOSE;
    }

    static Set<String> names(String text) {
        if (text.indexOf(OPEN) < 0) {
            return Set.of();
        }
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = MARKER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** The text with values for its markers. */
    static String bind(String text, Map<String, String> values, UnaryOperator<String> encode) {
        if (text.indexOf(OPEN) < 0) {
            return text;
        }
        return MARKER.matcher(text).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                throw new ProbeException("there is no value for ${" + match.group(1) + "} yet");
            }
            return Matcher.quoteReplacement(encode.apply(value));
        });
    }

    /** The text as people wrote it. */
    static String shown(String text) {
        return MARKER.matcher(text).replaceAll(match -> Matcher.quoteReplacement("${" + match.group(1) + "}"));
    }

    /** The part between markers encoded, the markers left. */
    static String encoded(String text, UnaryOperator<String> encode) {
        StringBuilder all = new StringBuilder();
        Matcher matcher = MARKER.matcher(text);
        int from = 0;
        while (matcher.find()) {
            all.append(encode.apply(text.substring(from, matcher.start()))).append(matcher.group());
            from = matcher.end();
        }
        return all.append(encode.apply(text.substring(from))).toString();
    }
}
