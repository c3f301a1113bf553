package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads one element of {@code checks}. */
final class CheckArguments {
    private static final Set<String> HTTP = Set.of(
            "path",
            "url",
            "method",
            "headers",
            "body",
            "status",
            "header",
            "text",
            "regex",
            "json",
            "maxMillis",
            "p50Millis",
            "p95Millis",
            "p99Millis",
            "samples",
            "redirects",
            "credentialsId");
    private static final Set<String> TLS = Set.of("tls", "minDaysValid", "minProtocol");
    private static final Set<String> COMMON = Set.of("name", "requestTimeout");
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> RESERVED = Set.of("connection", "content-length", "expect", "host", "upgrade");
    static final Set<String> KEYS = keys();

    private final ArgumentMap map;

    @CheckForNull
    private final URI base;

    @CheckForNull
    private final String credentialsId;

    CheckArguments(ArgumentMap map, @CheckForNull URI base, @CheckForNull String credentialsId) {
        this.map = map;
        this.base = base;
        this.credentialsId = credentialsId;
    }

    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>(HTTP);
        keys.addAll(TLS);
        keys.addAll(COMMON);
        keys.add("tcp");
        keys.add("dns");
        return keys;
    }

    Check parse() {
        if (map.has("tcp")) {
            refuseOthers("tcp", Set.of("tcp"));
            String[] target = hostAndPort("tcp", text("tcp"), -1);
            return new TcpCheck(name("tcp " + text("tcp")), target[0], Integer.parseInt(target[1]), requestTimeout());
        }
        if (map.has("dns")) {
            refuseOthers("dns", Set.of("dns"));
            return new DnsCheck(name("dns " + text("dns")), text("dns"), requestTimeout());
        }
        return map.has("tls") ? tls() : http();
    }

    /** A key that the kind of check does not know would otherwise be passed over in silence. */
    private void refuseOthers(String kind, Set<String> own) {
        for (String key : KEYS) {
            if (map.has(key) && !own.contains(key) && !COMMON.contains(key)) {
                throw new ArgumentException(map.place(key), "a " + kind + " check has no such key");
            }
        }
    }

    private Check tls() {
        refuseOthers("tls", TLS);
        String[] target = tlsTarget();
        String protocol = map.text("minProtocol")
                .map(text -> Choices.pick(map.place("minProtocol"), "protocol", text, List.of("TLSv1.2", "TLSv1.3")))
                .orElse(null);
        return new TlsCheck(
                name("tls " + target[0]),
                target[0],
                Integer.parseInt(target[1]),
                notNegative("minDaysValid"),
                protocol,
                requestTimeout());
    }

    private String[] tlsTarget() {
        Object value = map.raw("tls");
        if (value instanceof CharSequence) {
            return hostAndPort("tls", value.toString(), 443);
        }
        if (!map.flag("tls", false) || base == null) {
            throw new ArgumentException(
                    map.place("tls"), "expected true with a 'url' of the suite, or a host such as 'example.com:443'");
        }
        return new String[] {base.getHost(), String.valueOf(base.getPort() < 0 ? 443 : base.getPort())};
    }

    private Check http() {
        Set<String> own = new TreeSet<>(HTTP);
        refuseOthers("http", own);
        if (!map.has("path") && !map.has("url")) {
            throw new ArgumentException(map.place(), "it checks nothing; say path, url, tcp, tls or dns");
        }
        URI uri = target();
        String method = Choices.pick(
                map.place("method"), "method", map.text("method").orElse("GET").toUpperCase(Locale.ROOT), METHODS);
        String where = map.text("path").orElse(uri.toString());
        return new HttpCheck(
                name(method.equals("GET") ? where : method + " " + where),
                uri,
                method,
                texts("headers"),
                map.text("body").orElse(null),
                redirects(),
                samples(),
                map.text("credentialsId").orElse(credentialsId),
                expectations(),
                new LatencyLimits(
                        notNegative("maxMillis"),
                        notNegative("p50Millis"),
                        notNegative("p95Millis"),
                        notNegative("p99Millis")),
                requestTimeout());
    }

    private URI target() {
        if (map.has("url")) {
            return SmokeArguments.uri(map.place("url"), text("url"));
        }
        String path = text("path");
        if (base == null) {
            throw new ArgumentException(map.place("path"), "'" + path + "' needs a 'url' of the suite to start from");
        }
        String start = base.toString().replaceFirst("/+$", "");
        return SmokeArguments.uri(map.place("path"), start + (path.startsWith("/") ? path : "/" + path));
    }

    private boolean redirects() {
        String policy = map.text("redirects").orElse("follow");
        return Choices.pick(map.place("redirects"), "policy", policy, List.of("follow", "none"))
                .equals("follow");
    }

    private int samples() {
        int samples = map.wholeNumber("samples", 1);
        if (samples < 1 || samples > 1000) {
            throw new ArgumentException(map.place("samples"), "expected 1 to 1000, but it is " + samples);
        }
        return samples;
    }

    private List<Expectation> expectations() {
        List<Expectation> expectations = new ArrayList<>();
        expectations.add(new Expectation.Status(StatusRange.parse(map.place("status"), map.raw("status"))));
        entries("header")
                .forEach((name, value) -> expectations.add(
                        new Expectation.Header(name, Comparison.parse(map.place("header") + "." + name, value))));
        map.text("text").ifPresent(text -> expectations.add(new Expectation.Contains(text)));
        map.text("regex").ifPresent(regex -> {
            Comparison.checkRegex(map.place("regex"), regex);
            expectations.add(new Expectation.Matches(regex));
        });
        entries("json").forEach((path, value) -> {
            JsonPathValue.checkPath(map.place("json"), path);
            expectations.add(new Expectation.Json(path, Comparison.parse(map.place("json") + "." + path, value)));
        });
        return expectations;
    }

    private Map<String, Object> entries(String key) {
        Map<String, Object> entries = new LinkedHashMap<>();
        Object value = map.raw(key);
        if (value instanceof Map<?, ?> given) {
            given.forEach((name, wanted) -> entries.put(String.valueOf(name), wanted));
        } else if (value != null) {
            throw new ArgumentException(map.place(key), "expected a map, but it is '" + value + "'");
        }
        return entries;
    }

    private Map<String, String> texts(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        entries(key).forEach((name, value) -> {
            if (name.equalsIgnoreCase("Authorization") || name.equalsIgnoreCase("Cookie")) {
                throw new ArgumentException(map.place(key), name + " is a secret; use credentialsId instead");
            }
            if (RESERVED.contains(name.toLowerCase(Locale.ROOT)) || !name.matches("[\\w!#$%&'*+.^`|~-]+")) {
                throw new ArgumentException(map.place(key), "'" + name + "' is no header that can be set");
            }
            texts.put(name, String.valueOf(value));
        });
        return texts;
    }

    private String[] hostAndPort(String key, String text, int otherwise) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? text : text.substring(0, colon);
        String port = colon < 0 ? String.valueOf(otherwise) : text.substring(colon + 1);
        if (!host.isBlank() && port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65_535) {
            return new String[] {host, port};
        }
        throw new ArgumentException(map.place(key), "'" + text + "' is no host and port such as db.staging:5432");
    }

    private Duration requestTimeout() {
        Duration timeout = map.duration("requestTimeout", Duration.ofSeconds(10));
        if (timeout.isZero() || timeout.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new ArgumentException(map.place("requestTimeout"), "expected more than nothing and at most 5m");
        }
        return timeout;
    }

    private int notNegative(String key) {
        int number = map.wholeNumber(key, 0);
        if (number < 0) {
            throw new ArgumentException(map.place(key), "expected 0 or more, but it is " + number);
        }
        return number;
    }

    private String name(String otherwise) {
        return map.text("name").orElse(otherwise);
    }

    private String text(String key) {
        return map.text(key).orElseThrow();
    }
}
