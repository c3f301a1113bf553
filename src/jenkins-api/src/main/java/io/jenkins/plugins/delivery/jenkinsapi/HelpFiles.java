package io.jenkins.plugins.delivery.jenkinsapi;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** The help texts beside a class: {@code help.html} and {@code help-<field>.html}. */
public final class HelpFiles {
    private HelpFiles() {}

    public static boolean exists(Class<?> type, @CheckForNull String field) {
        return find(type, field) != null;
    }

    /** The help of a field, or of the whole class when {@code field} is null; null when nobody wrote any. */
    @CheckForNull
    public static String read(Class<?> type, @CheckForNull String field) throws IOException {
        URL found = find(type, field);
        if (found == null) {
            return null;
        }
        try (InputStream in = found.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @CheckForNull
    private static URL find(Class<?> type, @CheckForNull String field) {
        String file = field == null ? "help.html" : "help-" + field + ".html";
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            URL found = each.getResource("/" + each.getName().replace('.', '/').replace('$', '/') + "/" + file);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
