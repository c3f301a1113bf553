package io.jenkins.plugins.delivery.engine.scan.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the placeholders of a command in. What is filled in stays one argument, whatever is in it. */
public final class ScannerCommand {
    static final String IMAGE = "{image}";
    static final String REPORT = "{report}";
    private static final String PATH = "{path}";
    private static final Pattern FILES = Pattern.compile("\\{files:([^{}]+)}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)(?::[^{}]*)?}");
    private static final List<String> KNOWN = List.of("path", "image", "report");

    /**
     * What a scanner looks at.
     *
     * @param path folder to look at, as seen from the folder that the process starts in
     * @param image reference of an image, or null
     * @param report absolute path of the file to write
     * @param files paths that match a pattern of the command
     */
    public record Target(String path, @CheckForNull String image, String report, ArrayList<String> files)
            implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    private ScannerCommand() {}

    /** The Ant pattern of files that a command wants one by one, if it does. */
    public static Optional<String> filePattern(ScannerDefinition scanner) {
        return scanner.command().stream()
                .map(FILES::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    /** Program and arguments, ready to be started. */
    public static List<String> of(ScannerDefinition scanner, Target target) {
        List<String> command = new ArrayList<>();
        for (String argument : scanner.command()) {
            if (FILES.matcher(argument).matches()) {
                // A file whose name looks like an option is no option.
                target.files().forEach(file -> command.add(file.startsWith("-") ? "./" + file : file));
            } else {
                command.add(fill(argument, target));
            }
        }
        return command;
    }

    private static String fill(String argument, Target target) {
        Matcher placeholder = PLACEHOLDER.matcher(argument);
        StringBuilder filled = new StringBuilder();
        while (placeholder.find()) {
            String value =
                    switch (placeholder.group()) {
                        case PATH -> target.path();
                        case REPORT -> target.report();
                        case IMAGE -> target.image() == null ? "" : target.image();
                        default -> placeholder.group();
                    };
            placeholder.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return placeholder.appendTail(filled).toString();
    }

    /** @throws ArgumentException for a placeholder that is not known, or a program that is one */
    static void check(String argument, List<String> command) {
        for (int i = 0; i < command.size(); i++) {
            String text = command.get(i);
            Matcher placeholder = PLACEHOLDER.matcher(text);
            while (!FILES.matcher(text).matches() && placeholder.find()) {
                if (i == 0
                        || !KNOWN.contains(placeholder.group(1))
                        || placeholder.group().contains(":")) {
                    throw new ArgumentException(
                            argument + "[" + i + "]",
                            "'" + text
                                    + "' has a placeholder that is not known here; arguments may have {path}, {image}"
                                    + " and {report}, or be {files:PATTERN}");
                }
            }
        }
    }
}
