package io.jenkins.plugins.delivery.engine.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.Wildcard;
import java.util.List;
import java.util.Optional;

/**
 * What a build is of.
 *
 * @param changeRequest its id, or null
 * @param branch its name, or null where the job has no branches
 * @param tag its name, or null
 */
public record Occasion(
        @CheckForNull String changeRequest,
        @CheckForNull String branch,
        @CheckForNull String tag) {
    /**
     * Why this build is not released; empty where it is.
     *
     * @param releaseBranches names that may have wildcards
     */
    Optional<String> notReleased(List<String> releaseBranches) {
        if (changeRequest != null) {
            return Optional.of("change request " + changeRequest + " stops before anything is published");
        }
        if (tag != null || branch == null) {
            return Optional.empty();
        }
        boolean released = releaseBranches.stream().anyMatch(pattern -> new Wildcard(pattern).matches(branch));
        return released
                ? Optional.empty()
                : Optional.of("branch " + branch + " is not released (releaseBranches are "
                        + String.join(", ", releaseBranches) + ")");
    }
}
