package io.jenkins.plugins.delivery.steps.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.cluster.ManifestFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** The manifests of one step: each source is read or rendered once, however many services share it. */
final class ManifestRenderings {
    private final Map<String, ManifestRendering> sources = new LinkedHashMap<>();

    ManifestRenderings(List<ReleaseSource> wanted, String namespace) {
        for (ReleaseSource source : wanted) {
            if (!source.isCluster()) {
                sources.computeIfAbsent(source.said(), any -> new ManifestRendering(source, source.tools(namespace)));
            }
        }
    }

    /** What to wait for before the next turn; empty when everything is there. */
    Optional<CompletionStage<?>> advance(StepContext context) throws IOException, InterruptedException {
        for (ManifestRendering rendering : sources.values()) {
            Optional<CompletionStage<?>> pending = rendering.advance(context);
            if (pending.isPresent()) {
                return pending;
            }
        }
        return Optional.empty();
    }

    /** What a source holds; only when everything is there. */
    List<ManifestFile> files(ReleaseSource source) {
        return sources.get(source.said()).files();
    }

    /** What a source was made from, and by which version of which tool; null for files as they are. */
    @CheckForNull
    String origin(ReleaseSource source) {
        return sources.get(source.said()).origin();
    }

    /** Ends the tool that runs, if one does. */
    void abort() {
        sources.values().forEach(ManifestRendering::abort);
    }
}
