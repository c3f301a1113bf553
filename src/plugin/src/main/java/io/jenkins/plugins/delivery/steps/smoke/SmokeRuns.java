package io.jenkins.plugins.delivery.steps.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.smoke.HostPolicy;
import io.jenkins.plugins.delivery.engine.smoke.ProbeSettings;
import io.jenkins.plugins.delivery.engine.smoke.ServiceRoute;
import io.jenkins.plugins.delivery.engine.smoke.SmokeProber;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSession;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSuite;
import io.jenkins.plugins.delivery.engine.smoke.Turn;
import io.jenkins.plugins.delivery.kept.KeptSettings;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Starts the test of a suite where it belongs, with credentials, proxy and variables as they are now. */
final class SmokeRuns {
    private final Run<?, ?> run;
    private final SmokeSuite suite;
    private final HostPolicy policy;
    private final Map<String, String> environment;

    /** Null where nothing is tried through an API server. */
    @CheckForNull
    private final KeptSettings place;

    SmokeRuns(
            Run<?, ?> run,
            SmokeSuite suite,
            HostPolicy policy,
            Map<String, String> environment,
            @CheckForNull KeptSettings place) {
        this.run = run;
        this.suite = suite;
        this.policy = policy;
        this.environment = environment;
        this.place = place;
    }

    /**
     * @param id the same for each start of the same test
     * @param workspace on the agent that tries the checks, or null for the controller
     */
    ProbeRun start(String id, SmokeSession session, @CheckForNull FilePath workspace, Consumer<Turn> told)
            throws IOException {
        ProbeSettings settings = settings(session.values());
        DeliveryClock clock = DeliveryClock.get();
        if (suite.service() == null && workspace != null && workspace.isRemote()) {
            return new RemoteRun(id, workspace.getChannel(), clock, session, settings, told);
        }
        SmokeProber prober = suite.service() == null
                ? new SmokeProber(settings, clock.clock())
                : new SmokeProber(settings, clock.clock(), route());
        return new LocalRun(new DeliveryTime(clock), prober, session, told);
    }

    /** Only the variables that checks name go to the agent, and nothing else of the environment. */
    ProbeSettings settings(Map<String, String> values) throws IOException {
        Map<String, String> variables = new HashMap<>(values);
        suite.variables().forEach(name -> {
            if (environment.containsKey(name)) {
                variables.put(name, environment.get(name));
            }
        });
        boolean service = suite.service() != null;
        if (service) {
            route();
        }
        return new ProbeSettings(
                service ? HostPolicy.any() : policy,
                service ? null : SmokeProxy.ofJenkins(),
                SmokeCredentials.of(suite, run),
                variables,
                suite.concurrency());
    }

    private ServiceRoute route() throws IOException {
        if (place == null) {
            throw new ArgumentException("service", "say environment:, too, the one that the service is in");
        }
        return new ServiceRoute(place.connection(run), place.namespace(), suite.service());
    }
}
