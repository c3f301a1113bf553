package io.jenkins.plugins.delivery.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Durations;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.StrategyKind;
import io.jenkins.plugins.delivery.engine.rollout.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code rollingDeploy}: applies manifests, follows the Deployment, and undoes on failure. */
public final class RollingDeployStep extends ManifestStep {
    private static final long serialVersionUID = 1L;

    private String observe;
    private ArrayList<Object> metrics;

    @DataBoundConstructor
    public RollingDeployStep(String environment, String app) {
        super(environment, app);
    }

    /** How long the metrics are watched afterwards; null for not at all, or five minutes with metrics. */
    @CheckForNull
    public String getObserve() {
        return observe;
    }

    @DataBoundSetter
    public void setObserve(String observe) {
        this.observe = Util.fixEmptyAndTrim(observe);
    }

    /** Maps, one a metric. Untyped, as a Jenkinsfile writes them; the engine reads and explains them. */
    @CheckForNull
    @SuppressWarnings("rawtypes")
    public List getMetrics() {
        return metrics;
    }

    @DataBoundSetter
    @SuppressWarnings({"rawtypes", "unchecked"})
    public void setMetrics(List metrics) {
        this.metrics = metrics == null ? null : new ArrayList<Object>(metrics);
    }

    @Override
    RolloutPlan draft(boolean body) {
        Timing common = timing();
        boolean watched = metrics != null && !metrics.isEmpty();
        if (observe != null && !watched) {
            throw new ArgumentException("observe", "there is nothing to watch; say metrics, too");
        }
        Duration time = Durations.parse("observe", observe, watched ? Duration.ofMinutes(5) : Duration.ZERO);
        Timing timing = new Timing(
                common.timeout(),
                common.progress(),
                common.interval(),
                common.warmUp().compareTo(time) < 0 ? common.warmUp() : time,
                time,
                common.keep(),
                common.hold(),
                common.restore());
        return RolloutMetrics.with(draft(StrategyKind.ROLLING, timing, body), metrics);
    }

    @Extension
    public static final class DescriptorImpl extends RolloutStepDescriptor {
        @Override
        public String getFunctionName() {
            return "rollingDeploy";
        }

        @Override
        public String getDisplayName() {
            return Messages.RollingDeployStep_displayName();
        }
    }
}
