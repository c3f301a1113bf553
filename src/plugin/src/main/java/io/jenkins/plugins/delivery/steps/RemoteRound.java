package io.jenkins.plugins.delivery.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.remoting.Future;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.delivery.engine.smoke.Attempt;
import io.jenkins.plugins.delivery.engine.smoke.Check;
import io.jenkins.plugins.delivery.engine.smoke.ProbeSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Checks that an agent tries. The agent is asked again and again for what is new, each time without waiting for its answer.
 * What it says is not trusted: an attempt counts once, and only if its check was asked for.
 */
final class RemoteRound implements ProbeRound {
    private static final long FIRST_MILLIS = 50;
    private static final long LONGEST_MILLIS = 1_000;
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private final String id = UUID.randomUUID().toString();
    private final VirtualChannel channel;
    private final Executor executor;
    private final Consumer<Attempt> heard;
    private final Map<String, Check> open = new HashMap<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final CompletableFuture<List<Attempt>> done = new CompletableFuture<>();
    private long answeredAt = System.nanoTime();

    RemoteRound(
            VirtualChannel channel,
            Executor executor,
            List<Check> checks,
            ProbeSettings settings,
            Duration limit,
            Consumer<Attempt> heard)
            throws IOException {
        this.channel = channel;
        this.executor = executor;
        this.heard = heard;
        checks.forEach(check -> open.put(check.name(), check));
        look(channel.callAsync(new AgentRounds.Start(id, checks, settings, limit)), FIRST_MILLIS);
    }

    @Override
    public CompletableFuture<List<Attempt>> done() {
        return done;
    }

    @Override
    public void cancel() {
        done.cancel(false);
        try {
            channel.callAsync(new AgentRounds.End(id));
        } catch (IOException e) {
            // The agent is gone, and what it did with it.
        }
    }

    private void look(Future<AgentRounds.News> answer, long millis) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, executor)
                .execute(() -> proceed(answer, millis));
    }

    private void proceed(Future<AgentRounds.News> answer, long millis) {
        if (done.isDone()) {
            return;
        }
        long next = Math.min(LONGEST_MILLIS, 2 * millis);
        try {
            if (answer.isDone()) {
                answeredAt = System.nanoTime();
                take(answer.get());
                if (!done.isDone()) {
                    look(channel.callAsync(new AgentRounds.Read(id)), next);
                }
            } else if (System.nanoTime() - answeredAt > SILENCE.toNanos()) {
                lost(null);
            } else {
                look(answer, next);
            }
        } catch (IOException | ExecutionException | RuntimeException e) {
            lost(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            lost(e);
        }
    }

    private void take(@CheckForNull AgentRounds.News news) throws IOException {
        if (news == null) {
            throw new AbortException("it knows nothing of the checks any more");
        }
        for (Attempt attempt : news.attempts()) {
            if (open.remove(attempt.check()) != null) {
                attempts.add(attempt);
                heard.accept(attempt);
            }
        }
        if (news.over()) {
            if (!open.isEmpty()) {
                throw new AbortException("it ended without an answer to " + open.size() + " checks");
            }
            done.complete(List.copyOf(attempts));
        }
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
