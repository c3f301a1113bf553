package io.jenkins.plugins.delivery.steps.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.smoke.SmokeReport;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSession;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSuite;
import io.jenkins.plugins.delivery.engine.yaml.YamlFileException;
import io.jenkins.plugins.delivery.kept.KeptSettings;
import io.jenkins.plugins.delivery.steps.BackgroundStepExecution;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Lets an agent or the controller try checks, and takes note of what comes of it. What was noted goes on after a restart: the
 * test starts again where it was, which costs at most the attempts of its last second.
 */
final class SmokeTestExecution extends BackgroundStepExecution {
    private static final long serialVersionUID = 1L;
    private static final Duration NOTED_EVERY = Duration.ofSeconds(1);

    private final SmokeTestStep step;
    private final String report = UUID.randomUUID().toString();
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean onAgent;

    @CheckForNull
    private volatile SmokeSession session;

    /** Where the service is that is tried through the API server, as JSON; null where there is none. */
    @CheckForNull
    private volatile String kept;

    @CheckForNull
    private transient volatile ProbeRun under;

    @CheckForNull
    private transient volatile Turns turns;

    @CheckForNull
    private transient volatile SmokeProgress progress;

    SmokeTestExecution(StepContext context, SmokeTestStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public String getStatus() {
        SmokeSession current = session;
        SmokeProgress now = progress;
        return current == null ? "reading what to check" : (now == null ? "" : now.status()) + current.status();
    }

    @Override
    protected void proceed() throws IOException, InterruptedException {
        turn.lock();
        try {
            advance();
        } finally {
            turn.unlock();
        }
    }

    private void advance() throws IOException, InterruptedException {
        SmokeSession current = session;
        if (current == null) {
            SmokeSession first = begin();
            if (step.isDryRun()) {
                succeed(SmokeWords.dryRun(first.suite()));
                return;
            }
            current = announce(first);
        }
        ProbeRun run = under;
        Turns heard = turns;
        if (run == null || heard == null) {
            probe(current);
            return;
        }
        boolean over = run.done().isDone();
        SmokeSession next = heard.applied(current);
        if (next != current) {
            remember(next);
        }
        if (over) {
            over(run, next, heard.last());
        }
    }

    private void over(ProbeRun run, SmokeSession last, Instant at) throws IOException, InterruptedException {
        try {
            run.done().join();
        } catch (CompletionException | CancellationException e) {
            throw e.getCause() instanceof IOException known ? known : new IOException(e.getCause());
        }
        if (!last.over(at.plusMillis(1))) {
            throw new AbortException("The agent that tries the checks ended without an answer to all of them: "
                    + last.status() + ". Look at its log, and run the build again.");
        }
        end(last.report(at));
    }

    private SmokeSession begin() throws IOException, InterruptedException {
        onAgent = getContext().get(FilePath.class) != null;
        SmokeSession first;
        try {
            SmokeSuite suite = input().suite();
            settle(suite);
            input().runs(suite, place()).settings(Map.of());
            first = SmokeSession.start(suite, now());
        } catch (AbortException | YamlFileException | ArgumentException e) {
            action().publishFailure(run(), e.getMessage());
            throw new AbortException("smokeTest: " + e.getMessage());
        }
        return first;
    }

    private SmokeSession announce(SmokeSession first) throws IOException, InterruptedException {
        action().publishRunning(run(), first.status(), first.report(now()));
        log().println("smokeTest: " + first.suite().checks().size() + " checks until " + first.deadline()
                + (first.suite().service() != null
                        ? " through the API server"
                        : onAgent ? " from the agent" : " from the controller"));
        remember(first);
        return first;
    }

    /** From now on it is tried where it is now, whatever becomes of the settings. */
    private void settle(SmokeSuite suite) throws IOException, InterruptedException {
        if (suite.service() != null) {
            KeptSettings now = KeptSettings.of(step.getEnvironment(), List.of());
            kept = now.reaching(now.connection(run())).toJson();
        }
    }

    /** A test that an older release began goes on where the settings say now. */
    @CheckForNull
    private KeptSettings place() throws IOException {
        SmokeSession begun = session;
        if (kept == null && begun != null && begun.suite().service() != null) {
            return KeptSettings.of(step.getEnvironment(), List.of());
        }
        return kept == null ? null : KeptSettings.fromJson(kept);
    }

    private void remember(SmokeSession next) {
        session = next;
        getContext().saveState();
    }

    /** From the agent or the controller, and a turn when there is something new; or soon, if the agent has to come back first. */
    private void probe(SmokeSession current) throws IOException, InterruptedException {
        Instant now = now();
        if (current.over(now)) {
            end(current.report(now));
            return;
        }
        FilePath from = null;
        if (onAgent) {
            from = workspace();
            if (from == null) {
                return;
            }
        }
        SmokeProgress told = new SmokeProgress(log(), current.suite().checks().size());
        Turns heard = new Turns(now, told, () -> againAfter(NOTED_EVERY));
        progress = told;
        turns = heard;
        ProbeRun begun = input().runs(current.suite(), place()).start(report, current, from, heard::add);
        under = begun;
        begun.done().whenComplete((result, problem) -> again());
    }

    private void end(SmokeReport result) throws IOException, InterruptedException {
        new SmokeResult(result).publish(getContext(), action(), log());
        if (result.passed()) {
            succeed(SmokeWords.result(result));
        } else {
            fail(new AbortException("smokeTest: " + result.summary()));
        }
    }

    @Override
    protected void stopped(Throwable cause) throws IOException, InterruptedException {
        turn.lock();
        try {
            ProbeRun current = under;
            if (current != null) {
                current.cancel();
            }
        } finally {
            turn.unlock();
        }
        action().publishFailure(run(), "The smoke test was stopped before it was over");
    }

    private SmokeInput input() {
        return new SmokeInput(getContext(), step, onAgent);
    }

    private SmokeAction action() throws IOException, InterruptedException {
        String name = step.getName() == null ? step.getEnvironment() : step.getName();
        return SmokeAction.of(run(), name == null ? "" : name, report);
    }

    private PrintStream log() throws InterruptedException {
        return listener().getLogger();
    }

    private Run<?, ?> run() throws IOException, InterruptedException {
        return getContext().get(Run.class);
    }

    private static Instant now() {
        return DeliveryClock.get().clock().instant();
    }
}
