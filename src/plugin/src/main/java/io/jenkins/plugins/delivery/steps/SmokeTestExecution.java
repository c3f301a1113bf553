package io.jenkins.plugins.delivery.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.smoke.Attempt;
import io.jenkins.plugins.delivery.engine.smoke.Check;
import io.jenkins.plugins.delivery.engine.smoke.HostPolicy;
import io.jenkins.plugins.delivery.engine.smoke.JUnitXml;
import io.jenkins.plugins.delivery.engine.smoke.SmokeArguments;
import io.jenkins.plugins.delivery.engine.smoke.SmokeReport;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSession;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSuite;
import io.jenkins.plugins.delivery.engine.yaml.YamlFileException;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Tries checks in rounds. Between rounds nothing waits but an alarm, and the session says what to do next, so that a
 * restart costs at most one round.
 */
final class SmokeTestExecution extends BackgroundStepExecution {
    private static final long serialVersionUID = 1L;

    private final SmokeTestStep step;
    private final String report = UUID.randomUUID().toString();
    private volatile boolean onAgent;

    @CheckForNull
    private volatile SmokeSession session;

    SmokeTestExecution(StepContext context, SmokeTestStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public String getStatus() {
        SmokeSession current = session;
        return current == null ? "reading what to check" : current.status();
    }

    @Override
    void proceed() throws IOException, InterruptedException {
        SmokeSession current = session;
        if (current == null) {
            current = begin();
        }
        Instant now = now();
        if (current.over(now)) {
            end(current.report(now));
            return;
        }
        List<Check> due = current.due(now);
        if (due.isEmpty()) {
            againAfter(Duration.between(now, current.wakeUp()));
            return;
        }
        List<Attempt> attempts = probe(current, due);
        if (attempts == null) {
            return;
        }
        remember(current.after(attempts, now()));
        again();
    }

    private SmokeSession begin() throws IOException, InterruptedException {
        onAgent = getContext().get(FilePath.class) != null;
        SmokeSession first;
        try {
            SmokeSuite suite = suite();
            suite.refusedBy(policy()).ifPresent(why -> {
                throw new ArgumentException("url", why);
            });
            SmokeCredentials.of(suite, run());
            first = SmokeSession.start(suite, now());
        } catch (AbortException | YamlFileException | ArgumentException e) {
            action().publishFailure(run(), e.getMessage());
            throw new AbortException("smokeTest: " + e.getMessage());
        }
        action().publishRunning(run(), first.status(), first.report(now()));
        remember(first);
        return first;
    }

    private void remember(SmokeSession next) {
        session = next;
        getContext().saveState();
    }

    private SmokeSuite suite() throws IOException, InterruptedException {
        if (step.getFile() == null) {
            return SmokeArguments.parse(step.arguments(address()));
        }
        FilePath workspace = getContext().get(FilePath.class);
        if (workspace == null) {
            throw new AbortException("file: '" + step.getFile() + "' lies in a workspace; run the step in a node");
        }
        String text = workspace.act(new ReadSmokeFile(step.getFile()));
        return SmokeArguments.parseFile(step.getFile(), text, step.arguments(address()));
    }

    /** Where paths start: what the Jenkinsfile says, else where this build deployed to in the environment. */
    @CheckForNull
    private String address() throws IOException, InterruptedException {
        if (step.getUrl() != null || step.getEnvironment() == null) {
            return step.getUrl();
        }
        String address = null;
        for (DeployedAddress deployed : run().getActions(DeployedAddress.class)) {
            boolean here = step.getEnvironment().equals(deployed.getEnvironment());
            address = here && deployed.getAddress() != null ? deployed.getAddress() : address;
        }
        return address;
    }

    private HostPolicy policy() {
        return onAgent
                ? HostPolicy.any()
                : HostPolicy.only(DeliveryConfiguration.get().getSmokeTestHosts());
    }

    /** A round from the agent or the controller; null if the agent has to come back first. */
    @CheckForNull
    private List<Attempt> probe(SmokeSession current, List<Check> due) throws IOException, InterruptedException {
        ProbeChecks round = new ProbeChecks(
                due, current.suite().concurrency(), policy(), SmokeCredentials.of(current.suite(), run()));
        if (!onAgent) {
            return round.call();
        }
        FilePath workspace = workspace();
        return workspace == null ? null : workspace.act(round);
    }

    private void end(SmokeReport result) throws IOException, InterruptedException {
        action().publish(run(), result);
        writeJUnit(result);
        PrintStream log = getContext().get(TaskListener.class).getLogger();
        log.println("smokeTest: " + result.summary());
        SmokeWords.figures(result).forEach(figure -> log.println("  " + figure));
        if (result.passed()) {
            succeed(SmokeWords.result(result));
        } else {
            fail(new AbortException("smokeTest: " + result.summary()));
        }
    }

    /** For the step {@code junit}, and with it the build's test page. */
    private void writeJUnit(SmokeReport result) throws IOException, InterruptedException {
        FilePath workspace = getContext().get(FilePath.class);
        if (workspace != null) {
            String name = action().getUrlName();
            FilePath folder = workspace.child("smoke-test");
            folder.mkdirs();
            folder.child("TEST-" + name + ".xml").write(JUnitXml.of(name, result), "UTF-8");
        }
    }

    @Override
    void stopped(Throwable cause) throws IOException, InterruptedException {
        action().publishFailure(run(), "The smoke test was stopped before it was over");
    }

    private SmokeAction action() throws IOException, InterruptedException {
        String name = step.getName() == null ? step.getEnvironment() : step.getName();
        return SmokeAction.of(run(), name == null ? "" : name, report);
    }

    private Run<?, ?> run() throws IOException, InterruptedException {
        return getContext().get(Run.class);
    }

    private static Instant now() {
        return DeliveryClock.get().clock().instant();
    }
}
