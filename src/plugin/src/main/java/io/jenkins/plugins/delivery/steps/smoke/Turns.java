package io.jenkins.plugins.delivery.steps.smoke;

import io.jenkins.plugins.delivery.engine.smoke.SmokeSession;
import io.jenkins.plugins.delivery.engine.smoke.Turn;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/** What was told of a smoke test under way and not yet noted. */
final class Turns {
    private final SmokeProgress progress;
    private final Runnable news;
    private final Queue<Turn> unnoted = new ArrayDeque<>();
    private Instant last;

    /** @param news runs when there is something to note, once until it is */
    Turns(Instant start, SmokeProgress progress, Runnable news) {
        this.last = start;
        this.progress = progress;
        this.news = news;
    }

    void add(Turn turn) {
        boolean first;
        synchronized (this) {
            first = unnoted.isEmpty();
            unnoted.add(turn);
        }
        turn.attempts().forEach(progress::heard);
        if (first) {
            news.run();
        }
    }

    /** The session after everything that was told; the same if that is nothing. */
    synchronized SmokeSession applied(SmokeSession session) {
        SmokeSession next = session;
        for (Turn turn = unnoted.poll(); turn != null; turn = unnoted.poll()) {
            next = next.after(turn.attempts(), turn.at());
            last = turn.at();
        }
        return next;
    }

    /** When the last turn was that is noted. */
    synchronized Instant last() {
        return last;
    }
}
