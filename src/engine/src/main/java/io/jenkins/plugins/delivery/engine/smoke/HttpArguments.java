package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import java.util.List;
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

    private final ArgumentMap map;
    private final CheckArguments.SuiteDefaults suite;

    HttpArguments(ArgumentMap map, CheckArguments.SuiteDefaults suite) {
        this.map = map;
        this.suite = suite;
    }

    /** A check that an OpenAPI document describes. */
    static Check documented(String path, Expectation expectation, CheckArguments.SuiteDefaults suite) {
        ArgumentMap map = ArgumentMap.of("openapi", Map.of("path", path), KEYS);
        return new HttpCheck(
                "openapi " + path,
                new CallArguments(map, suite).parse(),
                new HttpDemands(List.of(expectation), new LatencyLimits(0, 0, 0, 0), TlsLimits.NONE, 1),
                List.of(),
                new HttpArguments(map, suite).credentialsId(),
                CheckArguments.requestTimeout(map));
    }

    Check parse() {
        HttpCall call = new CallArguments(map, suite).parse();
        String where = map.text("path").orElse(call.uri().toString());
        String shown = Template.shown(call.method().equals("GET") ? where : call.method() + " " + where);
        return new HttpCheck(
                map.text("name").orElse(shown),
                call,
                new DemandArguments(map, suite.service()).parse(call.uri()),
                ExtractArguments.parse(map),
                credentialsId(),
                CheckArguments.requestTimeout(map));
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
}
