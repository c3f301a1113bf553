package io.jenkins.plugins.delivery.engine.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmokeSessionTest {
    private static final Instant START = Instant.parse("2026-06-01T12:00:00Z");

    private static SmokeSession session(Map<String, ?> more) {
        Map<String, Object> arguments = new HashMap<>(more);
        arguments.put("url", "http://localhost");
        arguments.put("checks", List.of(Map.of("path", "/a"), Map.of("path", "/b")));
        return SmokeSession.start(SmokeArguments.parse(arguments), START);
    }

    private static Attempt passed(String name) {
        return new Attempt(name, null, List.of(7L));
    }

    private static Attempt failed(String name, String actual) {
        return new Attempt(name, new Mismatch("status 2xx", actual), List.of());
    }

    private static List<String> due(SmokeSession session, Duration later) {
        return session.due(START.plus(later)).stream().map(Check::name).toList();
    }

    @Test
    void endsWhenEveryCheckHasPassedOnce() {
        SmokeSession session = session(Map.of());
        assertThat(due(session, Duration.ZERO)).containsExactly("/a", "/b");
        session = session.after(List.of(passed("/a"), passed("/b")), START.plusSeconds(1));
        assertThat(session.over(START.plusSeconds(1))).isTrue();
        assertThat(session.report(START.plusSeconds(1)).summary()).isEqualTo("2 checks passed");
    }

    @Test
    void retriesOnlyWhatFailedAndWaitsLongerEachTime() {
        SmokeSession session = session(Map.of()).after(List.of(passed("/a"), failed("/b", "status 503")), START);
        assertThat(session.wakeUp()).isEqualTo(START.plusSeconds(2));
        assertThat(due(session, Duration.ofSeconds(2))).containsExactly("/b");
        session = session.after(List.of(failed("/b", "status 500")), START.plusSeconds(2));
        assertThat(session.wakeUp()).isEqualTo(START.plusSeconds(6));
        session = session.after(List.of(passed("/b")), START.plusSeconds(6));
        CheckResult result = session.report(START.plusSeconds(6)).checks().get(1);
        assertThat(result.passed()).isTrue();
        assertThat(result.attempts()).isEqualTo(3);
        assertThat(result.firstError()).isEqualTo(new Mismatch("status 2xx", "status 503"));
        assertThat(result.lastError()).isEqualTo(new Mismatch("status 2xx", "status 500"));
        assertThat(result.timeline()).extracting(TimelineEntry::passed).containsExactly(false, false, true);
    }

    @Test
    void neverPausesLongerThanEightIntervals() {
        SmokeSession session = session(Map.of("timeout", "1h"));
        Instant now = START;
        for (int i = 0; i < 12; i++) {
            session = session.after(List.of(passed("/a"), failed("/b", "x")), now);
            assertThat(Duration.between(now, session.wakeUp())).isLessThanOrEqualTo(Duration.ofSeconds(16));
            now = session.wakeUp();
        }
    }

    @Test
    void whatHasNotPassedAtTheDeadlineHasFailed() {
        SmokeSession session =
                session(Map.of("timeout", "10s")).after(List.of(passed("/a"), failed("/b", "status 503")), START);
        Instant deadline = START.plusSeconds(10);
        assertThat(session.over(deadline)).isTrue();
        assertThat(session.due(deadline)).isEmpty();
        assertThat(session.report(deadline).summary())
                .isEqualTo("1 of 2 checks failed: /b: expected status 2xx, got status 503 after 1 attempt");
    }

    @Test
    void nothingTriedIsNoPass() {
        SmokeReport report = session(Map.of("timeout", "10s")).report(START.plusSeconds(10));
        assertThat(report.failed()).isEqualTo(2);
        assertThat(report.checks().get(0).lastError().actual()).isEqualTo("none was over in time");
    }

    @Test
    void demandsThatEverythingStaysGreen() {
        SmokeSession session = session(Map.of("stableFor", "3s"));
        session = session.after(List.of(passed("/a"), passed("/b")), START);
        assertThat(session.over(START)).isFalse();
        session = session.after(List.of(passed("/a"), failed("/b", "status 500")), START.plusSeconds(2));
        session = session.after(List.of(passed("/a")), START.plusSeconds(3));
        assertThat(due(session, Duration.ofSeconds(4))).containsExactly("/b");
        session = session.after(List.of(passed("/b")), START.plusSeconds(4));
        assertThat(session.wakeUp()).isEqualTo(START.plusSeconds(6));
        session = session.after(List.of(passed("/b")), START.plusSeconds(7));
        assertThat(session.over(START.plusSeconds(7))).isTrue();
        assertThat(session.report(START.plusSeconds(7)).passed()).isTrue();
    }

    @Test
    void saysWhatItWaitsFor() {
        SmokeSession session = session(Map.of()).after(List.of(failed("/a", "status 503")), START);
        assertThat(session.status())
                .isEqualTo("waiting until 2026-06-01T12:02:00Z for /a and 1 more: expected status 2xx, got status 503");
    }

    @Test
    void survivesItsProcess() throws IOException, ClassNotFoundException {
        SmokeSession session = session(Map.of("stableFor", "3s")).after(List.of(failed("/a", "x")), START);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(session);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            SmokeSession read = (SmokeSession) in.readObject();
            assertThat(read.status()).isEqualTo(session.status());
            assertThat(read.report(START)).isEqualTo(session.report(START));
        }
    }
}
