package io.jenkins.plugins.delivery.engine.rollout;

import io.jenkins.plugins.delivery.engine.analysis.MetricSpec;
import io.jenkins.plugins.delivery.engine.cluster.Manifests;
import java.util.List;

/**
 * What a rollout is to do. Never changes once it has begun.
 *
 * @param id of this rollout, unique for ever: the same plan found twice is the same rollout
 * @param holder who rolls out: the build, as the lease names it
 * @param app the application; its Deployment and Service carry the name
 * @param version what is released, for people and records
 * @param target where
 * @param strategy how
 * @param manifests the objects of the release as JSON, images already in place; empty for a rollback
 * @param weights of a canary: rising percentages
 * @param router of a canary: the name of a {@link io.jenkins.plugins.delivery.engine.traffic.TrafficRouter}
 * @param metrics what the new version is judged by
 * @param timing how long things may take
 * @param body whether the pipeline has checks of its own
 * @param to of a rollback: {@code previous}, or a version
 * @param takeOver whether fields of objects that are not ours yet may be taken from their managers
 */
public record RolloutPlan(
        String id,
        String holder,
        String app,
        String version,
        Target target,
        StrategyKind strategy,
        List<String> manifests,
        List<Integer> weights,
        String router,
        List<MetricSpec> metrics,
        Timing timing,
        boolean body,
        String to,
        boolean takeOver) {
    public RolloutPlan {
        manifests = List.copyOf(manifests);
        weights = List.copyOf(weights);
        metrics = List.copyOf(metrics);
    }

    /** A plan that says how, what, where and how long; everything else is still missing. */
    public static RolloutPlan of(StrategyKind strategy, String app, Target target, Timing timing) {
        return new RolloutPlan(
                "", "", app, "", target, strategy, List.of(), List.of(), "", List.of(), timing, false, "", false);
    }

    /** The same as one rollout of one build. */
    public RolloutPlan by(String rollout, String build) {
        return new RolloutPlan(
                rollout, build, app, version, target, strategy, manifests, weights, router, metrics, timing, body, to,
                takeOver);
    }

    /** The same with what is released. */
    public RolloutPlan releasing(String release, List<String> objects) {
        return new RolloutPlan(
                id, holder, app, release, target, strategy, objects, weights, router, metrics, timing, body, to,
                takeOver);
    }

    /** The same with the steps of a canary. */
    public RolloutPlan routing(List<Integer> percentages, String by) {
        return new RolloutPlan(
                id,
                holder,
                app,
                version,
                target,
                strategy,
                manifests,
                percentages,
                by,
                metrics,
                timing,
                body,
                to,
                takeOver);
    }

    /** The same with the metrics that it is judged by. */
    public RolloutPlan judgedBy(List<MetricSpec> specs) {
        return new RolloutPlan(
                id, holder, app, version, target, strategy, manifests, weights, router, specs, timing, body, to,
                takeOver);
    }

    /** The same with, or without, checks of the pipeline. */
    public RolloutPlan checkedByPipeline(boolean checked) {
        return new RolloutPlan(
                id, holder, app, version, target, strategy, manifests, weights, router, metrics, timing, checked, to,
                takeOver);
    }

    /** The same as a way back to a release. */
    public RolloutPlan backTo(String release) {
        return new RolloutPlan(
                id, holder, app, version, target, strategy, manifests, weights, router, metrics, timing, body, release,
                takeOver);
    }

    /** The same with, or without, the right to take fields from other managers. */
    public RolloutPlan takingOver(boolean allowed) {
        return new RolloutPlan(
                id, holder, app, version, target, strategy, manifests, weights, router, metrics, timing, body, to,
                allowed);
    }

    /** The same by another strategy. */
    RolloutPlan following(StrategyKind other) {
        return new RolloutPlan(
                id, holder, app, version, target, other, manifests, weights, router, metrics, timing, body, to,
                takeOver);
    }

    Manifests release() {
        return Manifests.of(manifests);
    }

    /** The plan that a rollback turns into when it has found what to bring back. */
    RolloutPlan bringingBack(Facts facts) {
        return following(facts.effective()).releasing(facts.toVersion(), facts.manifests());
    }

    /** As JSON, for keeping. */
    public String toJson() {
        return RolloutJson.write(this);
    }

    /** What {@link #toJson} wrote. */
    public static RolloutPlan fromJson(String json) {
        return RolloutJson.read(json, RolloutPlan.class);
    }
}
