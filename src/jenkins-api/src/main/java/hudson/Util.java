package hudson;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.io.FileUtils;

/** Small things that everything uses. */
public class Util {
    private static final Pattern VARIABLE = Pattern.compile("\\$([A-Za-z0-9_]+|\\{[A-Za-z0-9_.]+\\}|\\$)");

    private Util() {}

    // Text

    public static String fixNull(String s) {
        return fixNull(s, "");
    }

    public static <T> T fixNull(T value, T defaultValue) {
        return value == null ? defaultValue : value;
    }

    public static <T> List<T> fixNull(List<T> list) {
        return fixNull(list, Collections.emptyList());
    }

    /** Null for the empty text. */
    public static String fixEmpty(String s) {
        return s == null || s.isEmpty() ? null : s;
    }

    /** Null for a text without a visible character. */
    public static String fixEmptyAndTrim(String s) {
        return s == null ? null : fixEmpty(s.trim());
    }

    public static String ensureEndsWith(String subject, String suffix) {
        return subject == null || subject.endsWith(suffix) ? subject : subject + suffix;
    }

    public static String join(Collection<?> strings, String separator) {
        return strings.stream().map(String::valueOf).collect(Collectors.joining(separator));
    }

    public static String singleQuote(String s) {
        return "'" + s + "'";
    }

    /** Replaces {@code $NAME} and <code>${NAME}</code>; an unknown name is left as it is, {@code $$} is one dollar. */
    public static String replaceMacro(String s, Map<String, String> properties) {
        if (s == null) {
            return null;
        }
        return VARIABLE.matcher(s).replaceAll(found -> {
            String name = found.group(1);
            if (name.equals("$")) {
                return Matcher.quoteReplacement("$");
            }
            String key = name.startsWith("{") ? name.substring(1, name.length() - 1) : name;
            return Matcher.quoteReplacement(properties.getOrDefault(key, found.group()));
        });
    }

    /** For HTML text, keeping line breaks and runs of blanks. */
    public static String escape(String text) {
        return text == null
                ? null
                : xmlEscape(text)
                        .replace("\"", "&quot;")
                        .replace("'", "&#039;")
                        .replace("\r\n", "<br>")
                        .replace("\n", "<br>");
    }

    public static String xmlEscape(String text) {
        return text == null
                ? null
                : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** For one segment of a path in a URL. */
    public static String rawEncode(String s) {
        return URLEncoder.encode(s, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public static boolean isAbsoluteUri(String uri) {
        try {
            return new URI(uri).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Whether it stays on this host. */
    public static boolean isSafeToRedirectTo(String uri) {
        return !isAbsoluteUri(uri)
                && !uri.startsWith("\\")
                && !uri.replace('\\', '/').startsWith("//");
    }

    // Digests

    public static String toHexString(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    public static byte[] fromHexString(String data) {
        return HexFormat.of().parseHex(data);
    }

    /** MD5, for names of files only. */
    public static String getDigestOf(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            return toHexString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    // Times

    /** The two largest units, such as "2 min 5 sec". */
    public static String getTimeSpanString(long millis) {
        long[] amounts = {
            millis / 31_536_000_000L,
            millis % 31_536_000_000L / 2_592_000_000L,
            millis % 31_536_000_000L % 2_592_000_000L / 86_400_000L,
            millis % 86_400_000L / 3_600_000L,
            millis % 3_600_000L / 60_000L,
            millis % 60_000L / 1000L,
            millis % 1000L
        };
        String[] units = {"yr", "mo", "day", "hr", "min", "sec", "ms"};
        for (int i = 0; i < 5; i++) {
            if (amounts[i] > 0) {
                String big = amount(amounts[i], units[i]);
                return amounts[i] >= 10 ? big : big + " " + amount(amounts[i + 1], units[i + 1]);
            }
        }
        return seconds(amounts[5], amounts[6]);
    }

    private static String seconds(long seconds, long millis) {
        if (seconds >= 10) {
            return seconds + " sec";
        }
        if (seconds >= 1) {
            long tenths = millis / 100;
            return tenths == 0 ? seconds + " sec" : seconds + "." + tenths + " sec";
        }
        if (millis >= 100) {
            return String.format(Locale.ENGLISH, "0.%s sec", strip(millis / 10));
        }
        return millis + " ms";
    }

    private static String strip(long hundredths) {
        return hundredths % 10 == 0
                ? Long.toString(hundredths / 10)
                : String.format(Locale.ENGLISH, "%02d", hundredths);
    }

    private static String amount(long amount, String unit) {
        return amount + " " + unit + (amount != 1 && unit.equals("day") ? "s" : "");
    }

    // Collections and files

    public static <T> List<T> filter(Iterable<?> base, Class<T> type) {
        List<T> found = new ArrayList<>();
        for (Object each : base) {
            if (type.isInstance(each)) {
                found.add(type.cast(each));
            }
        }
        return found;
    }

    public static <T> List<T> createSubList(Collection<?> source, Class<T> type) {
        return filter(source, type);
    }

    public static void deleteRecursive(File dir) throws IOException {
        if (dir.exists()) {
            FileUtils.forceDelete(dir);
        }
    }

    public static void deleteContentsRecursive(File file) throws IOException {
        FileUtils.cleanDirectory(file);
    }

    /** Whether {@code derived} or a class above it, below {@code base}, declares the method anew. */
    public static boolean isOverridden(Class<?> base, Class<?> derived, String methodName, Class<?>... types) {
        for (Class<?> each = derived; each != null && each != base; each = each.getSuperclass()) {
            try {
                each.getDeclaredMethod(methodName, types);
                return true;
            } catch (NoSuchMethodException e) {
                continue;
            }
        }
        return false;
    }
}
