package io.jenkins.plugins.delivery.steps.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.delivery.config.ClusterSettings;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.config.ReachableAt;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Durations;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.Target;
import io.jenkins.plugins.delivery.engine.rollout.Timing;
import io.jenkins.plugins.delivery.steps.DeliveryStep;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundSetter;

/** What the steps that roll out have in common: where to, what, and how long it may take. */
public abstract class RolloutStep extends DeliveryStep {
    private static final long serialVersionUID = 1L;

    /** A name that leaves room for what is appended to it, such as {@code -canary} and a pod's suffix. */
    private static final Pattern APP = Pattern.compile("[a-z]([a-z0-9-]{0,38}[a-z0-9])?");

    private final String environment;
    private final String app;
    private String timeout;
    private String progressDeadline;

    RolloutStep(String environment, String app) {
        this.environment = Util.fixEmptyAndTrim(environment);
        this.app = Util.fixEmptyAndTrim(app);
    }

    public String getEnvironment() {
        return environment;
    }

    public String getApp() {
        return app;
    }

    /** How long the whole rollout may take; null for one hour. */
    @CheckForNull
    public String getTimeout() {
        return timeout;
    }

    @DataBoundSetter
    public void setTimeout(String timeout) {
        this.timeout = Util.fixEmptyAndTrim(timeout);
    }

    /** How long becoming ready may take; null for ten minutes. */
    @CheckForNull
    public String getProgressDeadline() {
        return progressDeadline;
    }

    @DataBoundSetter
    public void setProgressDeadline(String progressDeadline) {
        this.progressDeadline = Util.fixEmptyAndTrim(progressDeadline);
    }

    @Override
    protected final StepExecution execution(StepContext context) {
        return execution(context, ruled(draft(context.hasBody())));
    }

    /** Several services at once where the step can do that. */
    StepExecution execution(StepContext context, RolloutPlan draft) {
        return new RolloutExecution(context, source(), draft);
    }

    /** What the administrator decides, not the Jenkinsfile. */
    private RolloutPlan ruled(RolloutPlan draft) {
        EnvironmentSettings settings = DeliveryConfiguration.get().environment(environment);
        return draft.newestWins(settings.isNewestWins());
    }

    /** The plan as far as the arguments say it: without manifests, and nobody's yet. Refuses what cannot be used. */
    abstract RolloutPlan draft(boolean body);

    /** Where the manifests come from. */
    abstract ReleaseSource source();

    final Target target() {
        if (environment == null) {
            throw new ArgumentException("environment", "say where to: the name of an environment of the settings");
        }
        EnvironmentSettings settings = DeliveryConfiguration.get().environment(environment);
        ClusterSettings cluster = DeliveryConfiguration.get().clusterOf(settings);
        Target.ReachableAt reachableAt = cluster.getReachableAt() == ReachableAt.ANNOTATION
                ? Target.ReachableAt.ANNOTATION
                : Target.ReachableAt.DNS;
        return new Target(environment, cluster.getName(), settings.getNamespace(), reachableAt);
    }

    String checkedApp() {
        return checkedApp("app", app);
    }

    static String checkedApp(String argument, @CheckForNull String app) {
        if (app == null || !APP.matcher(app).matches()) {
            throw new ArgumentException(
                    argument,
                    (app == null ? "nothing was given" : "'" + app + "' cannot name a Deployment and a Service")
                            + "; use lower-case letters, digits and dashes, at most 40, starting with a letter");
        }
        return app;
    }

    /** Where a router outside of the cluster is reached, as the administrator says; empty for none. */
    final String routerAddress() {
        return Util.fixNull(DeliveryConfiguration.get().environment(environment).getRouterAddress());
    }

    /** The times that all rollouts have; a strategy adds its own. */
    final Timing timing() {
        Timing otherwise = Timing.DEFAULT;
        return new Timing(
                positive("timeout", timeout, otherwise.timeout()),
                positive("progressDeadline", progressDeadline, otherwise.progress()),
                otherwise.interval(),
                otherwise.warmUp(),
                otherwise.observe(),
                otherwise.keep(),
                otherwise.hold(),
                otherwise.restore());
    }

    static Duration positive(String argument, @CheckForNull String value, Duration otherwise) {
        Duration duration = Durations.parse(argument, value, otherwise);
        if (duration.isZero() || duration.compareTo(Duration.ofDays(30)) > 0) {
            throw new ArgumentException(argument, "'" + value + "' is not between 1s and 30d");
        }
        return duration;
    }
}
