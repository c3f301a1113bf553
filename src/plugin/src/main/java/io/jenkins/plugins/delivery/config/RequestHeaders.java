package io.jenkins.plugins.delivery.config;

import hudson.Util;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Headers as an administrator types them: a name, a colon and a value on each line. Secrets are credentials instead. */
final class RequestHeaders {
    private static final Pattern LINE = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\\x20-\\x7E\t]*)");
    private static final Set<String> SECRET = Set.of("authorization", "proxy-authorization", "cookie");
    private static final Set<String> OURS = Set.of("host", "content-length", "connection", "expect", "upgrade");

    private RequestHeaders() {}

    /** @throws IllegalArgumentException saying which line is wrong */
    static Map<String, String> parse(String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        Util.fixNull(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    Matcher header = LINE.matcher(line);
                    if (!header.matches()) {
                        throw new IllegalArgumentException(
                                "'" + line + "' is not a header such as X-Scope-OrgID: shop.");
                    }
                    String name = header.group(1).toLowerCase(Locale.ROOT);
                    if (SECRET.contains(name)) {
                        throw new IllegalArgumentException(header.group(1) + " is a secret. Use a credential.");
                    }
                    if (OURS.contains(name)) {
                        throw new IllegalArgumentException(header.group(1) + " is set by the connection itself.");
                    }
                    headers.put(header.group(1), header.group(2).strip());
                });
        return headers;
    }
}
