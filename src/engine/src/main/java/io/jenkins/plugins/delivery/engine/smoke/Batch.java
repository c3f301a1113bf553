package io.jenkins.plugins.delivery.engine.smoke;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** Checks that wait, checks that are under way, and the attempts that are over. */
final class Batch {
    private final Queue<Check> waiting;
    private final Map<String, Check> open = new LinkedHashMap<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final CompletableFuture<List<Attempt>> done = new CompletableFuture<>();
    private final Function<Check, CompletableFuture<Attempt>> starter;
    private final Consumer<Attempt> heard;

    Batch(List<Check> checks, Function<Check, CompletableFuture<Attempt>> starter, Consumer<Attempt> heard) {
        this.starter = starter;
        this.heard = heard;
        waiting = new ArrayDeque<>(checks);
        checks.forEach(check -> open.put(check.name(), check));
        if (checks.isEmpty()) {
            done.complete(List.of());
        }
    }

    CompletableFuture<List<Attempt>> done() {
        return done;
    }

    void start(int concurrency) {
        for (int i = 0; i < concurrency; i++) {
            next();
        }
    }

    private void next() {
        Check check;
        synchronized (this) {
            check = done.isDone() ? null : waiting.poll();
        }
        if (check != null) {
            starter.apply(check).whenComplete((attempt, problem) -> {
                over(problem == null ? attempt : ProbeWords.failed(check, problem));
                next();
            });
        }
    }

    private synchronized void over(Attempt attempt) {
        if (done.isDone() || open.remove(attempt.check()) == null) {
            return;
        }
        attempts.add(attempt);
        heard.accept(attempt);
        if (open.isEmpty()) {
            done.complete(List.copyOf(attempts));
        }
    }

    /** Nothing is started any more, and nothing heard. */
    void stop() {
        done.cancel(false);
    }

    /** What is not over has failed. */
    synchronized void giveUp(String actual) {
        List.copyOf(open.values()).forEach(check -> over(Attempt.failed(check, check.awaited(), actual)));
    }
}
