package io.jenkins.plugins.delivery.engine.traffic;

import java.util.regex.Pattern;

/**
 * A header or a cookie with exactly a value, as routers can look for it.
 *
 * @param kind what is looked at
 * @param name of the header or the cookie: a token as of RFC 9110, so no space, comma, semicolon or quote
 * @param value exactly; printable, without quotes, backslash, comma or semicolon, because routers disagree about their escapes
 */
record Condition(Kind kind, String name, String value) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_|~-]{1,128}");
    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e&&[^\"'`\\\\,;]]{1,256}");

    /** What is looked at. */
    enum Kind {
        HEADER,
        COOKIE
    }

    Condition {
        String what = kind == Kind.HEADER ? "header" : "cookie";
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no name of a " + what);
        }
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is no value to match " + what + " '" + name
                    + "' with: 1 to 256 visible characters without quotes, backslash, comma and semicolon");
        }
    }

    /** Requests with a header. */
    static Condition header(String name, String value) {
        return new Condition(Kind.HEADER, name, value);
    }

    /** Requests with a cookie. */
    static Condition cookie(String name, String value) {
        return new Condition(Kind.COOKIE, name, value);
    }

    /** The header that a router has to look at: cookies travel in one. */
    String headerName() {
        return kind == Kind.COOKIE ? "Cookie" : name;
    }

    /** A regular expression (RE2) for the whole Cookie header: the cookie may stand before or after others. */
    String cookiePattern() {
        return "^(.*;\\s*)?" + literal(name + "=" + value) + "(;.*)?$";
    }

    /** As a sentence has it: {@code header x-beta=true}. */
    String words() {
        return (kind == Kind.HEADER ? "header " : "cookie ") + name + "=" + value;
    }

    /** Escapes what means something in a regular expression; RE2 and Java agree on backslashes before punctuation. */
    private static String literal(String text) {
        return text.replaceAll("[\\\\.\\[\\]{}()*+?^$|-]", "\\\\$0");
    }
}
