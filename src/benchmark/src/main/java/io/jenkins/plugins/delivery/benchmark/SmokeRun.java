package io.jenkins.plugins.delivery.benchmark;

import io.jenkins.plugins.delivery.engine.smoke.HostPolicy;
import io.jenkins.plugins.delivery.engine.smoke.ProbeSettings;
import io.jenkins.plugins.delivery.engine.smoke.SmokeArguments;
import io.jenkins.plugins.delivery.engine.smoke.SmokeProber;
import io.jenkins.plugins.delivery.engine.smoke.SmokeReport;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSession;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSuite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A whole smoke test, from its arguments to its report. */
final class SmokeRun {
    private SmokeRun() {}

    static SmokeSuite suite(String url, int checks, int concurrency) {
        List<Map<String, ?>> list = IntStream.range(0, checks)
                .<Map<String, ?>>mapToObj(
                        i -> Map.of("path", "/check/" + i, "status", 200, "json", Map.of("$.items.length()", 3)))
                .toList();
        return SmokeArguments.parse(Map.of("url", url, "checks", list, "concurrency", concurrency));
    }

    static SmokeReport run(SmokeSuite suite) {
        ProbeSettings settings = new ProbeSettings(HostPolicy.any(), null, Map.of(), Map.of(), suite.concurrency());
        Instant start = Clock.systemUTC().instant();
        SmokeSession session = SmokeSession.start(suite, start);
        try (SmokeProber prober = new SmokeProber(settings, Clock.systemUTC())) {
            session = session.after(
                    prober.probe(session.due(start), Duration.ofMinutes(2), attempt -> {})
                            .join(),
                    start);
        }
        SmokeReport report = session.report(start);
        if (!report.passed()) {
            throw new IllegalStateException(report.summary());
        }
        return report;
    }
}
