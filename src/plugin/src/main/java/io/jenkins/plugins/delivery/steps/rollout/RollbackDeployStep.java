package io.jenkins.plugins.delivery.steps.rollout;

import hudson.Extension;
import hudson.Util;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.StrategyKind;
import io.jenkins.plugins.delivery.engine.rollout.Timing;
import java.time.Duration;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code rollbackDeploy}: brings an earlier release back, images, manifests and configuration together. */
public final class RollbackDeployStep extends RolloutStep {
    private static final long serialVersionUID = 1L;

    private String to = "previous";

    @DataBoundConstructor
    public RollbackDeployStep(String environment, String app) {
        super(environment, app);
    }

    /** {@code previous}, or a version that served before. */
    public String getTo() {
        return to;
    }

    @DataBoundSetter
    public void setTo(String to) {
        this.to = Util.fixEmptyAndTrim(to);
    }

    @Override
    ReleaseSource source() {
        return ReleaseSource.CLUSTER;
    }

    @Override
    RolloutPlan draft(boolean body) {
        if (to == null) {
            throw new ArgumentException("to", "say 'previous', or the version to bring back");
        }
        Timing common = timing();
        Timing timing = new Timing(
                common.timeout(),
                common.progress(),
                common.interval(),
                common.warmUp(),
                Duration.ZERO,
                Duration.ZERO,
                common.hold(),
                common.restore());
        return RolloutPlan.of(StrategyKind.ROLLBACK, checkedApp(), target(), timing)
                .backTo(to);
    }

    @Extension
    public static final class DescriptorImpl extends RolloutStepDescriptor {
        @Override
        public String getFunctionName() {
            return "rollbackDeploy";
        }

        @Override
        public String getDisplayName() {
            return Messages.RollbackDeployStep_displayName();
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return false;
        }
    }
}
