package io.jenkins.plugins.delivery.engine.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SmokeRunnerTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<Turn> turns = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile int healthyFrom = 4;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/soon", exchange -> {
            try (exchange) {
                int request = requests.incrementAndGet();
                exchange.sendResponseHeaders(request < healthyFrom ? 503 : 204, -1);
                if (request == healthyFrom) {
                    released.countDown();
                }
            }
        });
        server.createContext("/slow", exchange -> {
            try (exchange) {
                arrived.countDown();
                released.await();
                exchange.sendResponseHeaders(204, -1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private SmokeSuite suite(Map<String, ?> more, String... paths) {
        Map<String, Object> arguments = new HashMap<>(more);
        arguments.put("url", "http://localhost:" + server.getAddress().getPort());
        arguments.put(
                "checks",
                List.of(paths).stream().map(path -> Map.of("path", path)).toList());
        return SmokeArguments.parse(arguments);
    }

    private CompletableFuture<SmokeReport> run(SmokeRunner.Scheduler time, SmokeSession session) {
        SmokeProber prober = new SmokeProber(Probing.SETTINGS, Clock.systemUTC());
        return new SmokeRunner(time, prober, session, turns::add).run();
    }

    @Test
    void retriesOnAnyClockUntilItPasses() {
        VirtualScheduler time = new VirtualScheduler();
        SmokeSession session = SmokeSession.start(suite(Map.of("stableFor", "1m"), "/soon"), time.now());
        var report = run(time, session);
        while (!report.isDone()) {
            if (!time.step()) {
                Thread.onSpinWait();
            }
        }
        assertThat(report.join().passed()).isTrue();
        assertThat(report.join().checks().get(0).attempts()).isGreaterThan(4);
        assertThat(report.join().duration().toSeconds()).isEqualTo(14 + 60);
    }

    @Test
    void aSlowCheckDelaysNoOther() {
        SmokeSession session = SmokeSession.start(suite(Map.of("interval", "10ms"), "/slow", "/soon"), Probing.START);
        SmokeReport report = run(new RealTime(Probing.START), session).join();
        assertThat(report.passed()).isTrue();
        assertThat(report.checks()).extracting(CheckResult::attempts).containsExactly(1, 4);
    }

    @Test
    void whoHearsAllTurnsKnowsTheSame() {
        SmokeSession session =
                SmokeSession.start(suite(Map.of("interval", "10ms", "stableFor", "100ms"), "/soon"), Probing.START);
        SmokeReport report = run(new RealTime(Probing.START), session).join();
        Turn last = null;
        for (Turn turn : turns) {
            session = session.after(turn.attempts(), turn.at());
            last = turn;
        }
        assertThat(session.report(last.at())).isEqualTo(report);
    }

    @Test
    void whatIsUnderWayAtTheDeadlineHasFailed() {
        SmokeSession session = SmokeSession.start(suite(Map.of("timeout", "300ms"), "/slow"), Probing.START);
        SmokeReport report = run(new RealTime(Probing.START), session).join();
        assertThat(report.summary()).contains("got none before the deadline of the smoke test after 1 attempt");
        assertThat(turns).singleElement().extracting(Turn::at).isEqualTo(session.deadline());
    }

    @Test
    void cancellingEndsWhatIsUnderWayAndTellsNothingMore() throws InterruptedException {
        SmokeSession session = SmokeSession.start(suite(Map.of(), "/slow"), Probing.START);
        var report = run(new RealTime(Probing.START), session);
        assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
        report.cancel(false);
        released.countDown();
        assertThat(turns).isEmpty();
    }
}
