package io.jenkins.plugins.delivery.engine.record;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One deployment.
 *
 * @param id the same for every attempt to record the same deployment
 * @param application what was deployed
 * @param environment where
 * @param version which version of it, as people call it
 * @param image the image with its digest, if it has one
 * @param commits of the change since the version that was deployed before, the newest first
 * @param firstCommitAt when the oldest of them was made; null where that is not known
 * @param strategy how: {@code blue-green}, {@code canary}, {@code rolling}, {@code rollback}
 * @param build URL of the build, relative to Jenkins
 * @param startedBy ids of the people who caused it
 * @param approvedBy ids of the people who approved it
 * @param evidenceDigest what they approved was bound to
 * @param startedAt when it began
 * @param finishedAt when it ended, not before it began
 * @param outcome how it ended
 * @param reason why it ended so, in a sentence; empty for a success
 */
public record DeploymentRecord(
        String id,
        String application,
        String environment,
        String version,
        @CheckForNull String image,
        List<String> commits,
        @CheckForNull Instant firstCommitAt,
        String strategy,
        String build,
        List<String> startedBy,
        List<String> approvedBy,
        @CheckForNull String evidenceDigest,
        Instant startedAt,
        Instant finishedAt,
        DeploymentOutcome outcome,
        String reason) {
    /** Name of the strategy that brings an earlier version back. */
    public static final String ROLLBACK = "rollback";

    public DeploymentRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(application, "application");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(build, "build");
        Objects.requireNonNull(outcome, "outcome");
        commits = commits == null ? List.of() : List.copyOf(commits);
        startedBy = startedBy == null ? List.of() : List.copyOf(startedBy);
        approvedBy = approvedBy == null ? List.of() : List.copyOf(approvedBy);
        reason = reason == null ? "" : reason;
        if (finishedAt.isBefore(startedAt)) {
            throw new IllegalArgumentException(
                    "The deployment " + id + " ends at " + finishedAt + ", before it began at " + startedAt + ".");
        }
    }

    /** Whether it was to bring something new, rather than an earlier version back. */
    public boolean isChange() {
        return !strategy.equals(ROLLBACK);
    }
}
