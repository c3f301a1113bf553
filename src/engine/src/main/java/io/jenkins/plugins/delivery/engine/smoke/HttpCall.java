package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A request of a check. Path, headers and body may hold variables.
 *
 * @param uri absolute, http or https
 * @param body or null for none
 */
record HttpCall(
        String method,
        URI uri,
        Map<String, String> headers,
        @CheckForNull HttpBody body,
        HttpVersion version,
        Redirects redirects)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Which version of HTTP is spoken. */
    enum HttpVersion {
        /** HTTP/2 where TLS offers it, else HTTP/1.1. */
        ANY,
        HTTP_1_1,
        /** HTTP/2, and nothing else; without TLS by prior knowledge. */
        HTTP_2
    }

    /** What is done with a redirect before anything is expected. */
    enum Redirects {
        FOLLOW,
        /** Followed as long as it stays on the host and port of the check. */
        SAME_HOST,
        NONE
    }

    HttpCall {
        headers = new TreeMap<>(headers);
    }

    Set<String> uses() {
        Set<String> names = new LinkedHashSet<>(Template.names(uri.toString()));
        headers.values().forEach(value -> names.addAll(Template.names(value)));
        if (body != null) {
            names.addAll(body.uses());
        }
        return names;
    }

    URI boundUri(Map<String, String> values) {
        return URI.create(Template.bind(uri.toString(), values, HttpCall::percentEncoded));
    }

    Map<String, String> boundHeaders(Map<String, String> values) {
        Map<String, String> bound = new LinkedHashMap<>();
        headers.forEach((name, text) -> {
            String value = Template.bind(text, values, one -> one);
            if (value.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 127)) {
                throw new ProbeException("the header " + name + " would hold a line break or control character");
            }
            bound.put(name, value);
        });
        return bound;
    }

    private static String percentEncoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return method + " " + Template.shown(uri.toString());
    }
}
