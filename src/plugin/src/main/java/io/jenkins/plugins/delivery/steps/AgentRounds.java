package io.jenkins.plugins.delivery.steps;

import io.jenkins.plugins.delivery.engine.smoke.Attempt;
import io.jenkins.plugins.delivery.engine.smoke.Check;
import io.jenkins.plugins.delivery.engine.smoke.ProbeSettings;
import io.jenkins.plugins.delivery.engine.smoke.SmokeProber;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jenkins.security.MasterToSlaveCallable;

/**
 * The rounds that an agent has under way, and the three calls by which the controller starts one, reads what came of it, and
 * ends it. A round that nobody has asked for in a while ends itself: its controller is gone.
 */
final class AgentRounds {
    private static final Map<String, Entry> ROUNDS = new HashMap<>();
    private static final long FORGOTTEN_SECONDS = 60;

    private AgentRounds() {}

    /** A round and the attempts that the controller has not read yet. */
    private static final class Entry {
        private final List<Attempt> unread = new ArrayList<>();
        private LocalRound round;
        private long readAt = System.nanoTime();

        private synchronized void add(Attempt attempt) {
            unread.add(attempt);
        }

        private synchronized News read() {
            readAt = System.nanoTime();
            boolean over = round.done().isDone();
            News news = new News(new ArrayList<>(unread), over);
            unread.clear();
            return news;
        }

        private synchronized boolean forgotten() {
            return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - readAt) > FORGOTTEN_SECONDS;
        }
    }

    /**
     * @param attempts that are over since the last reading
     * @param over whether these are the last
     */
    record News(ArrayList<Attempt> attempts, boolean over) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    private static void watch(String id) {
        CompletableFuture.delayedExecutor(FORGOTTEN_SECONDS / 2, TimeUnit.SECONDS)
                .execute(() -> {
                    Entry entry;
                    synchronized (ROUNDS) {
                        entry = ROUNDS.get(id);
                    }
                    if (entry != null && entry.forgotten()) {
                        end(id);
                    } else if (entry != null) {
                        watch(id);
                    }
                });
    }

    private static void end(String id) {
        Entry entry;
        synchronized (ROUNDS) {
            entry = ROUNDS.remove(id);
        }
        if (entry != null) {
            entry.round.cancel();
        }
    }

    /** Starts a round. Its settings hold secrets: they go over the encrypted channel, and no program stores a callable. */
    static final class Start extends MasterToSlaveCallable<News, RuntimeException> {
        private static final long serialVersionUID = 1L;
        private final String id;
        private final ArrayList<Check> checks;
        private final ProbeSettings settings;
        private final Duration limit;

        Start(String id, List<Check> checks, ProbeSettings settings, Duration limit) {
            this.id = id;
            this.checks = new ArrayList<>(checks);
            this.settings = settings;
            this.limit = limit;
        }

        @Override
        public News call() {
            Entry entry = new Entry();
            entry.round = new LocalRound(new SmokeProber(settings, Clock.systemUTC()), checks, limit, entry::add);
            synchronized (ROUNDS) {
                ROUNDS.put(id, entry);
            }
            watch(id);
            return new News(new ArrayList<>(), false);
        }
    }

    /** Reads what is new; null if there is no such round. */
    static final class Read extends MasterToSlaveCallable<News, RuntimeException> {
        private static final long serialVersionUID = 1L;
        private final String id;

        Read(String id) {
            this.id = id;
        }

        @Override
        public News call() {
            Entry entry;
            synchronized (ROUNDS) {
                entry = ROUNDS.get(id);
            }
            News news = entry == null ? null : entry.read();
            if (news != null && news.over()) {
                end(id);
            }
            return news;
        }
    }

    /** Ends a round, whatever it is doing. */
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
