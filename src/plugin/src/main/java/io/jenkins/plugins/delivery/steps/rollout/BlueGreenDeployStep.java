package io.jenkins.plugins.delivery.steps.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.delivery.config.StepForms;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import io.jenkins.plugins.delivery.engine.argument.Durations;
import io.jenkins.plugins.delivery.engine.rollout.BlueGreenPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.StrategyKind;
import io.jenkins.plugins.delivery.engine.rollout.Timing;
import io.jenkins.plugins.delivery.engine.traffic.Switches;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code blueGreenDeploy}: brings the new version up beside the old one, checks it, and switches. */
public final class BlueGreenDeployStep extends ObservedStep {
    private static final long serialVersionUID = 1L;

    private String keepPrevious;
    private String switchBy = "service";
    private String route;

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

    @Override
    RolloutPlan draft(boolean body) {
        Timing timing = observing(Durations.parse("keepPrevious", keepPrevious, timing().keep()));
        RolloutPlan draft = draft(StrategyKind.BLUE_GREEN, timing, body).switching(by());
        return RolloutMetrics.with(draft, getMetrics());
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
            if (!StepForms.mayConfigure(item)) {
                return new ListBoxModel(new ListBoxModel.Option(Util.fixNull(switchBy)));
            }
            ListBoxModel model = new ListBoxModel();
            Switches.names().forEach(model::add);
            return model;
        }
    }
}
