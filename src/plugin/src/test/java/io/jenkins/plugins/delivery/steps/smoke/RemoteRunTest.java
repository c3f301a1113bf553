package io.jenkins.plugins.delivery.steps.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import hudson.remoting.Callable;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.delivery.engine.smoke.Attempt;
import io.jenkins.plugins.delivery.engine.smoke.HostPolicy;
import io.jenkins.plugins.delivery.engine.smoke.ProbeSettings;
import io.jenkins.plugins.delivery.engine.smoke.SmokeArguments;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSession;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSuite;
import io.jenkins.plugins.delivery.engine.smoke.Turn;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RemoteRunTest {
    private static final Instant START = Instant.parse("2026-06-01T12:00:00Z");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<Turn> heard = new ConcurrentLinkedQueue<>();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.createContext("/hangs", exchange -> {
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

    private RemoteRun run(VirtualChannel agent, List<Map<String, ?>> checks) throws IOException {
        String url = "http://localhost:" + server.getAddress().getPort();
        SmokeSuite suite = SmokeArguments.parse(Map.of("url", url, "checks", checks, "interval", "10ms"));
        ProbeSettings settings = new ProbeSettings(HostPolicy.any(), null, Map.of(), Map.of(), 8);
        return new RemoteRun(
                "test", agent, new RealClock(threads), SmokeSession.start(suite, START), settings, heard::add);
    }

    private List<Attempt> attempts() {
        return heard.stream().flatMap(turn -> turn.attempts().stream()).toList();
    }

    @Test
    void theAgentTriesAllChecksAndTellsOfEach() throws IOException {
        List<Map<String, ?>> checks = IntStream.range(0, 40)
                .<Map<String, ?>>mapToObj(i -> Map.of("path", "/" + i))
                .toList();
        run(new Agent(), checks).done().join();
        assertThat(attempts()).hasSize(40).allMatch(Attempt::passed);
    }

    @Test
    void oneCallStartsTheWholeTestAndASlowCheckDelaysNoOther() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        server.createContext("/soon", exchange -> {
            try (exchange) {
                boolean healthy = requests.incrementAndGet() == 3;
                exchange.sendResponseHeaders(healthy ? 204 : 503, -1);
                if (healthy) {
                    released.countDown();
                }
            }
        });
        Agent agent = new Agent();
        run(agent, List.of(Map.of("path", "/hangs"), Map.of("path", "/soon")))
                .done()
                .join();
        assertThat(attempts()).hasSize(4).extracting(Attempt::check).containsOnlyOnce("/hangs");
        assertThat(agent.starts).hasValue(1);
    }

    @Test
    void aControllerThatComesBackEndsWhatItStartedBefore() throws Exception {
        Agent before = new Agent();
        run(before, List.of(Map.of("path", "/hangs")));
        assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
        before.gone = true;
        run(new Agent(), List.of(Map.of("path", "/a"))).done().join();
        released.countDown();
        assertThat(attempts()).extracting(Attempt::check).containsExactly("/a");
    }

    @Test
    void whatIsUnderWayEndsWithTheTest() throws Exception {
        Agent agent = new Agent();
        RemoteRun run = run(agent, List.of(Map.of("path", "/hangs")));
        assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
        run.cancel();
        assertThat(run.done()).isCancelled();
        agent.ended.await();
        assertThat(heard).isEmpty();
    }

    @Test
    void anAgentThatIsLostIsSaid() throws IOException {
        Agent agent = new Agent();
        RemoteRun run = run(agent, List.of(Map.of("path", "/hangs")));
        agent.gone = true;
        assertThatThrownBy(run.done()::join)
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("The agent that tries the checks was lost: the channel is closed");
    }

    @Test
    void item15WhatAnAgentSaysOfOtherChecksIsNotHeard() throws IOException {
        Agent agent = new Agent();
        agent.lies = true;
        run(agent, List.of(Map.of("path", "/a"))).done().join();
        assertThat(attempts()).isEmpty();
        agent.lieAt = START.plusSeconds(3_600);
        assertThatThrownBy(run(agent, List.of(Map.of("path", "/a"))).done()::join)
                .hasMessageContaining("it tells of a time that cannot be");
    }

    /** Time as it is, but for the date. */
    private static final class RealClock extends DeliveryClock {
        private final Executor io;

        RealClock(Executor io) {
            this.io = io;
        }

        @Override
        public Clock clock() {
            return Clock.fixed(START, ZoneOffset.UTC);
        }

        @Override
        public Future<?> schedule(Duration delay, Runnable task) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Executor io() {
            return io;
        }
    }

    /** Another machine, as far as serialization can tell. */
    private final class Agent implements VirtualChannel {
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile boolean gone;
        private final AtomicInteger starts = new AtomicInteger();
        private volatile boolean lies;
        private volatile Instant lieAt = START;

        @Override
        public <V, T extends Throwable> V call(Callable<V, T> callable) {
            throw new UnsupportedOperationException("A round never waits for the agent.");
        }

        @Override
        @SuppressWarnings("unchecked")
        public <V, T extends Throwable> hudson.remoting.Future<V> callAsync(Callable<V, T> callable)
                throws IOException {
            if (gone) {
                throw new IOException("the channel is closed");
            }
            Called<V> called = new Called<>(() -> {
                Callable<V, Exception> there = (Callable<V, Exception>) copy(callable);
                if (callable.getClass() == (Object) AgentRuns.End.class) {
                    ended.countDown();
                }
                if (callable.getClass() == (Object) AgentRuns.Start.class) {
                    starts.incrementAndGet();
                }
                if (lies) {
                    Attempt lie = new Attempt("/other", null, List.of(1L), Map.of());
                    return (V) new AgentRuns.News(
                            new ArrayList<>(List.of(new Turn(List.of(lie), lieAt.toEpochMilli()))), true);
                }
                return (V) copy(there.call());
            });
            threads.execute(called);
            return called;
        }

        @Override
        public void close() {
            gone = true;
        }
    }

    private static Object copy(Object value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    private static final class Called<V> extends FutureTask<V> implements hudson.remoting.Future<V> {
        Called(java.util.concurrent.Callable<V> callable) {
            super(callable);
        }
    }
}
