package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that a check takes from its answer, for checks that name it as <code>${name}</code>.
 *
 * @param name of the variable
 * @param source which part of the answer
 * @param expression JSON path, name of the header, or regular expression whose first group counts (without one, all of it)
 */
public record Extract(String name, Source source, String expression) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 8_192;

    /** The part of an answer that a value comes from. */
    public enum Source {
        JSON,
        HEADER,
        REGEX
    }

    /**
     * The value.
     *
     * @throws ProbeException if there is none, or it is longer than 8,192 characters
     */
    String from(Answer answer) {
        String value = found(answer);
        if (value == null || value.isEmpty()) {
            throw new ProbeException("an answer without a value for ${" + name + "} (" + this + ")");
        }
        if (value.length() > LONGEST) {
            throw new ProbeException("a value for ${" + name + "} of more than " + LONGEST + " characters");
        }
        return value;
    }

    @CheckForNull
    private String found(Answer answer) {
        return switch (source) {
            case JSON -> JsonPathValue.read(expression, answer.body()).first();
            case HEADER -> answer.header(expression.toLowerCase(Locale.ROOT));
            case REGEX -> {
                Matcher matcher = Pattern.compile(expression).matcher(new DeadlineText(answer.body()));
                yield matcher.find() ? matcher.group(matcher.groupCount() > 0 ? 1 : 0) : null;
            }
        };
    }

    @Override
    public String toString() {
        return source.name().toLowerCase(Locale.ROOT) + " " + expression;
    }
}
