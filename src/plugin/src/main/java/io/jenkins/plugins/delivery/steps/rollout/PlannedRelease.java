package io.jenkins.plugins.delivery.steps.rollout;

import hudson.model.Run;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.engine.cluster.Images;
import io.jenkins.plugins.delivery.engine.cluster.Manifests;
import io.jenkins.plugins.delivery.engine.manifest.ChartHooks;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.group.Partition;
import io.jenkins.plugins.delivery.steps.approval.ApprovedArtifact;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Completes what the arguments say with the manifests that were read or rendered, and the name of the build.
 *
 * @param manifests all of the step
 * @param log is told of each object that is left out
 */
record PlannedRelease(ManifestRenderings manifests, Run<?, ?> run, PrintStream log) {
    RolloutPlan complete(RolloutPlan draft, ReleaseSource source, String id) {
        RolloutPlan owned = MigratedSchema.floored(
                draft.by(id, BuildLeaseHolders.holder(run)).begun(began(run)), run);
        if (source.isCluster()) {
            return owned;
        }
        RolloutPlan released = released(owned, source, read(draft, source));
        requireApproved(run, List.of(released));
        return released;
    }

    /** Services that go together are approved together: the artifact is one of them all. */
    private static void requireApproved(Run<?, ?> run, List<RolloutPlan> plans) {
        List<String> images = plans.stream()
                .flatMap(plan -> Images.all(Manifests.of(plan.manifests())).stream())
                .toList();
        ApprovedArtifact.require(run, plans.get(0).target().environment(), images);
    }

    /**
     * The same for services that go together: those that share manifests get their part of them.
     *
     * @param sources one for each draft
     */
    List<RolloutPlan> complete(List<RolloutPlan> drafts, List<ReleaseSource> sources) {
        Map<String, Map<String, Manifests>> parts = new HashMap<>();
        List<RolloutPlan> plans = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            RolloutPlan draft = drafts.get(i);
            ReleaseSource source = sources.get(i);
            Manifests own = parts.computeIfAbsent(
                            source.said(), said -> Partition.of(read(draft, source), sharing(drafts, sources, said)))
                    .get(draft.app());
            RolloutPlan owned = MigratedSchema.floored(
                    draft.by(draft.group().rollout(draft.app()), BuildLeaseHolders.holder(run))
                            .begun(began(run)),
                    run);
            plans.add(released(owned, source, own));
        }
        requireApproved(run, plans);
        return plans;
    }

    private static List<String> sharing(List<RolloutPlan> drafts, List<ReleaseSource> sources, String said) {
        return IntStream.range(0, drafts.size())
                .filter(i -> sources.get(i).said().equals(said))
                .mapToObj(i -> drafts.get(i).app())
                .toList();
    }

    private RolloutPlan released(RolloutPlan draft, ReleaseSource source, Manifests read) {
        read.workload(draft.app());
        Manifests release = source.substituted(read, draft.app());
        String version = draft.version().isEmpty()
                ? Images.version(Images.of(release.workload(draft.app()).object()))
                : draft.version();
        RolloutPlan plan = draft.from(manifests.origin(source)).releasing(version, release.documents());
        PromotedArtifact.require(run, plan, log);
        return plan;
    }

    private Manifests read(RolloutPlan draft, ReleaseSource source) {
        Set<String> clusterKinds = Set.copyOf(
                DeliveryConfiguration.get().cluster(draft.target().cluster()).getAllowedClusterKinds());
        Manifests read = Manifests.read(manifests.files(source), draft.target().namespace(), clusterKinds);
        if (!source.isChart()) {
            return read;
        }
        ChartHooks split = ChartHooks.of(read);
        split.hooks()
                .forEach(hook -> log.println("warning: the chart's hook " + hook
                        + " is not run by a rollout; run it as a step of the pipeline"));
        return split.manifests();
    }

    /** By it the newest build is told. */
    private static Instant began(Run<?, ?> run) {
        return Instant.ofEpochMilli(run.getStartTimeInMillis());
    }
}
