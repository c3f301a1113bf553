package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rule syntax of Traefik 3, as far as it looks at path, method, headers and query: matchers with arguments in backticks,
 * {@code &&}, {@code ||}, {@code !} and parentheses. Every host is met: here everything is one host.
 */
final class TraefikMatch {
    private static final Pattern TOKEN = Pattern.compile("\\s*(&&|\\|\\||!|\\(|\\)|,|`[^`]*`|[A-Za-z]+)");

    private final List<String> tokens = new ArrayList<>();
    private int at;

    private TraefikMatch(String rule) {
        Matcher matcher = TOKEN.matcher(rule);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (!rule.substring(end).isBlank()) {
            throw new IllegalArgumentException("not understood in a rule of Traefik: " + rule.substring(end));
        }
    }

    /** @throws IllegalArgumentException when it is no rule, or looks at something else */
    static Predicate<RequestFacts> parse(String rule) {
        TraefikMatch match = new TraefikMatch(rule);
        Predicate<RequestFacts> predicate = match.either();
        if (match.at < match.tokens.size()) {
            throw new IllegalArgumentException("not understood in a rule of Traefik: " + match.tokens.get(match.at));
        }
        return predicate;
    }

    private Predicate<RequestFacts> either() {
        Predicate<RequestFacts> left = both();
        while (accept("||")) {
            left = left.or(both());
        }
        return left;
    }

    private Predicate<RequestFacts> both() {
        Predicate<RequestFacts> left = one();
        while (accept("&&")) {
            left = left.and(one());
        }
        return left;
    }

    private Predicate<RequestFacts> one() {
        if (accept("!")) {
            return one().negate();
        }
        if (accept("(")) {
            Predicate<RequestFacts> inner = either();
            expect(")");
            return inner;
        }
        String name = next();
        List<String> arguments = new ArrayList<>();
        expect("(");
        do {
            arguments.add(next().replace("`", ""));
        } while (accept(","));
        expect(")");
        return matcher(name, arguments);
    }

    private static Predicate<RequestFacts> matcher(String name, List<String> arguments) {
        String first = arguments.get(0);
        String second = arguments.size() > 1 ? arguments.get(1) : "";
        return switch (name) {
            case "Host", "HostRegexp" -> request -> true;
            case "Path" -> request -> request.path().equals(first);
            case "PathPrefix" -> request -> request.path().startsWith(first);
            case "PathRegexp" ->
                request -> Pattern.compile(first).matcher(request.path()).find();
            case "Method" -> request -> request.method().equals(first);
            case "Header" ->
                request -> request.header().apply(first).filter(second::equals).isPresent();
            case "HeaderRegexp" -> {
                Pattern pattern = Pattern.compile(second);
                yield request -> request.header()
                        .apply(first)
                        .filter(value -> pattern.matcher(value).find())
                        .isPresent();
            }
            case "Query" ->
                request -> request.query().apply(first).filter(second::equals).isPresent();
            default -> throw new IllegalArgumentException("no matcher of Traefik that is known here: " + name);
        };
    }

    private boolean accept(String token) {
        boolean there = at < tokens.size() && tokens.get(at).equals(token);
        at += there ? 1 : 0;
        return there;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw new IllegalArgumentException("a rule of Traefik lacks " + token);
        }
    }

    private String next() {
        if (at == tokens.size()) {
            throw new IllegalArgumentException("a rule of Traefik ends too early");
        }
        return tokens.get(at++);
    }
}
