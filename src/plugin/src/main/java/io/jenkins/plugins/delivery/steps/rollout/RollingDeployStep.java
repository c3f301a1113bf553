package io.jenkins.plugins.delivery.steps.rollout;

import hudson.Extension;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.StrategyKind;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code rollingDeploy}: applies manifests, follows the Deployment, and undoes on failure. */
public final class RollingDeployStep extends ObservedStep {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public RollingDeployStep(String environment, String app) {
        super(environment, app);
    }

    @Override
    RolloutPlan draft(boolean body) {
        return RolloutMetrics.with(draft(StrategyKind.ROLLING, observing(timing().keep()), body), getMetrics());
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
