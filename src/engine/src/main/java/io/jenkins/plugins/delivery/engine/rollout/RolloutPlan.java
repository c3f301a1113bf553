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
        String to) {
    public RolloutPlan {
        manifests = List.copyOf(manifests);
        weights = List.copyOf(weights);
        metrics = List.copyOf(metrics);
    }

    Manifests release() {
        return Manifests.of(manifests);
    }

    /** The plan that a rollback turns into when it has found what to bring back. */
    RolloutPlan bringingBack(Facts facts) {
        return new RolloutPlan(
                id,
                holder,
                app,
                facts.toVersion(),
                target,
                facts.effective(),
                facts.manifests(),
                weights,
                router,
                metrics,
                timing,
                body,
                to);
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
