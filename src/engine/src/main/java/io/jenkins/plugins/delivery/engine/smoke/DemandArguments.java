package io.jenkins.plugins.delivery.engine.smoke;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Reads what must hold of the answers to a request. */
final class DemandArguments {
    private static final int MOST_SAMPLES = 1000;

    private final ArgumentMap map;
    private final boolean service;

    /**
     * @param service whether the request goes through an API server
     */
    DemandArguments(ArgumentMap map, boolean service) {
        this.map = map;
        this.service = service;
    }

    HttpDemands parse(URI uri) {
        TlsLimits tls = CheckArguments.tlsLimits(map);
        if (!tls.equals(TlsLimits.NONE) && (service || !"https".equals(uri.getScheme()))) {
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
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw new ArgumentException(
                    map.place("samples"), "expected 1 to " + MOST_SAMPLES + ", but it is " + samples);
        }
        return samples;
    }

    private List<Expectation> expectations() {
        List<Expectation> expectations = new ArrayList<>();
        expectations.add(new Expectation.Status(StatusRange.parse(map.place("status"), map.raw("status"))));
        NamedValues.of(map.place("header"), map.raw("header"))
                .forEach((name, value) -> expectations.add(
                        new Expectation.Header(name, Comparison.parse(map.place("header") + "." + name, value))));
        map.text("text").ifPresent(text -> expectations.add(new Expectation.Contains(text)));
        map.text("regex").ifPresent(regex -> {
            Comparison.checkRegex(map.place("regex"), regex);
            expectations.add(new Expectation.Matches(regex));
        });
        NamedValues.of(map.place("json"), map.raw("json")).forEach((path, value) -> {
            JsonPathValue.checkPath(map.place("json"), path);
            expectations.add(new Expectation.Json(path, Comparison.parse(map.place("json") + "." + path, value)));
        });
        return expectations;
    }
}
