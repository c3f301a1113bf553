package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP status codes from the lowest to the highest, both included. */
public record StatusRange(int low, int high) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Pattern CLASS = Pattern.compile("([1-5])[xX]{2}");
    private static final Pattern RANGE = Pattern.compile("([1-5]\\d\\d)(?:\\s*-\\s*([1-5]\\d\\d))?");

    /** Reads {@code 200}, {@code '2xx'}, {@code '200-204'}, or a list of these; null means 2xx. */
    static List<StatusRange> parse(String argument, @CheckForNull Object value) {
        if (value == null) {
            return List.of(new StatusRange(200, 299));
        }
        if (value instanceof Collection<?> several) {
            List<StatusRange> ranges = new ArrayList<>();
            several.forEach(one -> ranges.addAll(parse(argument, one)));
            if (!ranges.isEmpty()) {
                return ranges;
            }
        }
        String text = value.toString().strip();
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            int low = Integer.parseInt(range.group(1));
            int high = range.group(2) == null ? low : Integer.parseInt(range.group(2));
            if (low <= high) {
                return List.of(new StatusRange(low, high));
            }
        }
        Matcher whole = CLASS.matcher(text);
        if (whole.matches()) {
            int low = 100 * Integer.parseInt(whole.group(1));
            return List.of(new StatusRange(low, low + 99));
        }
        throw new ArgumentException(
                argument, "'" + text + "' is no status; write 200, '2xx', '200-204' or a list of these");
    }

    boolean contains(int status) {
        return low <= status && status <= high;
    }

    @Override
    public String toString() {
        if (low == high) {
            return String.valueOf(low);
        }
        return low % 100 == 0 && high == low + 99 ? low / 100 + "xx" : low + "-" + high;
    }
}
