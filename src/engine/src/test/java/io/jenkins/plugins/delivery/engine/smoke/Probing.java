package io.jenkins.plugins.delivery.engine.smoke;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import okhttp3.Dns;

/** Tries checks from this machine. */
final class Probing {
    static final Instant START = Instant.parse("2026-06-01T12:00:00Z");
    static final ProbeSettings SETTINGS = new ProbeSettings(HostPolicy.any(), null, Map.of(), Map.of(), 4);

    private Probing() {}

    static List<Attempt> probe(ProbeSettings settings, SmokeSuite suite) {
        return probe(settings, suite, ClientTls.ofThisMachine());
    }

    static List<Attempt> probe(ProbeSettings settings, SmokeSuite suite, ClientTls tls) {
        return probe(settings, suite, tls, Dns.SYSTEM);
    }

    static List<Attempt> probe(ProbeSettings settings, SmokeSuite suite, ClientTls tls, Dns resolver) {
        try (SmokeProber prober = new SmokeProber(settings, Clock.systemUTC(), () -> tls, resolver, null)) {
            return prober.probe(suite.checks(), Duration.ofMinutes(1), attempt -> {})
                    .join();
        }
    }

    static String words(Attempt attempt) {
        Mismatch mismatch = attempt.mismatch();
        return mismatch == null ? "passed" : mismatch.toString();
    }
}
