package io.jenkins.plugins.delivery.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.cluster.Images;
import io.jenkins.plugins.delivery.engine.cluster.ManifestFile;
import io.jenkins.plugins.delivery.engine.cluster.Manifests;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.group.Partition;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Completes what the arguments say with the manifests of the workspace and the name of the build. */
final class PlannedRelease {
    private PlannedRelease() {}

    static RolloutPlan complete(
            RolloutPlan draft, ReleaseSource source, @CheckForNull FilePath workspace, Run<?, ?> run, String id)
            throws IOException, InterruptedException {
        RolloutPlan owned = draft.by(id, BuildLeaseHolders.holder(run)).begun(began(run));
        if (source.isCluster()) {
            return owned;
        }
        RolloutPlan released = released(owned, source, read(draft, source.manifests(), workspace));
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
    static List<RolloutPlan> complete(
            List<RolloutPlan> drafts, List<ReleaseSource> sources, @CheckForNull FilePath workspace, Run<?, ?> run)
            throws IOException, InterruptedException {
        Map<String, Map<String, Manifests>> parts = new HashMap<>();
        List<RolloutPlan> plans = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            RolloutPlan draft = drafts.get(i);
            String patterns = sources.get(i).manifests();
            if (!parts.containsKey(patterns)) {
                parts.put(patterns, Partition.of(read(draft, patterns, workspace), sharing(drafts, sources, patterns)));
            }
            Manifests own = parts.get(patterns).get(draft.app());
            RolloutPlan owned = draft.by(draft.group().rollout(draft.app()), BuildLeaseHolders.holder(run))
                    .begun(began(run));
            plans.add(released(owned, sources.get(i), own));
        }
        requireApproved(run, plans);
        return plans;
    }

    private static List<String> sharing(List<RolloutPlan> drafts, List<ReleaseSource> sources, String patterns) {
        return IntStream.range(0, drafts.size())
                .filter(i -> sources.get(i).manifests().equals(patterns))
                .mapToObj(i -> drafts.get(i).app())
                .toList();
    }

    private static RolloutPlan released(RolloutPlan draft, ReleaseSource source, Manifests read) {
        Manifests manifests = substituted(draft, source, read);
        String version = draft.version().isEmpty()
                ? Images.version(Images.of(manifests.workload(draft.app()).object()))
                : draft.version();
        return draft.releasing(version, manifests.documents());
    }

    private static Manifests read(RolloutPlan draft, String patterns, @CheckForNull FilePath workspace)
            throws IOException, InterruptedException {
        if (workspace == null) {
            throw new AbortException("manifests: '" + patterns + "' lies in a workspace; run the step in a node");
        }
        List<ManifestFile> files = workspace.act(new ReadManifests(patterns)).entrySet().stream()
                .map(file -> new ManifestFile(file.getKey(), file.getValue()))
                .toList();
        return Manifests.read(files, draft.target().namespace());
    }

    private static Manifests substituted(RolloutPlan draft, ReleaseSource source, Manifests manifests) {
        manifests.workload(draft.app());
        String image = source.image();
        if (image == null) {
            return manifests;
        }
        String container = source.container();
        return container == null
                ? Images.substitute(manifests, draft.app(), image)
                : Images.substitute(manifests, draft.app(), Map.of(container, image));
    }

    /** By it the newest build is told. */
    private static Instant began(Run<?, ?> run) {
        return Instant.ofEpochMilli(run.getStartTimeInMillis());
    }
}
