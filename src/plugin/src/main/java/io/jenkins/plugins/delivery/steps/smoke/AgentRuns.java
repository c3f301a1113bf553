package io.jenkins.plugins.delivery.steps.smoke;

import io.jenkins.plugins.delivery.engine.smoke.ProbeSettings;
import io.jenkins.plugins.delivery.engine.smoke.RealTime;
import io.jenkins.plugins.delivery.engine.smoke.SmokeProber;
import io.jenkins.plugins.delivery.engine.smoke.SmokeRunner;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSession;
import io.jenkins.plugins.delivery.engine.smoke.Turn;
import io.jenkins.plugins.delivery.steps.News;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import jenkins.security.MasterToSlaveCallable;

/**
 * The smoke tests that an agent has under way, one call for each from its start to its end. The controller reads what came of
 * it with short calls, and ends it with another. A test that nobody has asked for in a while ends itself: its controller is
 * gone. A controller that comes back starts the test again where it was, and what is left of the first ends.
 */
final class AgentRuns {
    private static final Map<String, Entry> RUNS = new ConcurrentHashMap<>();
    private static final long FORGOTTEN_SECONDS = 60;

    private AgentRuns() {}

    /** A test and the turns that the controller has not read yet. */
    private static final class Entry {
        private final List<Turn> unread = new ArrayList<>();
        private LocalRun run;
        private long readAt = System.nanoTime();

        /** Under the lock, so that nobody reads or ends what has not begun. */
        private synchronized void start(SmokeRunner.Scheduler time, SmokeProber prober, SmokeSession session) {
            run = new LocalRun(time, prober, session, this::add);
        }

        private synchronized void cancel() {
            if (run != null) {
                run.cancel();
            }
        }

        private synchronized void add(Turn turn) {
            unread.add(turn);
        }

        private synchronized News read() {
            readAt = System.nanoTime();
            boolean over = run.done().isDone();
            News news = new News(new ArrayList<>(unread), over);
            unread.clear();
            return news;
        }

        private synchronized boolean forgotten() {
            return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - readAt) > FORGOTTEN_SECONDS;
        }
    }

    /**
     * @param turns since the last reading
     * @param over whether these are the last
     */
    record News(ArrayList<Turn> turns, boolean over) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    private static void watch(String id) {
        CompletableFuture.delayedExecutor(FORGOTTEN_SECONDS / 2, TimeUnit.SECONDS)
                .execute(() -> {
                    Entry entry = RUNS.get(id);
                    if (entry != null && entry.forgotten()) {
                        end(id);
                    } else if (entry != null) {
                        watch(id);
                    }
                });
    }

    private static void end(String id) {
        Entry entry = RUNS.remove(id);
        if (entry != null) {
            entry.cancel();
        }
    }

    /**
     * Starts a test, and ends one of the same id. Its settings hold secrets: they go over the encrypted channel, and no program
     * stores a callable.
     */
    static final class Start extends MasterToSlaveCallable<News, RuntimeException> {
        private static final long serialVersionUID = 1L;
        private final String id;
        private final SmokeSession session;
        private final ProbeSettings settings;
        private final long nowMillis;

        Start(String id, SmokeSession session, ProbeSettings settings, Instant now) {
            this.id = id;
            this.session = session;
            this.settings = settings;
            this.nowMillis = now.toEpochMilli();
        }

        @Override
        public News call() {
            Entry entry = new Entry();
            SmokeProber prober = new SmokeProber(settings, Clock.systemUTC());
            end(id);
            RUNS.put(id, entry);
            entry.start(new RealTime(Instant.ofEpochMilli(nowMillis)), prober, session);
            watch(id);
            return new News(new ArrayList<>(), false);
        }
    }

    /** Reads what is new; null if there is no such test. */
    static final class Read extends MasterToSlaveCallable<News, RuntimeException> {
        private static final long serialVersionUID = 1L;
        private final String id;

        Read(String id) {
            this.id = id;
        }

        @Override
        public News call() {
            Entry entry = RUNS.get(id);
            News news = entry == null ? null : entry.read();
            if (news != null && news.over()) {
                end(id);
            }
            return news;
        }
    }

    /** Ends a test, whatever it is doing. */
    static final class End extends MasterToSlaveCallable<News, RuntimeException> {
        private static final long serialVersionUID = 1L;
        private final String id;

        End(String id) {
            this.id = id;
        }

        @Override
        public News call() {
            end(id);
            return null;
        }
    }
}
