package io.jenkins.plugins.delivery.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import hudson.remoting.Callable;
import hudson.remoting.Future;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.delivery.engine.smoke.Attempt;
import io.jenkins.plugins.delivery.engine.smoke.HostPolicy;
import io.jenkins.plugins.delivery.engine.smoke.ProbeSettings;
import io.jenkins.plugins.delivery.engine.smoke.SmokeArguments;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSuite;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RemoteRoundTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<Attempt> heard = new ConcurrentLinkedQueue<>();
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

    private RemoteRound round(VirtualChannel agent, List<Map<String, ?>> checks) throws IOException {
        String url = "http://localhost:" + server.getAddress().getPort();
        SmokeSuite suite = SmokeArguments.parse(Map.of("url", url, "checks", checks));
        ProbeSettings settings = new ProbeSettings(HostPolicy.any(), null, Map.of(), Map.of(), 8);
        return new RemoteRound(agent, threads, suite.checks(), settings, Duration.ofMinutes(1), heard::add);
    }

    @Test
    void theAgentTriesAllChecksAndTellsOfEach() throws IOException {
        List<Map<String, ?>> checks = IntStream.range(0, 40)
                .<Map<String, ?>>mapToObj(i -> Map.of("path", "/" + i))
                .toList();
        List<Attempt> attempts = round(new Agent(), checks).done().join();
        assertThat(attempts).hasSize(40).allMatch(Attempt::passed);
        assertThat(heard).containsExactlyElementsOf(attempts);
    }

    @Test
    void whatIsUnderWayEndsWithTheRound() throws Exception {
        Agent agent = new Agent();
        RemoteRound round = round(agent, List.of(Map.of("path", "/hangs")));
        assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
        round.cancel();
        assertThat(round.done()).isCancelled();
        agent.ended.await();
        assertThat(heard).isEmpty();
    }

    @Test
    void anAgentThatIsLostIsSaid() throws IOException {
        Agent agent = new Agent();
        RemoteRound round = round(agent, List.of(Map.of("path", "/hangs")));
        agent.gone = true;
        assertThatThrownBy(round.done()::join)
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("The agent that tries the checks was lost: the channel is closed");
    }

    @Test
    void item15WhatAnAgentSaysOfOtherChecksIsNotHeard() throws IOException {
        Agent agent = new Agent();
        agent.lies = true;
        assertThatThrownBy(round(agent, List.of(Map.of("path", "/a"))).done()::join)
                .hasMessageContaining("it ended without an answer to 1 checks");
        assertThat(heard).isEmpty();
    }

    /** Another machine, as far as serialization can tell. */
    private final class Agent implements VirtualChannel {
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile boolean gone;
        private volatile boolean lies;

        @Override
        public <V, T extends Throwable> V call(Callable<V, T> callable) {
            throw new UnsupportedOperationException("A round never waits for the agent.");
        }

        @Override
        @SuppressWarnings("unchecked")
        public <V, T extends Throwable> Future<V> callAsync(Callable<V, T> callable) throws IOException {
            if (gone) {
                throw new IOException("the channel is closed");
            }
            Called<V> called = new Called<>(() -> {
                Callable<V, Exception> there = (Callable<V, Exception>) copy(callable);
                if (callable.getClass() == (Object) AgentRounds.End.class) {
                    ended.countDown();
                }
                if (lies) {
                    Attempt lie = new Attempt("/other", null, List.of(1L), Map.of());
                    return (V) new AgentRounds.News(new ArrayList<>(List.of(lie)), true);
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

    private static final class Called<V> extends FutureTask<V> implements Future<V> {
        Called(java.util.concurrent.Callable<V> callable) {
            super(callable);
        }
    }
}
