package hudson.console;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Something that a console shows to a browser only. */
public abstract class ConsoleNote<T> implements Serializable, Describable<ConsoleNote<?>>, ExtensionPoint {
    public static final String PREAMBLE_STR = "\u001B[8mha:";
    public static final String POSTAMBLE_STR = "\u001B[0m";

    private static final long serialVersionUID = 1;
    private static final Pattern NOTE =
            Pattern.compile(Pattern.quote(PREAMBLE_STR) + "[^\u001B]*" + Pattern.quote(POSTAMBLE_STR));

    public ConsoleNote() {}

    public static List<String> removeNotes(Collection<String> logLines) {
        return logLines.stream().map(ConsoleNote::removeNotes).toList();
    }

    public static String removeNotes(String line) {
        return NOTE.matcher(line).replaceAll("");
    }
}
