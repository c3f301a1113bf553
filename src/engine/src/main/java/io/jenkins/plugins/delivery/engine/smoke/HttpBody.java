package io.jenkins.plugins.delivery.engine.smoke;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The body of a request.
 *
 * @param kind how variables are written into it
 * @param contentType header {@code Content-Type}, where the check gives none; or null for none
 * @param text may hold variables; in a file it is empty
 * @param bytes content of a file
 */
record HttpBody(Kind kind, @CheckForNull String contentType, String text, byte[] bytes) implements Serializable {
    private static final long serialVersionUID = 1L;

    enum Kind {
        TEXT(value -> value),
        JSON(value -> new String(JsonStringEncoder.getInstance().quoteAsString(value))),
        FORM(value -> URLEncoder.encode(value, StandardCharsets.UTF_8)),
        FILE(value -> value);

        private final transient UnaryOperator<String> encode;

        Kind(UnaryOperator<String> encode) {
            this.encode = encode;
        }
    }

    static HttpBody text(String text) {
        return new HttpBody(Kind.TEXT, "text/plain; charset=utf-8", text, new byte[0]);
    }

    static HttpBody json(String json) {
        return new HttpBody(Kind.JSON, "application/json", json, new byte[0]);
    }

    /** @param fields in their order */
    static HttpBody form(Map<String, String> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> text.append(text.isEmpty() ? "" : "&")
                .append(Template.encoded(name, Kind.FORM.encode))
                .append('=')
                .append(Template.encoded(value, Kind.FORM.encode)));
        return new HttpBody(Kind.FORM, "application/x-www-form-urlencoded", text.toString(), new byte[0]);
    }

    static HttpBody file(byte[] bytes) {
        return new HttpBody(Kind.FILE, null, "", bytes);
    }

    Set<String> uses() {
        return Template.names(text);
    }

    byte[] bound(Map<String, String> values) {
        return kind == Kind.FILE
                ? bytes
                : Template.bind(text, values, kind.encode).getBytes(StandardCharsets.UTF_8);
    }
}
