package io.jenkins.plugins.delivery.steps.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.delivery.config.StepForms;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import io.jenkins.plugins.delivery.engine.argument.Durations;
import io.jenkins.plugins.delivery.engine.rollout.CanaryPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.StrategyKind;
import io.jenkins.plugins.delivery.engine.rollout.Timing;
import io.jenkins.plugins.delivery.engine.traffic.Match;
import io.jenkins.plugins.delivery.engine.traffic.TrafficRouters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code canaryPromote}: gives the new version a growing share of traffic, judged at each step. */
public final class CanaryPromoteStep extends MeasuredStep {
    private static final long serialVersionUID = 1L;
    private static final List<Integer> WEIGHTS = List.of(5, 25, 50, 100);

    private ArrayList<Integer> weights = new ArrayList<>(WEIGHTS);
    private String interval;
    private String warmUp;
    private String holdLimit;
    private String router = "replicas";
    private LinkedHashMap<Object, Object> match;
    private boolean baseline;
    private ArrayList<Integer> pauseAt = new ArrayList<>();
    private String pauseTimeout;
    private String route;
    private String maxSurge;
    private String maxUnavailable;

    @DataBoundConstructor
    public CanaryPromoteStep(String environment, String app) {
        super(environment, app);
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

    /** Users who go to the canary before any weight: names and values of {@code header} or {@code cookie}; null for none. */
    @CheckForNull
    @SuppressWarnings("rawtypes")
    public Map getMatch() {
        return match;
    }

    @DataBoundSetter
    @SuppressWarnings({"rawtypes", "unchecked"})
    public void setMatch(Map match) {
        this.match = match == null ? null : new LinkedHashMap<Object, Object>(match);
    }

    /** Whether the canary is compared with fresh pods of the old version. */
    public boolean isBaseline() {
        return baseline;
    }

    @DataBoundSetter
    public void setBaseline(boolean baseline) {
        this.baseline = baseline;
    }

    /** Weights at which somebody has to decide; 0 for the step of chosen users. */
    public List<Integer> getPauseAt() {
        return pauseAt;
    }

    @DataBoundSetter
    public void setPauseAt(List<Integer> pauseAt) {
        this.pauseAt = new ArrayList<>(pauseAt == null ? List.of() : pauseAt);
    }

    /** How long somebody may take to decide; null for one day. */
    @CheckForNull
    public String getPauseTimeout() {
        return pauseTimeout;
    }

    @DataBoundSetter
    public void setPauseTimeout(String pauseTimeout) {
        this.pauseTimeout = Util.fixEmptyAndTrim(pauseTimeout);
    }

    /** Name of the object that the router works at; null for the application's. */
    @CheckForNull
    public String getRoute() {
        return route;
    }

    @DataBoundSetter
    public void setRoute(String route) {
        this.route = Util.fixEmptyAndTrim(route);
    }

    /** Pods, or percent, above what is needed, where their number is the split; null for a quarter. */
    @CheckForNull
    public String getMaxSurge() {
        return maxSurge;
    }

    @DataBoundSetter
    public void setMaxSurge(String maxSurge) {
        this.maxSurge = Util.fixEmptyAndTrim(maxSurge);
    }

    /** Pods, or percent, below what is needed, where their number is the split; null for none. */
    @CheckForNull
    public String getMaxUnavailable() {
        return maxUnavailable;
    }

    @DataBoundSetter
    public void setMaxUnavailable(String maxUnavailable) {
        this.maxUnavailable = Util.fixEmptyAndTrim(maxUnavailable);
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
                common.restore(),
                positive("pauseTimeout", pauseTimeout, common.pause()));
        return RolloutMetrics.with(draft(StrategyKind.CANARY, timing, body).routing(steps()), getMetrics());
    }

    private CanaryPlan steps() {
        String splitter = Choices.pick("router", "router", router, TrafficRouters.names());
        List<Integer> percentages = CanaryArguments.weights(weights);
        Match users = CanaryArguments.match(match);
        return CanaryPlan.of(percentages, splitter)
                .at(CanaryArguments.object("route", route))
                .matching(users)
                .comparing(CanaryArguments.baseline(baseline, splitter, measured()))
                .pausing(CanaryArguments.pauses(pauseAt, percentages, users))
                .within(CanaryArguments.slack(maxSurge, maxUnavailable, splitter))
                .by(routerAddress());
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
            if (!StepForms.mayConfigure(item)) {
                return new ListBoxModel(new ListBoxModel.Option(Util.fixNull(router)));
            }
            ListBoxModel model = new ListBoxModel();
            TrafficRouters.names().forEach(model::add);
            return model;
        }
    }
}
