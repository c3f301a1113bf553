package io.jenkins.plugins.delivery.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.credentials.KubernetesClients;
import io.jenkins.plugins.delivery.engine.smoke.Attempt;
import io.jenkins.plugins.delivery.engine.smoke.Check;
import io.jenkins.plugins.delivery.engine.smoke.HostPolicy;
import io.jenkins.plugins.delivery.engine.smoke.ProbeSettings;
import io.jenkins.plugins.delivery.engine.smoke.ServiceRoute;
import io.jenkins.plugins.delivery.engine.smoke.SmokeProber;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSuite;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Starts rounds of a suite where they belong, with credentials, proxy and variables as they are now. */
final class SmokeRounds {
    private final Run<?, ?> run;
    private final SmokeSuite suite;
    private final HostPolicy policy;
    private final Map<String, String> environment;

    @CheckForNull
    private final String environmentName;

    SmokeRounds(
            Run<?, ?> run,
            SmokeSuite suite,
            HostPolicy policy,
            Map<String, String> environment,
            @CheckForNull String environmentName) {
        this.run = run;
        this.suite = suite;
        this.policy = policy;
        this.environment = environment;
        this.environmentName = environmentName;
    }

    /** @param workspace on the agent that tries the checks, or null for the controller */
    ProbeRound start(
            List<Check> checks,
            Map<String, String> values,
            Duration limit,
            @CheckForNull FilePath workspace,
            Consumer<Attempt> heard)
            throws IOException {
        ProbeSettings settings = settings(values);
        if (suite.service() != null) {
            SmokeProber prober = new SmokeProber(settings, DeliveryClock.get().clock(), route());
            return new LocalRound(prober, checks, limit, heard);
        }
        if (workspace != null && workspace.isRemote()) {
            return new RemoteRound(workspace.getChannel(), DeliveryClock.get().io(), checks, settings, limit, heard);
        }
        return new LocalRound(new SmokeProber(settings, DeliveryClock.get().clock()), checks, limit, heard);
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
        EnvironmentSettings settings = DeliveryConfiguration.get().environment(environmentName);
        return new ServiceRoute(KubernetesClients.config(settings, run), settings.getNamespace(), suite.service());
    }
}
