package io.jenkins.plugins.delivery.engine.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import java.time.Instant;

/**
 * Who has the lease of an application.
 *
 * @param holder the build, a space, and the rollout; empty for nobody
 * @param takenBack the rollout that a guardian took back last; empty if none did
 * @param renewed when the holder was last heard of; null if never
 */
record LeaseHolder(
        String holder, String takenBack, @CheckForNull Instant renewed) {
    /** Who a guardian says it is, in the place of a build. */
    static final String GUARDIAN = "guardian";

    /** For how long the lease is, and a guardian may not be heard of. */
    static final int LONGEST_SILENCE_SECONDS = 120;

    static LeaseHolder of(Lease lease) {
        LeaseSpec spec = lease.getSpec();
        String holder = spec == null ? null : spec.getHolderIdentity();
        return new LeaseHolder(
                holder == null ? "" : holder,
                Objects.annotation(lease, Labels.TAKEN_BACK),
                spec == null || spec.getRenewTime() == null
                        ? null
                        : spec.getRenewTime().toInstant());
    }

    String build() {
        return buildOf(holder);
    }

    /** The build of a holder as it is written. */
    static String buildOf(String holder) {
        int space = holder.lastIndexOf(' ');
        return space < 0 ? holder : holder.substring(0, space);
    }

    /** Whether nobody has it any more. */
    boolean isOver(LeaseHolders holders, Instant now) {
        return holder.isEmpty() || (isGuardian() ? guardianIsDone(now) : holders.isOver(build()));
    }

    boolean isGuardian() {
        return GUARDIAN.equals(build());
    }

    boolean isGuardianOf(String rollout) {
        return holder.equals(GUARDIAN + " " + rollout);
    }

    boolean takenBack(String rollout) {
        return takenBack.equals(rollout);
    }

    /** It has restored what was to be restored, or has not been heard of for longer than it may. */
    boolean guardianIsDone(Instant now) {
        boolean silent =
                renewed == null || renewed.plusSeconds(LONGEST_SILENCE_SECONDS).isBefore(now);
        return silent || !takenBack.isEmpty() && isGuardianOf(takenBack);
    }
}
