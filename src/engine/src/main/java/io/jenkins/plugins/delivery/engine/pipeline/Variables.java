package io.jenkins.plugins.delivery.engine.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Variables of a process as people list them: one {@code NAME=value} a line. */
public final class Variables {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    /** What others set and rely on. */
    private static final Pattern RESERVED = Pattern.compile(
            "DELIVERY_.*|JENKINS_.*|PATH|HOME|SHELL|IFS|ENV|BASH_ENV|LD_.*|DYLD_.*|WORKSPACE",
            Pattern.CASE_INSENSITIVE);

    private Variables() {}

    /**
     * @param argument what they are called in errors
     * @param text lines; empty ones and those that begin with {@code #} say nothing
     * @throws ArgumentException naming the line that is none, or the name that cannot be used
     */
    public static Map<String, String> parse(String argument, @CheckForNull String text) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String line : text == null ? new String[0] : text.split("\\R")) {
            String entry = line.strip();
            if (!entry.isEmpty() && !entry.startsWith("#")) {
                int equals = entry.indexOf('=');
                if (equals < 1 || equals == entry.length() - 1) {
                    throw new ArgumentException(argument, "'" + entry + "' is no line such as NAME=value");
                }
                String name = checked(argument, entry.substring(0, equals).strip());
                if (variables.put(name, entry.substring(equals + 1).strip()) != null) {
                    throw new ArgumentException(argument, "'" + name + "' is named twice");
                }
            }
        }
        return variables;
    }

    /** @throws ArgumentException if a process cannot have a variable of this name, or should not get it from us */
    public static String checked(String argument, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new ArgumentException(
                    argument, "'" + name + "' is no name of a variable: letters, digits and underscores");
        }
        if (RESERVED.matcher(name).matches()) {
            throw new ArgumentException(argument, "'" + name + "' has a meaning of its own and cannot be set here");
        }
        return name;
    }
}
