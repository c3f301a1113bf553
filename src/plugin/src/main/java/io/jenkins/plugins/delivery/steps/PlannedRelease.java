package io.jenkins.plugins.delivery.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.cluster.Images;
import io.jenkins.plugins.delivery.engine.cluster.ManifestFile;
import io.jenkins.plugins.delivery.engine.cluster.Manifests;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Completes what the arguments say with the manifests of the workspace and the name of the build. */
final class PlannedRelease {
    private PlannedRelease() {}

    static RolloutPlan complete(
            RolloutPlan draft, ReleaseSource source, @CheckForNull FilePath workspace, Run<?, ?> run, String id)
            throws IOException, InterruptedException {
        List<String> documents = List.of();
        String version = draft.version();
        if (!source.isCluster()) {
            Manifests manifests = manifests(draft, source, workspace);
            documents = manifests.documents();
            version = version.isEmpty()
                    ? Images.version(Images.of(manifests.workload(draft.app()).object()))
                    : version;
        }
        return draft.by(id, BuildLeaseHolders.holder(run)).releasing(version, documents);
    }

    private static Manifests manifests(RolloutPlan draft, ReleaseSource source, @CheckForNull FilePath workspace)
            throws IOException, InterruptedException {
        if (workspace == null) {
            throw new AbortException(
                    "manifests: '" + source.manifests() + "' lies in a workspace; run the step in a node");
        }
        List<ManifestFile> files = workspace.act(new ReadManifests(source.manifests())).entrySet().stream()
                .map(file -> new ManifestFile(file.getKey(), file.getValue()))
                .toList();
        Manifests manifests = Manifests.read(files, draft.target().namespace());
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
}
