package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads one element of {@code checks}. What its kind does not know is refused, never passed over. */
final class CheckArguments {
    static final Set<String> COMMON = Set.of("name", "requestTimeout");
    /** Keys of each kind, in the order in which kinds are told apart. */
    private static final Map<String, Set<String>> KINDS = Map.of(
            "tcp", SocketArguments.TCP,
            "dns", SocketArguments.DNS,
            "grpc", SocketArguments.GRPC,
            "tls", SocketArguments.TLS,
            "http", HttpArguments.KEYS);

    static final Set<String> KEYS = keys();

    private final ArgumentMap map;
    private final SuiteDefaults suite;

    /**
     * What a check takes from its suite where it says nothing itself.
     *
     * @param base where paths start
     * @param service whether everything goes through an API server
     */
    record SuiteDefaults(
            @CheckForNull URI base, @CheckForNull String credentialsId, boolean service, SmokeSources sources) {}

    CheckArguments(ArgumentMap map, SuiteDefaults suite) {
        this.map = map;
        this.suite = suite;
    }

    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>(COMMON);
        KINDS.values().forEach(keys::addAll);
        return keys;
    }

    Check parse() {
        String kind = kind();
        for (String key : KEYS) {
            if (map.has(key) && !KINDS.get(kind).contains(key) && !COMMON.contains(key)) {
                throw new ArgumentException(map.place(key), "a " + kind + " check has no such key");
            }
        }
        boolean http = kind.equals("http");
        for (String key : KEYS) {
            boolean bindable = http && HttpArguments.BINDABLE.contains(key);
            if (!bindable && !Template.names(String.valueOf(map.raw(key))).isEmpty()) {
                throw new ArgumentException(
                        map.place(key),
                        "a value that a check extracts cannot stand here, only in path, url, headers, body, header, text,"
                                + " regex and json");
            }
        }
        if (suite.service() && !http) {
            throw new ArgumentException(map.place(), "the API server of a cluster reaches a 'service' by HTTP only");
        }
        return http ? new HttpArguments(map, suite).parse() : new SocketArguments(map, suite).parse(kind);
    }

    private String kind() {
        for (String kind : new String[] {"tcp", "dns", "grpc"}) {
            if (map.has(kind)) {
                return kind;
            }
        }
        if (map.has("tls")) {
            return "tls";
        }
        if (!map.has("path") && !map.has("url")) {
            throw new ArgumentException(map.place(), "it checks nothing; say path, url, tcp, tls, grpc or dns");
        }
        return "http";
    }

    static Duration requestTimeout(ArgumentMap map) {
        Duration timeout = map.duration("requestTimeout", Duration.ofSeconds(10));
        if (timeout.isZero() || timeout.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new ArgumentException(map.place("requestTimeout"), "expected more than nothing and at most 5m");
        }
        return timeout;
    }

    static int notNegative(ArgumentMap map, String key) {
        int number = map.wholeNumber(key, 0);
        if (number < 0) {
            throw new ArgumentException(map.place(key), "expected 0 or more, but it is " + number);
        }
        return number;
    }

    static TlsLimits tlsLimits(ArgumentMap map) {
        String protocol = map.text("minProtocol")
                .map(text -> Choices.pick(map.place("minProtocol"), "protocol", text, List.of("TLSv1.2", "TLSv1.3")))
                .orElse(null);
        return new TlsLimits(notNegative(map, "minDaysValid"), protocol);
    }
}
