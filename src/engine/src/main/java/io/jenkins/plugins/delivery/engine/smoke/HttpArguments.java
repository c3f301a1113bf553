package io.jenkins.plugins.delivery.engine.smoke;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a check of HTTP. */
final class HttpArguments {
    static final Set<String> KEYS = Set.of(
            "path",
            "url",
            "method",
            "headers",
            "body",
            "http",
            "status",
            "header",
            "text",
            "regex",
            "json",
            "extract",
            "minDaysValid",
            "minProtocol",
            "maxMillis",
            "p50Millis",
            "p95Millis",
            "p99Millis",
            "samples",
            "redirects",
            "credentialsId");
    static final Set<String> BINDABLE = Set.of("path", "url", "headers", "body", "header", "text", "regex", "json");
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
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ArgumentMap map;
    private final CheckArguments.SuiteDefaults suite;

    HttpArguments(ArgumentMap map, CheckArguments.SuiteDefaults suite) {
        this.map = map;
        this.suite = suite;
    }

    /** A check that an OpenAPI document describes. */
    static Check documented(String path, Expectation expectation, CheckArguments.SuiteDefaults suite) {
        ArgumentMap map = ArgumentMap.of("openapi", Map.of("path", path), KEYS);
        HttpArguments arguments = new HttpArguments(map, suite);
        return new HttpCheck(
                "openapi " + path,
                arguments.call(),
                new HttpDemands(List.of(expectation), new LatencyLimits(0, 0, 0, 0), TlsLimits.NONE, 1),
                List.of(),
                arguments.credentialsId(),
                CheckArguments.requestTimeout(map));
    }

    Check parse() {
        HttpCall call = call();
        String where = map.text("path").orElse(call.uri().toString());
        String shown = Template.shown(call.method().equals("GET") ? where : call.method() + " " + where);
        return new HttpCheck(
                map.text("name").orElse(shown),
                call,
                demands(call.uri()),
                extracts(),
                credentialsId(),
                CheckArguments.requestTimeout(map));
    }

    private HttpCall call() {
        String method = Choices.pick(
                map.place("method"), "method", map.text("method").orElse("GET").toUpperCase(Locale.ROOT), METHODS);
        HttpBody body = body();
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

    @CheckForNull
    private HttpBody body() {
        Object value = map.raw("body");
        if (!(value instanceof Map<?, ?> given)) {
            return value == null ? null : HttpBody.text(String.valueOf(value));
        }
        ArgumentMap body = ArgumentMap.of(map.place("body"), value, Set.of("text", "json", "form", "file"));
        if (given.size() != 1) {
            throw new ArgumentException(map.place("body"), "expected one of text, json, form and file");
        }
        if (body.has("text")) {
            return HttpBody.text(String.valueOf(body.raw("text")));
        }
        if (body.has("form")) {
            return HttpBody.form(texts("body.form", body.raw("form")));
        }
        if (body.has("file")) {
            String file = body.text("file").orElseThrow();
            if (!Template.names(file).isEmpty()) {
                throw new ArgumentException(body.place("file"), "a variable cannot stand here");
            }
            return HttpBody.file(suite.sources().files().read(body.place("file"), file));
        }
        return json(body);
    }

    private static HttpBody json(ArgumentMap body) {
        try {
            return HttpBody.json(JSON.writeValueAsString(body.raw("json")));
        } catch (JsonProcessingException e) {
            throw new ArgumentException(body.place("json"), "it cannot be written as JSON: " + e.getOriginalMessage());
        }
    }

    private Map<String, String> headers() {
        Map<String, String> headers = texts("headers", map.raw("headers"));
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

    private HttpDemands demands(URI uri) {
        TlsLimits tls = CheckArguments.tlsLimits(map);
        if (!tls.equals(TlsLimits.NONE) && (suite.service() || !"https".equals(uri.getScheme()))) {
            String key = map.has("minDaysValid") ? "minDaysValid" : "minProtocol";
            throw new ArgumentException(
                    map.place(key), "the request goes without TLS; start the address with https://");
        }
        LatencyLimits latency = new LatencyLimits(
                CheckArguments.notNegative(map, "maxMillis"),
                CheckArguments.notNegative(map, "p50Millis"),
                CheckArguments.notNegative(map, "p95Millis"),
                CheckArguments.notNegative(map, "p99Millis"));
        return new HttpDemands(expectations(), latency, tls, samples());
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
        entries("header", map.raw("header"))
                .forEach((name, value) -> expectations.add(
                        new Expectation.Header(name, Comparison.parse(map.place("header") + "." + name, value))));
        map.text("text").ifPresent(text -> expectations.add(new Expectation.Contains(text)));
        map.text("regex").ifPresent(regex -> {
            Comparison.checkRegex(map.place("regex"), regex);
            expectations.add(new Expectation.Matches(regex));
        });
        entries("json", map.raw("json")).forEach((path, value) -> {
            JsonPathValue.checkPath(map.place("json"), path);
            expectations.add(new Expectation.Json(path, Comparison.parse(map.place("json") + "." + path, value)));
        });
        return expectations;
    }

    private List<Extract> extracts() {
        List<Extract> extracts = new ArrayList<>();
        entries("extract", map.raw("extract")).forEach((name, value) -> {
            String place = map.place("extract") + "." + name;
            if (!Template.NAME.matcher(name).matches()) {
                throw new ArgumentException(place, "'" + name + "' is no name of a variable such as token");
            }
            extracts.add(extract(place, name, value));
        });
        return extracts;
    }

    private static Extract extract(String place, String name, @CheckForNull Object value) {
        if (value instanceof CharSequence path) {
            JsonPathValue.checkPath(place, path.toString());
            return new Extract(name, Extract.Source.JSON, path.toString());
        }
        ArgumentMap from = ArgumentMap.of(place, value, Set.of("json", "header", "regex"));
        if (value instanceof Map<?, ?> several && several.size() != 1) {
            throw new ArgumentException(place, "expected one of json, header and regex");
        }
        for (Extract.Source source : Extract.Source.values()) {
            String key = source.name().toLowerCase(Locale.ROOT);
            if (from.has(key)) {
                String expression = from.text(key).orElseThrow();
                if (source == Extract.Source.JSON) {
                    JsonPathValue.checkPath(place, expression);
                } else if (source == Extract.Source.REGEX) {
                    Comparison.checkRegex(place, expression);
                }
                return new Extract(name, source, expression);
            }
        }
        throw new ArgumentException(place, "expected one of json, header and regex");
    }

    @CheckForNull
    private String credentialsId() {
        String id = map.text("credentialsId").orElse(suite.credentialsId());
        if (id != null && suite.service()) {
            throw new ArgumentException(
                    map.has("credentialsId") ? map.place("credentialsId") : "credentialsId",
                    "the API server takes the header Authorization for itself; a 'service' is checked without");
        }
        return id;
    }

    private Map<String, Object> entries(String key, @CheckForNull Object value) {
        Map<String, Object> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((name, wanted) -> entries.put(String.valueOf(name), wanted));
        } else if (value != null) {
            throw new ArgumentException(map.place(key), "expected a map, but it is '" + value + "'");
        }
        return entries;
    }

    private Map<String, String> texts(String key, @CheckForNull Object value) {
        Map<String, String> texts = new LinkedHashMap<>();
        entries(key, value).forEach((name, one) -> texts.put(name, String.valueOf(one)));
        return texts;
    }
}
