package io.jenkins.plugins.delivery.engine.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.jenkins.plugins.delivery.engine.analysis.Analyst;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A rollout as its guardian sees it: a lease that somebody renews or not, and a record of what to restore. A guardian goes
 * back by the same strategy and router as the rollout itself would, with the same preconditions.
 */
public final class GuardedRollout {
    static final String WATCHING = "watching";
    private static final String RESTORING = "restoring";
    private static final String RESTORED = "restored";

    private final Cluster cluster;
    private final String app;
    private final String id;

    @CheckForNull
    private StableRecord stable;

    /** @param id of the rollout */
    public GuardedRollout(Cluster cluster, String app, String id) {
        this.cluster = cluster;
        this.app = app;
        this.id = id;
    }

    /**
     * Who has the lease.
     *
     * @param holding what this means for the guardian
     * @param beat changes whenever the holder renews; only ever compared with an earlier one
     * @param taken the rollout was taken back already
     */
    public record Look(Holding holding, String beat, boolean taken) {}

    /** Who has the lease. */
    public enum Holding {
        /** The rollout, or nobody while its record says that it goes on. */
        ROLLOUT,
        /** The guardian of this rollout. */
        GUARDIAN,
        /** Another rollout: this one is history. */
        ANOTHER,
        /** Nobody, and nobody should: the rollout is over. */
        NOBODY
    }

    /** Looks at the lease, and at the record where there is none. */
    public Look look() {
        Optional<Lease> lease = lease();
        if (lease.isEmpty()) {
            boolean on = record().filter(
                            record -> !record.get(RolloutRecord.END).equals(RolloutRecord.OVER))
                    .isPresent();
            return new Look(on ? Holding.ROLLOUT : Holding.NOBODY, "", false);
        }
        LeaseHolder holder = LeaseHolder.of(lease.get());
        String beat = lease.get().getMetadata().getResourceVersion();
        if (holder.isGuardianOf(id)) {
            return new Look(Holding.GUARDIAN, beat, holder.takenBack(id));
        }
        boolean ours = holder.holder().endsWith(" " + id);
        return new Look(ours ? Holding.ROLLOUT : Holding.ANOTHER, beat, false);
    }

    /** Whether it is settled that the new version stays, so that nothing may be restored. */
    public boolean decided() {
        RolloutPlan plan = plan();
        return RolloutRecord.find(cluster, Guarding.settling(plan))
                .filter(record -> record.isOf(Guarding.settlingId(plan)))
                .map(record -> !record.get(RolloutRecord.END).isEmpty())
                .orElse(true);
    }

    /**
     * Settles that the version before is restored, so that nobody can settle the opposite any more.
     *
     * @return false when that had been settled before; the lease is given back
     */
    public boolean settle(String message) {
        RolloutPlan plan = plan();
        Map<String, String> values = values(RESTORING, message);
        values.put(RolloutRecord.ROLLOUT, Guarding.settlingId(plan));
        boolean settled = RolloutRecord.amend(
                cluster,
                Guarding.settling(plan),
                record -> record.get(RolloutRecord.END).isEmpty(),
                values);
        if (!settled) {
            new RolloutLease(cluster, plan).release();
        }
        return settled;
    }

    static boolean isRestoring(RolloutRecord record) {
        String doing = record.get(RolloutRecord.GUARDIAN);
        return doing.equals(RESTORING) || doing.equals(RESTORED);
    }

    /** Lets the rollout know that somebody watches, who knows what to restore. */
    public void watching() {
        stable();
        RolloutRecord.amend(cluster, app, any -> true, values(WATCHING, ""));
    }

    /**
     * Takes the lease, if it is still as it was seen.
     *
     * @return false when somebody was quicker
     */
    public boolean take(Look seen, Instant now) {
        try {
            new RolloutLease(cluster, plan()).takeSeen(seen.beat(), now);
            return true;
        } catch (ClusterException e) {
            if (e.kind() == ClusterException.Kind.CONFLICT || e.kind() == ClusterException.Kind.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    /** A state that goes back from the first tick on. */
    public RolloutState restoring(String reason, Instant now) {
        RolloutState begun = RolloutState.begin(plan(), now);
        return begun.copy()
                .facts(stable().facts())
                .ending(new Ending(Ending.Cause.GUARDIAN, reason))
                .build()
                .at(Phase.RESTORE, now, reason);
    }

    /** One tick on the way back. It is there when the phase is {@link Phase#UNLOCK}: the lease is kept as a mark. */
    public Tick restore(RolloutState state, Clock clock) {
        return new RolloutReconciler(new Analyst(Map.of()), any -> false).reconcile(plan(), state, cluster, clock);
    }

    /** Leaves the mark by which a rollout that comes back knows: first on the lease, which is the fence. */
    public void restored(String message) {
        lease().filter(lease -> LeaseHolder.of(lease).isGuardianOf(id))
                .ifPresent(lease ->
                        cluster.patch(lease, Map.of("metadata", Map.of("annotations", Map.of(Labels.TAKEN_BACK, id)))));
        RolloutRecord.amend(cluster, app, any -> true, values(RESTORED, message));
    }

    private Map<String, String> values(String doing, String message) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(RolloutRecord.ROLLOUT, id);
        values.put(RolloutRecord.GUARDIAN, doing);
        if (!message.isEmpty()) {
            values.put(RolloutRecord.MESSAGE, message);
        }
        return values;
    }

    /** The plan, with the guardian as the one who acts. */
    public RolloutPlan plan() {
        return stable().plan().by(id, LeaseHolder.GUARDIAN);
    }

    /** Read once: it does not change while the rollout goes on, and goes with its end. */
    private StableRecord stable() {
        StableRecord known = stable;
        if (known == null) {
            known = record().map(record -> record.get(RolloutRecord.RESTORE))
                    .filter(json -> !json.isEmpty())
                    .map(StableRecord::fromJson)
                    .orElseThrow(() -> new IllegalStateException("ConfigMap '" + RolloutRecord.name(app)
                            + "' does not say what rollout " + id + " would have to restore"));
            stable = known;
        }
        return known;
    }

    private Optional<RolloutRecord> record() {
        return RolloutRecord.find(cluster, app).filter(record -> record.isOf(id));
    }

    private Optional<Lease> lease() {
        return cluster.find(Lease.class, RolloutRecord.name(app));
    }
}
