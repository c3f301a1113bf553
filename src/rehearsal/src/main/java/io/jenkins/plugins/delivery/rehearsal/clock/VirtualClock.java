package io.jenkins.plugins.delivery.rehearsal.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The clock of a rehearsal. It jumps to the next scheduled task as soon as nobody is busy, so that a day's timeout
 * passes in milliseconds.
 *
 * <p>There are two kinds of being busy. During {@link #busy(String) bookkeeping} (a program step, a request to the
 * embedded cluster) time stands still, however slow the machine is. During {@link #work(String) work} whose duration
 * is part of the story (a process that {@code sh} started) time runs along with the wall clock, so that a
 * {@code timeout} around it can expire.
 *
 * <p>Tasks run one after the other on the clock's own thread, in the order of their time, and are busy while they
 * run. A task that fails is logged and does not stop the clock. Thread-safe.
 */
public final class VirtualClock extends Clock implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(VirtualClock.class.getName());
    /** How long everything must be quiet, in real time, before "nothing can ever happen" is believed. */
    private static final long DEADLOCK_GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<ScheduledTask> calendar = new PriorityQueue<>();
    private final Map<Object, String> tokens = new LinkedHashMap<>();
    private final List<Runnable> deadlockListeners = new CopyOnWriteArrayList<>();
    private final ZoneId zone;
    private Instant now;
    private long anchorNanos;
    private int working;
    private int elsewhere;
    private long elsewhereNanos;
    private long measured;
    private int foreground;
    private long count;
    /** How many tokens have been given out. */
    private long activity;

    private boolean realTime;
    private boolean closed;
    private Thread thread;

    /** A clock that starts now. */
    public VirtualClock() {
        this(Instant.now());
    }

    public VirtualClock(Instant start) {
        this.now = start;
        this.zone = ZoneOffset.UTC;
        this.anchorNanos = System.nanoTime();
    }

    @Override
    public Instant instant() {
        lock.lock();
        try {
            return flowing() ? now.plusNanos(System.nanoTime() - anchorNanos) : now;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** A view of the same time in another zone. */
    @Override
    public Clock withZone(ZoneId other) {
        VirtualClock self = this;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return other;
            }

            @Override
            public Clock withZone(ZoneId next) {
                return self.withZone(next);
            }

            @Override
            public Instant instant() {
                return self.instant();
            }
        };
    }

    /** Runs {@code task} when {@code delay} has passed; a negative delay counts as none. */
    public Cancellable schedule(Duration delay, Runnable task) {
        return schedule(delay, task, false);
    }

    /**
     * Like {@link #schedule}, for what accompanies a run without driving it (a traffic pump, a display): such tasks
     * alone do not let time go on, and do not hide that nothing can ever happen.
     */
    public Cancellable scheduleBackground(Duration delay, Runnable task) {
        return schedule(delay, task, true);
    }

    private Cancellable schedule(Duration delay, Runnable body, boolean background) {
        lock.lock();
        try {
            Instant at = instant().plus(delay.isNegative() ? Duration.ZERO : delay);
            ScheduledTask task = new ScheduledTask(at, count++, background, body, this::signal);
            calendar.add(task);
            start();
            changed.signalAll();
            return task;
        } finally {
            lock.unlock();
        }
    }

    /** Time stands still until the token is closed, unless there is {@link #work} too. */
    public Busy busy(String why) {
        return token(why, false);
    }

    /** As {@link #busy(String)}, for what others do in real time, such as processes that start; {@link #elsewhere()} adds it up. */
    public Busy elsewhere(String why) {
        lock.lock();
        try {
            measureElsewhere();
            elsewhere++;
        } finally {
            lock.unlock();
        }
        Busy token = busy(why);
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.compareAndSet(true, false)) {
                endElsewhere();
                token.close();
            }
        };
    }

    private void endElsewhere() {
        lock.lock();
        try {
            measureElsewhere();
            elsewhere--;
        } finally {
            lock.unlock();
        }
    }

    private void measureElsewhere() {
        long now = System.nanoTime();
        if (elsewhere > 0 && working == 0) {
            elsewhereNanos += now - measured;
        }
        measured = now;
    }

    /** Real time in which others were at work, and no {@link #work} was going on. */
    public Duration elsewhere() {
        lock.lock();
        try {
            measureElsewhere();
            return Duration.ofNanos(elsewhereNanos);
        } finally {
            lock.unlock();
        }
    }

    /** Time does not jump but runs along with the wall clock until the token is closed. */
    public Busy work(String why) {
        return token(why, true);
    }

    /** An executor whose tasks are busy from their submission to their end. */
    public Executor busy(Executor real, String why) {
        return task -> {
            Busy token = busy(why);
            try {
                real.execute(() -> {
                    try (token) {
                        task.run();
                    }
                });
            } catch (RuntimeException rejected) {
                token.close();
                throw rejected;
            }
        };
    }

    private Busy token(String why, boolean work) {
        Object key = new Object();
        lock.lock();
        try {
            Instant before = instant();
            tokens.put(key, why);
            activity++;
            if (work) {
                measureElsewhere();
                working++;
            }
            settle(before);
        } finally {
            lock.unlock();
        }
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.compareAndSet(true, false)) {
                release(key, work);
            }
        };
    }

    private void release(Object key, boolean work) {
        lock.lock();
        try {
            Instant before = instant();
            tokens.remove(key);
            if (work) {
                measureElsewhere();
                working--;
            }
            settle(before);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** From now on time passes as on the wall clock ({@code true}), or jumps again ({@code false}). */
    public void realTime(boolean on) {
        lock.lock();
        try {
            Instant before = instant();
            realTime = on;
            settle(before);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Why time does not jump at present, in the order in which the tokens were taken. */
    public List<String> busyWith() {
        lock.lock();
        try {
            return List.copyOf(tokens.values());
        } finally {
            lock.unlock();
        }
    }

    /** Calls {@code listener} when nothing is scheduled and nobody is busy: nothing can ever happen any more. */
    public Cancellation onDeadlock(Runnable listener) {
        deadlockListeners.add(listener);
        lock.lock();
        try {
            start();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return () -> deadlockListeners.remove(listener);
    }

    /** Stops the clock: tasks that wait never run. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            calendar.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean flowing() {
        return realTime || working > 0;
    }

    private void settle(Instant at) {
        now = at;
        anchorNanos = System.nanoTime();
    }

    private void signal() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void start() {
        if (thread == null && !closed) {
            thread = new Thread(this::dispatch, "virtual clock");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void dispatch() {
        while (true) {
            ScheduledTask task;
            Busy token;
            lock.lock();
            try {
                task = next();
                if (task == null) {
                    return;
                }
                token = busy("clock");
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                lock.unlock();
            }
            try (token) {
                task.run();
            } catch (RuntimeException | Error failure) {
                LOGGER.log(System.Logger.Level.WARNING, "A task of the clock failed", failure);
            }
        }
    }

    /** Waits, with the lock held, for the next task to run; null once the clock is closed. */
    private ScheduledTask next() throws InterruptedException {
        while (!closed) {
            calendar.removeIf(ScheduledTask::isCancelled);
            foreground =
                    (int) calendar.stream().filter(task -> !task.background).count();
            ScheduledTask head = calendar.peek();
            if (head != null && !head.at.isAfter(instant())) {
                return calendar.poll();
            }
            if (tokens.isEmpty() && !realTime && foreground > 0) {
                settle(head.at);
                return calendar.poll();
            }
            boolean idle = isIdle() && foreground == 0 && !deadlockListeners.isEmpty();
            long before = activity;
            long left = 1;
            if (flowing() && head != null) {
                left = changed.awaitNanos(
                        Math.max(1, Duration.between(instant(), head.at).toNanos()));
            } else if (idle) {
                left = changed.awaitNanos(DEADLOCK_GRACE_NANOS);
            } else {
                changed.await();
            }
            if (left <= 0 && idle && isIdle() && activity == before) {
                reportDeadlock();
            }
        }
        return null;
    }

    private boolean isIdle() {
        return tokens.isEmpty() && !closed;
    }

    private void reportDeadlock() {
        List<Runnable> listeners = List.copyOf(deadlockListeners);
        deadlockListeners.clear();
        for (Runnable listener : listeners) {
            calendar.add(new ScheduledTask(instant(), count++, false, listener, this::signal));
        }
    }

    /** Ends a subscription. */
    @FunctionalInterface
    public interface Cancellation extends AutoCloseable {
        @Override
        void close();
    }
}
