package io.jenkins.plugins.delivery.steps.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.smoke.HostPolicy;
import io.jenkins.plugins.delivery.engine.smoke.SmokeArguments;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSources;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSuite;
import io.jenkins.plugins.delivery.kept.KeptSettings;
import io.jenkins.plugins.delivery.steps.DeployedAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What a smoke test checks, and from where: the arguments of its step where it stands in a build. */
final class SmokeInput {
    private static final String NOT_DEPLOYED = "http://not-deployed.invalid";

    private final StepContext context;
    private final SmokeTestStep step;
    private final boolean onAgent;

    /**
     * @param onAgent whether an agent tries the checks, who may reach what it likes; else the controller
     */
    SmokeInput(StepContext context, SmokeTestStep step, boolean onAgent) {
        this.context = context;
        this.step = step;
        this.onAgent = onAgent;
    }

    /**
     * @throws ArgumentException if an argument is wrong, or if the controller may not contact what it names
     */
    SmokeSuite suite() throws IOException, InterruptedException {
        SmokeSuite suite = read();
        if (suite.service() == null && !isDeployedLater()) {
            suite.refusedBy(policy()).ifPresent(why -> {
                throw new ArgumentException("url", why);
            });
        }
        return suite;
    }

    private SmokeSuite read() throws IOException, InterruptedException {
        FilePath workspace = context.get(FilePath.class);
        SmokeSources sources = new SmokeSources(environment(), new SmokeFiles(workspace, policy()));
        Map<String, Object> arguments = step.arguments(isDeployedLater() ? NOT_DEPLOYED : address());
        if (step.getFile() == null) {
            return SmokeArguments.parse(arguments, sources);
        }
        String text = new String(sources.files().read("file", step.getFile()), StandardCharsets.UTF_8);
        return SmokeArguments.parseFile(step.getFile(), text, arguments, sources);
    }

    /** @param place where the service is that is tried through the API server; null where there is none */
    SmokeRuns runs(SmokeSuite suite, @CheckForNull KeptSettings place) throws IOException, InterruptedException {
        return new SmokeRuns(context.get(Run.class), suite, policy(), environment(), place);
    }

    private Map<String, String> environment() throws IOException, InterruptedException {
        EnvVars environment = context.get(EnvVars.class);
        return environment == null ? Map.of() : environment;
    }

    /** A dry run may come before the deployment that gives the environment its address. */
    private boolean isDeployedLater() throws IOException, InterruptedException {
        boolean later = step.isDryRun() && step.getEnvironment() != null && step.getService() == null;
        return later && address() == null;
    }

    /** Where paths start: what the Jenkinsfile says, else where this build deployed to in the environment. */
    @CheckForNull
    private String address() throws IOException, InterruptedException {
        if (step.getUrl() != null || step.getService() != null || step.getEnvironment() == null) {
            return step.getUrl();
        }
        String address = null;
        for (DeployedAddress deployed : context.get(Run.class).getActions(DeployedAddress.class)) {
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
}
