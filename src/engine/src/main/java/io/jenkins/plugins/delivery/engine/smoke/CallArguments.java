package io.jenkins.plugins.delivery.engine.smoke;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads what a check of HTTP sends, and where to. */
final class CallArguments {
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> RESERVED = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");
    private static final Set<String> SECRET = Set.of("authorization", "cookie");

    private final ArgumentMap map;
    private final CheckArguments.SuiteDefaults suite;

    CallArguments(ArgumentMap map, CheckArguments.SuiteDefaults suite) {
        this.map = map;
        this.suite = suite;
    }

    HttpCall parse() {
        String method = Choices.pick(
                map.place("method"), "method", map.text("method").orElse("GET").toUpperCase(Locale.ROOT), METHODS);
        HttpBody body = new BodyArguments(map, suite.sources()).parse();
        if (body != null && (method.equals("GET") || method.equals("HEAD"))) {
            throw new ArgumentException(map.place("body"), "a " + method + " has none; say method: 'POST' or another");
        }
        return new HttpCall(method, target(), headers(), body, version(), redirects());
    }

    private HttpCall.HttpVersion version() {
        if (!map.has("http")) {
            return HttpCall.HttpVersion.ANY;
        }
        if (suite.service()) {
            throw new ArgumentException(map.place("http"), "the API server decides that for a 'service'");
        }
        String version = Choices.pick(
                map.place("http"), "version of HTTP", String.valueOf(map.raw("http")), List.of("1.1", "2", "any"));
        return switch (version) {
            case "1.1" -> HttpCall.HttpVersion.HTTP_1_1;
            case "2" -> HttpCall.HttpVersion.HTTP_2;
            default -> HttpCall.HttpVersion.ANY;
        };
    }

    private HttpCall.Redirects redirects() {
        String policy = map.text("redirects").orElse("follow");
        Choices.pick(map.place("redirects"), "policy", policy, List.of("follow", "same-host", "none"));
        return HttpCall.Redirects.valueOf(policy.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private URI target() {
        if (map.has("url")) {
            if (suite.service()) {
                throw new ArgumentException(map.place("url"), "a 'service' is reached by its path only");
            }
            return SmokeArguments.uri(map.place("url"), map.text("url").orElseThrow());
        }
        String path = map.text("path").orElseThrow();
        URI base = suite.base();
        if (base == null) {
            throw new ArgumentException(map.place("path"), "'" + path + "' needs a 'url' of the suite to start from");
        }
        String start = base.toString().replaceFirst("/+$", "");
        return SmokeArguments.uri(map.place("path"), start + (path.startsWith("/") ? path : "/" + path));
    }

    private Map<String, String> headers() {
        Map<String, String> headers = NamedValues.texts(map.place("headers"), map.raw("headers"));
        headers.keySet().forEach(name -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (SECRET.contains(lower)) {
                throw new ArgumentException(map.place("headers"), name + " is a secret; use credentialsId instead");
            }
            if (RESERVED.contains(lower) || !name.matches("[\\w!#$%&'*+.^`|~-]+")) {
                throw new ArgumentException(map.place("headers"), "'" + name + "' is no header that can be set");
            }
        });
        return headers;
    }
}
