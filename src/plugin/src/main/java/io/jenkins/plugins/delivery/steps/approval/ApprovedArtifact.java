package io.jenkins.plugins.delivery.steps.approval;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.approval.Approval;
import io.jenkins.plugins.delivery.engine.approval.Evidence;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds a deployment to what was approved for its environment: another artifact needs another approval. */
public final class ApprovedArtifact {
    private static final String NAME = "artifact";
    private static final String DIGEST = "@sha256:";

    private ApprovedArtifact() {}

    static Stream<Evidence> evidence(@CheckForNull String artifact) {
        return artifact == null
                ? Stream.empty()
                : Stream.of(new Evidence(NAME, artifact, Evidence.digestOf(artifact.getBytes(StandardCharsets.UTF_8))));
    }

    static boolean is(Evidence evidence) {
        return evidence.name().equals(NAME);
    }

    /**
     * @param images that are to run
     * @throws ArgumentException if the build has an approval for the environment that names an artifact which none of the
     *     images is
     */
    public static void require(Run<?, ?> run, String environment, Collection<String> images) {
        Optional<String> approved = approved(run, environment);
        if (approved.isPresent() && images.stream().noneMatch(image -> same(approved.get(), image))) {
            throw new ArgumentException(
                    "image",
                    "'" + approved.get() + "' was approved for " + environment + ", but " + String.join(", ", images)
                            + " would be deployed; ask for approval of what is to be deployed");
        }
    }

    /** The last approval counts. */
    private static Optional<String> approved(Run<?, ?> run, String environment) {
        List<Approval> approvals = run.getActions(ApprovalAction.class).stream()
                .map(ApprovalAction::approval)
                .filter(approval -> approval.isApproved()
                        && environment.equals(approval.request().environment()))
                .toList();
        return approvals.isEmpty()
                ? Optional.empty()
                : approvals.get(approvals.size() - 1).request().evidence().stream()
                        .filter(ApprovedArtifact::is)
                        .map(Evidence::summary)
                        .findFirst();
    }

    /** Two names of one digest are one artifact; without digests the names have to be equal. */
    private static boolean same(String approved, String image) {
        int digest = approved.indexOf(DIGEST);
        return digest < 0 ? approved.equals(image) : image.endsWith(approved.substring(digest));
    }
}
