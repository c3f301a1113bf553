package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import io.jenkins.plugins.delivery.rehearsal.clock.Busy;
import io.jenkins.plugins.delivery.rehearsal.clock.Cancellable;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Plays the users of one application: so many real requests in each virtual second.
 *
 * <p>When nothing has happened in the cluster for five minutes it pauses longer and longer between its seconds,
 * at most ten minutes: a day of waiting for an approval is not a day of traffic.
 */
public final class TrafficPump implements AutoCloseable {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration RAREST = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final VirtualClock clock;
    private final Fronts fronts;
    private final Load load;
    private final QuietTime quiet;
    private final ExecutorService executor = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "traffic");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient client;
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<String, Long> requests = new TreeMap<>();
    private final Map<String, Long> errors = new TreeMap<>();
    private final List<TrafficReport.Point> points = new ArrayList<>();
    private final Set<String> reasons = new LinkedHashSet<>();
    private long lost;
    private boolean everServed;
    private volatile boolean closed;
    private volatile Optional<Cancellable> next = Optional.empty();

    /**
     * What users do.
     *
     * @param perSecond requests in each virtual second
     * @param concurrency at most so many at the same time
     * @param paths requested in turn
     */
    public record Load(FrontKey front, int perSecond, int concurrency, List<String> paths) {}

    public TrafficPump(VirtualClock clock, Fronts fronts, QuietTime quiet, Load load) {
        this.clock = clock;
        this.fronts = fronts;
        this.quiet = quiet;
        this.load = load;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .executor(executor)
                .build();
    }

    public void start() {
        next = Optional.of(clock.scheduleBackground(TICK, this::tick));
        quiet.onEnd(this::hurry);
    }

    private synchronized void hurry() {
        if (!closed && next.filter(Cancellable::cancel).isPresent()) {
            next = Optional.of(clock.scheduleBackground(TICK, this::tick));
        }
    }

    private void tick() {
        if (closed) {
            return;
        }
        Optional<String> url = fronts.url(load.front());
        everServed |= fronts.serves(load.front());
        if (url.isEmpty() || !everServed) {
            schedule();
            return;
        }
        new Second(clock.elsewhere("traffic"), clock.instant(), url.get()).begin();
    }

    private synchronized void schedule() {
        if (!closed) {
            next = Optional.of(clock.scheduleBackground(quiet.stretch(TICK, RAREST), this::tick));
        }
    }

    /** The requests of one tick. */
    private final class Second {
        private final Busy token;
        private final Instant at;
        private final String url;
        private final AtomicInteger unsent = new AtomicInteger(load.perSecond());
        private final AtomicInteger pending = new AtomicInteger(load.perSecond());
        private final Map<String, Integer> byVersion = new TreeMap<>();
        private int failed;
        private int unanswered;

        Second(Busy token, Instant at, String url) {
            this.token = token;
            this.at = at;
            this.url = url;
        }

        void begin() {
            for (int i = 0; i < Math.min(load.concurrency(), load.perSecond()); i++) {
                send();
            }
        }

        private void send() {
            if (closed || unsent.getAndDecrement() <= 0) {
                return;
            }
            String path = load.paths()
                    .get(Math.floorMod(turn.getAndIncrement(), load.paths().size()));
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                    .timeout(PATIENCE)
                    .header("User-Agent", "rehearsal-traffic")
                    .build();
            client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).whenComplete((response, failure) -> {
                if (failure == null) {
                    answered(response);
                } else {
                    lost(failure.toString());
                }
                if (pending.decrementAndGet() == 0) {
                    end();
                } else {
                    send();
                }
            });
        }

        private synchronized void answered(HttpResponse<Void> response) {
            Optional<String> why = response.headers().firstValue(Front.LOST);
            if (why.isPresent()) {
                lost(why.get());
                return;
            }
            String version = response.headers().firstValue(Front.VERSION).orElse("unknown");
            byVersion.merge(version, 1, Integer::sum);
            boolean error = response.statusCode() >= 500;
            failed += error ? 1 : 0;
            count(version, error);
        }

        private synchronized void lost(String why) {
            unanswered++;
            countLost(why);
        }

        private synchronized TrafficReport.Point point() {
            return new TrafficReport.Point(at, Map.copyOf(byVersion), failed, unanswered);
        }

        private void end() {
            keep(point());
            schedule();
            token.close();
        }
    }

    private synchronized void keep(TrafficReport.Point point) {
        points.add(point);
    }

    private synchronized void count(String version, boolean error) {
        requests.merge(version, 1L, Long::sum);
        if (error) {
            errors.merge(version, 1L, Long::sum);
        }
    }

    private synchronized void countLost(String why) {
        lost++;
        if (reasons.size() < 20) {
            reasons.add(why);
        }
    }

    public synchronized TrafficReport report() {
        return new TrafficReport(
                load.front(),
                new TreeMap<>(requests),
                new TreeMap<>(errors),
                lost,
                List.copyOf(reasons),
                List.copyOf(points));
    }

    @Override
    public void close() {
        closed = true;
        next.ifPresent(Cancellable::cancel);
        executor.shutdown();
    }
}
