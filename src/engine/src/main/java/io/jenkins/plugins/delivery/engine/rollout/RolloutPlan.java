package io.jenkins.plugins.delivery.engine.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.analysis.MetricSpec;
import io.jenkins.plugins.delivery.engine.cluster.Manifests;
import java.time.Instant;
import java.util.List;

/**
 * What a rollout is to do. Never changes once it has begun.
 *
 * <p>What only one strategy or one feature needs lives in a record of its own. A field that older JSON lacks has to have
 * a default, which the record's constructor puts in for null.
 *
 * @param id of this rollout, unique for ever: the same plan found twice is the same rollout
 * @param holder who rolls out: the build, as the lease names it
 * @param app the application; its Deployment and Service carry the name
 * @param version what is released, for people and records
 * @param target where
 * @param strategy how
 * @param manifests the objects of the release as JSON, images already in place; empty for a rollback
 * @param metrics what the new version is judged by
 * @param timing how long things may take
 * @param body whether the pipeline has checks of its own
 * @param takeOver whether fields of objects that are not ours yet may be taken from their managers
 * @param to of a rollback: {@code previous}, or a version
 * @param canary of a canary: its steps
 * @param blueGreen of a blue-green deployment: its switch
 * @param guard who watches over it while Jenkins is away
 * @param group the services that it is rolled out with
 * @param schemaFloor the oldest version that works with the database as this release leaves it; null for any
 * @param began when the build began that rolls out; null where nobody said it
 * @param origin what the manifests were made from, and by which version of which tool; null for files as they are
 * @param newestWins whether a newer build ends the rollout of an older one instead of waiting for it
 */
public record RolloutPlan(
        String id,
        String holder,
        String app,
        String version,
        Target target,
        StrategyKind strategy,
        List<String> manifests,
        List<MetricSpec> metrics,
        Timing timing,
        boolean body,
        boolean takeOver,
        String to,
        CanaryPlan canary,
        BlueGreenPlan blueGreen,
        Guard guard,
        GroupPlan group,
        @CheckForNull String schemaFloor,
        @CheckForNull Instant began,
        @CheckForNull String origin,
        boolean newestWins) {
    public RolloutPlan {
        manifests = List.copyOf(manifests);
        metrics = List.copyOf(metrics);
        canary = canary == null ? CanaryPlan.NONE : canary;
        blueGreen = blueGreen == null ? BlueGreenPlan.SERVICE : blueGreen;
        guard = guard == null ? Guard.NONE : guard;
        group = group == null ? GroupPlan.NONE : group;
    }

    /** A plan that says how, what, where and how long; everything else is still missing. */
    public static RolloutPlan of(StrategyKind strategy, String app, Target target, Timing timing) {
        return new PlanCopy(strategy, app, target, timing).build();
    }

    /** The same for another application. */
    public RolloutPlan of(String other) {
        return copy().app(other).build();
    }

    /** The same as one rollout of one build. */
    public RolloutPlan by(String rollout, String build) {
        return copy().id(rollout).holder(build).build();
    }

    /** The same with what is released. */
    public RolloutPlan releasing(String release, List<String> objects) {
        return copy().version(release).manifests(objects).build();
    }

    /** The same with the steps of a canary. */
    public RolloutPlan routing(CanaryPlan steps) {
        return copy().canary(steps).build();
    }

    /** The same with the switch of a blue-green deployment. */
    public RolloutPlan switching(BlueGreenPlan by) {
        return copy().blueGreen(by).build();
    }

    /** The same with the metrics that it is judged by. */
    public RolloutPlan judgedBy(List<MetricSpec> specs) {
        return copy().metrics(specs).build();
    }

    /** The same with, or without, checks of the pipeline. */
    public RolloutPlan checkedByPipeline(boolean checked) {
        return copy().body(checked).build();
    }

    /** The same as a way back to a release. */
    public RolloutPlan backTo(String release) {
        return copy().to(release).build();
    }

    /** The same with, or without, the right to take fields from other managers. */
    public RolloutPlan takingOver(boolean allowed) {
        return copy().takeOver(allowed).build();
    }

    /** The same with other times. */
    RolloutPlan within(Timing times) {
        return copy().timing(times).build();
    }

    /** The same with somebody to watch over it. */
    public RolloutPlan guarded(Guard by) {
        return copy().guard(by).build();
    }

    /** The same as one of several services that go together. */
    public RolloutPlan together(GroupPlan with) {
        return copy().group(with).build();
    }

    /** The same with the oldest version that may follow it. */
    public RolloutPlan notBelow(@CheckForNull String floor) {
        return copy().schemaFloor(floor).build();
    }

    /** The same of a build that began at a time: by it the newest is told. */
    public RolloutPlan begun(Instant time) {
        return copy().began(time).build();
    }

    /** The same with what its manifests were made from. */
    public RolloutPlan from(@CheckForNull String source) {
        return copy().origin(source).build();
    }

    /** The same with, or without, the right of the newest build. */
    public RolloutPlan newestWins(boolean wins) {
        return copy().newestWins(wins).build();
    }

    Manifests release() {
        return Manifests.of(manifests);
    }

    /** The same by another strategy. */
    RolloutPlan following(StrategyKind other) {
        return copy().strategy(other).build();
    }

    /** The plan that a rollback turns into when it has found what to bring back. */
    RolloutPlan bringingBack(Facts facts) {
        return copy().strategy(facts.effective())
                .version(facts.toVersion())
                .manifests(facts.manifests())
                .build();
    }

    private PlanCopy copy() {
        return new PlanCopy(this);
    }

    /** As JSON, for keeping. */
    public String toJson() {
        return RolloutJson.write(this);
    }

    /** What {@link #toJson} wrote, also in an earlier release of the plugin. */
    public static RolloutPlan fromJson(String json) {
        return RolloutJson.read(EarlierPlans.upgrade(json), RolloutPlan.class);
    }
}
