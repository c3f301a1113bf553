package io.jenkins.plugins.delivery.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import io.jenkins.plugins.delivery.engine.argument.Durations;
import io.jenkins.plugins.delivery.engine.rollout.CanaryPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.StrategyKind;
import io.jenkins.plugins.delivery.engine.rollout.Timing;
import io.jenkins.plugins.delivery.engine.traffic.TrafficRouters;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code canaryPromote}: gives the new version a growing share of traffic, judged at each step. */
public final class CanaryPromoteStep extends ManifestStep {
    private static final long serialVersionUID = 1L;
    private static final List<Integer> WEIGHTS = List.of(5, 25, 50, 100);

    private ArrayList<Integer> weights = new ArrayList<>(WEIGHTS);
    private String interval;
    private String warmUp;
    private String holdLimit;
    private String router = "replicas";
    private ArrayList<Object> metrics;

    @DataBoundConstructor
    public CanaryPromoteStep(String environment, String app, String manifests) {
        super(environment, app, manifests);
    }

    /** Rising percentages of traffic. */
    public List<Integer> getWeights() {
        return weights;
    }

    @DataBoundSetter
    public void setWeights(List<Integer> weights) {
        this.weights = new ArrayList<>(weights == null || weights.isEmpty() ? WEIGHTS : weights);
    }

    /** How long each weight is held at least; null for one minute. */
    @CheckForNull
    public String getInterval() {
        return interval;
    }

    @DataBoundSetter
    public void setInterval(String interval) {
        this.interval = Util.fixEmptyAndTrim(interval);
    }

    /** How long the canary has traffic before its metrics count; null for two minutes. */
    @CheckForNull
    public String getWarmUp() {
        return warmUp;
    }

    @DataBoundSetter
    public void setWarmUp(String warmUp) {
        this.warmUp = Util.fixEmptyAndTrim(warmUp);
    }

    /** How long metrics may give no answer before it goes back; null for ten minutes. */
    @CheckForNull
    public String getHoldLimit() {
        return holdLimit;
    }

    @DataBoundSetter
    public void setHoldLimit(String holdLimit) {
        this.holdLimit = Util.fixEmptyAndTrim(holdLimit);
    }

    /** What splits the traffic. */
    public String getRouter() {
        return router;
    }

    @DataBoundSetter
    public void setRouter(String router) {
        this.router = router;
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
        Timing timing = new Timing(
                common.timeout(),
                common.progress(),
                positive("interval", interval, common.interval()),
                Durations.parse("warmUp", warmUp, common.warmUp()),
                common.observe(),
                common.keep(),
                positive("holdLimit", holdLimit, common.hold()),
                common.restore());
        String splitter = Choices.pick("router", "router", router, TrafficRouters.names());
        RolloutPlan routed =
                draft(StrategyKind.CANARY, timing, body).routing(CanaryPlan.of(checkedWeights(), splitter));
        return RolloutMetrics.with(routed, metrics);
    }

    private List<Integer> checkedWeights() {
        int before = 0;
        List<Integer> checked = new ArrayList<>();
        for (Object weight : weights) {
            if (!(weight instanceof Integer percent) || percent < 1 || percent > 100) {
                throw new ArgumentException(
                        "weights", "'" + weight + "' is no whole number from 1 to 100, as in [5, 25, 50, 100]");
            }
            if (percent <= before) {
                throw new ArgumentException("weights", "they have to rise, but " + percent + " follows " + before);
            }
            before = percent;
            checked.add(percent);
        }
        return checked;
    }

    @Extension
    public static final class DescriptorImpl extends RolloutStepDescriptor {
        @Override
        public String getFunctionName() {
            return "canaryPromote";
        }

        @Override
        public String getDisplayName() {
            return Messages.CanaryPromoteStep_displayName();
        }

        @POST
        public ListBoxModel doFillRouterItems(@AncestorInPath Item item, @QueryParameter String router) {
            if (!RolloutStepDescriptor.mayConfigure(item)) {
                return new ListBoxModel(new ListBoxModel.Option(Util.fixNull(router)));
            }
            ListBoxModel model = new ListBoxModel();
            TrafficRouters.names().forEach(model::add);
            return model;
        }
    }
}
