package io.jenkins.plugins.delivery.engine.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How a path is written: forward slashes, no scheme, nothing that goes nowhere. */
final class PathText {
    private static final Pattern FILE = Pattern.compile("(?i)file:(//(localhost)?(?=/))?");
    private static final Pattern OTHER_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");
    private static final Pattern DRIVE = Pattern.compile("/?[A-Za-z]:/.*");

    private PathText() {}

    /** The same place in the same words: {@code C:\a\..\b}, {@code file:///C:/b} and {@code C:/b} are one. */
    static String normalized(String written) {
        String path = written.indexOf('\\') < 0 ? written : written.replace('\\', '/');
        if (path.regionMatches(true, 0, "file:", 0, 5)) {
            path = FILE.matcher(path).replaceFirst("").replace("%20", " ");
        } else if (isAddress(path)) {
            return written;
        }
        if (path.startsWith("/") && DRIVE.matcher(path).matches()) {
            path = path.substring(1);
        }
        return isPlain(path) ? path : String.join("/", withoutDetours(path));
    }

    /** A URL or another name that is no file: it is taken as it is. */
    static boolean isAddress(String path) {
        return path.indexOf(':') > 0
                && OTHER_SCHEME.matcher(path).matches()
                && !DRIVE.matcher(path).matches();
    }

    static boolean isAbsolute(String path) {
        return path.startsWith("/") || DRIVE.matcher(path).matches();
    }

    private static boolean isPlain(String path) {
        return !path.contains("./") && !path.contains("//") && !path.endsWith("/.") && !path.endsWith("/..");
    }

    private static List<String> withoutDetours(String path) {
        List<String> kept = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            boolean skipped = part.equals(".") || part.isEmpty() && !kept.isEmpty();
            int last = kept.size() - 1;
            if (part.equals("..") && last >= 0 && !kept.get(last).equals("..")) {
                if (!kept.get(last).isEmpty()) {
                    kept.remove(last);
                }
            } else if (!skipped) {
                kept.add(part);
            }
        }
        return kept;
    }
}
