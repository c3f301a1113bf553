package io.jenkins.plugins.delivery.rehearsal.cluster.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a query, one after the other. */
final class Tokens {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?:#[^\\n]*\\n?)|(?<string>\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|`[^`]*`)"
                    + "|(?<duration>(?:\\d+(?:ms|[smhdwy]))+(?![A-Za-z0-9_]))"
                    + "|(?<number>(?:0x[0-9a-fA-F]+|\\d+\\.?\\d*(?:[eE][+-]?\\d+)?|\\.\\d+(?:[eE][+-]?\\d+)?))"
                    + "|(?<word>[A-Za-z_:][A-Za-z0-9_:]*)"
                    + "|(?<symbol>=~|!~|!=|==|>=|<=|[-+*/%^(){}\\[\\],=<>@]))");

    private final String query;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    Tokens(String query) {
        this.query = query;
        Matcher matcher = TOKEN.matcher(query);
        int end = 0;
        while (end < query.length() && matcher.region(end, query.length()).lookingAt()) {
            end = matcher.end();
            String token = matcher.group().trim();
            if (!token.isEmpty() && !token.startsWith("#")) {
                tokens.add(token);
            }
        }
        if (!query.substring(end).isBlank()) {
            throw new PromqlException("unexpected character at position " + (end + 1) + " of: " + query);
        }
    }

    boolean done() {
        return at >= tokens.size();
    }

    String peek() {
        return done() ? "" : tokens.get(at);
    }

    String next() {
        if (done()) {
            throw new PromqlException("unexpected end of: " + query);
        }
        return tokens.get(at++);
    }

    boolean accept(String token) {
        if (peek().equals(token)) {
            at++;
            return true;
        }
        return false;
    }

    void expect(String token) {
        if (!accept(token)) {
            throw new PromqlException("expected " + token + " instead of \"" + peek() + "\" in: " + query);
        }
    }

    static boolean isWord(String token) {
        return !token.isEmpty() && token.matches("[A-Za-z_:][A-Za-z0-9_:]*");
    }

    static boolean isNumber(String token) {
        return token.matches("(0x[0-9a-fA-F]+|\\d+\\.?\\d*([eE][+-]?\\d+)?|\\.\\d+([eE][+-]?\\d+)?)");
    }

    static String unquote(String token) {
        if (token.length() < 2 || "\"'`".indexOf(token.charAt(0)) < 0) {
            throw new PromqlException("expected a string instead of " + token);
        }
        String inside = token.substring(1, token.length() - 1);
        return token.startsWith("`") ? inside : inside.translateEscapes();
    }
}
