package io.jenkins.plugins.delivery.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import io.jenkins.plugins.delivery.engine.argument.Durations;
import io.jenkins.plugins.delivery.engine.rollout.BlueGreenPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.StrategyKind;
import io.jenkins.plugins.delivery.engine.rollout.Timing;
import io.jenkins.plugins.delivery.engine.traffic.Switches;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code blueGreenDeploy}: brings the new version up beside the old one, checks it, and switches. */
public final class BlueGreenDeployStep extends ManifestStep {
    private static final long serialVersionUID = 1L;

    private String keepPrevious;
    private String observe;
    private String switchBy = "service";
    private String route;
    private ArrayList<Object> metrics;

    @DataBoundConstructor
    public BlueGreenDeployStep(String environment, String app) {
        super(environment, app);
    }

    /** How long the old colour is kept after the switch; null for five minutes. */
    @CheckForNull
    public String getKeepPrevious() {
        return keepPrevious;
    }

    @DataBoundSetter
    public void setKeepPrevious(String keepPrevious) {
        this.keepPrevious = Util.fixEmptyAndTrim(keepPrevious);
    }

    /** How long the metrics are watched after the switch; null for not at all, or five minutes with metrics. */
    @CheckForNull
    public String getObserve() {
        return observe;
    }

    @DataBoundSetter
    public void setObserve(String observe) {
        this.observe = Util.fixEmptyAndTrim(observe);
    }

    /** What is switched. */
    public String getSwitchBy() {
        return switchBy;
    }

    @DataBoundSetter
    public void setSwitchBy(String switchBy) {
        this.switchBy = switchBy;
    }

    /** Name of the Ingress or HTTPRoute that is switched; null for the application's. */
    @CheckForNull
    public String getRoute() {
        return route;
    }

    @DataBoundSetter
    public void setRoute(String route) {
        this.route = Util.fixEmptyAndTrim(route);
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
                Durations.parse("keepPrevious", keepPrevious, common.keep()),
                common.hold(),
                common.restore());
        RolloutPlan draft = draft(StrategyKind.BLUE_GREEN, timing, body).switching(by());
        return RolloutMetrics.with(draft, metrics);
    }

    private BlueGreenPlan by() {
        String by = Choices.pick("switchBy", "switch", switchBy, Switches.names());
        if (route != null && by.equals(BlueGreenPlan.SERVICE.switchBy())) {
            throw new ArgumentException(
                    "route", "a Service is switched by its selector, and has no route; leave it out");
        }
        return new BlueGreenPlan(by, CanaryArguments.object("route", route));
    }

    @Extension
    public static final class DescriptorImpl extends RolloutStepDescriptor {
        @Override
        public String getFunctionName() {
            return "blueGreenDeploy";
        }

        @Override
        public String getDisplayName() {
            return Messages.BlueGreenDeployStep_displayName();
        }

        @POST
        public ListBoxModel doFillSwitchByItems(@AncestorInPath Item item, @QueryParameter String switchBy) {
            if (!RolloutStepDescriptor.mayConfigure(item)) {
                return new ListBoxModel(new ListBoxModel.Option(Util.fixNull(switchBy)));
            }
            ListBoxModel model = new ListBoxModel();
            Switches.names().forEach(model::add);
            return model;
        }
    }
}
