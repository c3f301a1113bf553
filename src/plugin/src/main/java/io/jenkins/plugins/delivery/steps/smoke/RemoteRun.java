package io.jenkins.plugins.delivery.steps.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.remoting.Future;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.delivery.engine.smoke.Check;
import io.jenkins.plugins.delivery.engine.smoke.ProbeSettings;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSession;
import io.jenkins.plugins.delivery.engine.smoke.Turn;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A smoke test that an agent runs from its start to its end. The agent is asked again and again for what is new, each time
 * without waiting for its answer. What it says is not trusted: an attempt counts only if the suite has its check, and time
 * goes on and not beyond the deadline.
 */
final class RemoteRun implements ProbeRun {
    private static final long FIRST_MILLIS = 50;
    private static final long LONGEST_MILLIS = 1_000;
    private static final Duration SILENCE = Duration.ofMinutes(5);
    private static final Duration LATE = Duration.ofMinutes(1);

    private final String id;
    private final VirtualChannel channel;
    private final Executor executor;
    private final Consumer<Turn> told;
    private final Instant deadline;
    private final Set<String> checks;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final long endsAt;
    private long answeredAt = System.nanoTime();
    private Instant reached = Instant.MIN;

    RemoteRun(
            String id,
            VirtualChannel channel,
            DeliveryClock clock,
            SmokeSession session,
            ProbeSettings settings,
            Consumer<Turn> told)
            throws IOException {
        this.id = id;
        this.channel = channel;
        this.executor = clock.io();
        this.told = told;
        deadline = session.deadline();
        checks = session.suite().checks().stream().map(Check::name).collect(Collectors.toSet());
        Instant now = clock.clock().instant();
        endsAt = System.nanoTime() + Duration.between(now, deadline).plus(LATE).toNanos();
        look(channel.callAsync(new AgentRuns.Start(id, session, settings, now)), FIRST_MILLIS);
    }

    @Override
    public CompletableFuture<?> done() {
        return done;
    }

    @Override
    public void cancel() {
        done.cancel(false);
        try {
            end();
        } catch (IOException e) {
            // The agent is gone, and what it did with it.
        }
    }

    private void end() throws IOException {
        channel.callAsync(new AgentRuns.End(id));
    }

    private void look(Future<AgentRuns.News> answer, long millis) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, executor)
                .execute(() -> proceed(answer, millis));
    }

    private void proceed(Future<AgentRuns.News> answer, long millis) {
        if (done.isDone()) {
            return;
        }
        long next = Math.min(LONGEST_MILLIS, 2 * millis);
        try {
            if (answer.isDone()) {
                answeredAt = System.nanoTime();
                take(answer.get());
                if (!done.isDone()) {
                    look(channel.callAsync(new AgentRuns.Read(id)), next);
                }
            } else if (System.nanoTime() - answeredAt > SILENCE.toNanos()) {
                lost(null);
            } else {
                look(answer, next);
            }
        } catch (IOException | ExecutionException | RuntimeException | LinkageError e) {
            lost(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            lost(e);
        }
    }

    private void take(@CheckForNull AgentRuns.News news) throws IOException {
        if (news == null) {
            throw new AbortException("it knows nothing of the checks any more");
        }
        for (Turn turn : news.turns()) {
            take(turn);
        }
        if (news.over()) {
            done.complete(null);
        } else if (System.nanoTime() > endsAt) {
            end();
            throw new AbortException("it goes on after the deadline");
        }
    }

    private void take(Turn turn) throws IOException {
        if (turn.at().isBefore(reached) || turn.at().isAfter(deadline)) {
            throw new AbortException("it tells of a time that cannot be");
        }
        reached = turn.at();
        told.accept(new Turn(
                turn.attempts().stream()
                        .filter(attempt -> checks.contains(attempt.check()))
                        .toList(),
                turn.atMillis()));
    }

    private void lost(@CheckForNull Throwable problem) {
        String why = problem == null ? "it did not answer for " + SILENCE.toMinutes() + " minutes" : words(problem);
        AbortException gone = new AbortException(
                "The agent that tries the checks was lost: " + why + ". Look at its log, and run the build again.");
        gone.initCause(problem);
        done.completeExceptionally(gone);
    }

    private static String words(Throwable problem) {
        Throwable cause =
                problem instanceof ExecutionException && problem.getCause() != null ? problem.getCause() : problem;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
