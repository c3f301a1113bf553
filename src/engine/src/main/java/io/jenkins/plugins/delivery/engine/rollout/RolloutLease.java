package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * One rollout per application at a time: a {@code coordination.k8s.io/v1} Lease that is taken, renewed and given back
 * with preconditions on the version that was read, so that two that try at once cannot both have it.
 */
final class RolloutLease {
    private static final Duration RENEW = Duration.ofSeconds(30);

    private final Cluster cluster;
    private final RolloutPlan plan;

    RolloutLease(Cluster cluster, RolloutPlan plan) {
        this.cluster = cluster;
        this.plan = plan;
    }

    static String name(String app) {
        return RolloutRecord.name(app);
    }

    /**
     * Takes the lease if it is free or its holder is over.
     *
     * @return who has it now: us, or somebody else
     */
    String take(LeaseHolders holders, Instant now) {
        Optional<Lease> observed = find();
        if (observed.isEmpty()) {
            cluster.create(ours(now));
            return us();
        }
        LeaseHolder holder = LeaseHolder.of(observed.get());
        if (!isUs(holder) && !holder.isOver(holders, now)) {
            return holder.build();
        }
        if (!isUs(holder)) {
            replace(observed.get(), now);
        }
        return us();
    }

    /**
     * Makes sure that the lease is still ours, and renews it when it is time.
     *
     * @return who else has it; empty when it is ours
     */
    Optional<LeaseHolder> lost(Instant now) {
        Optional<Lease> observed = find();
        if (observed.isEmpty()) {
            Optional<LeaseHolder> since = rolledOutSince();
            if (since.isEmpty()) {
                cluster.create(ours(now));
            }
            return since;
        }
        Lease lease = observed.get();
        LeaseHolder holder = LeaseHolder.of(lease);
        if (!isUs(holder)) {
            return Optional.of(holder);
        }
        ZonedDateTime renewed = lease.getSpec().getRenewTime();
        if (renewed == null || renewed.toInstant().plus(RENEW).isBefore(now)) {
            replace(lease, now);
        }
        return Optional.empty();
    }

    /** Who else has it, as it is now; nothing is written, and one that is gone is nobody else's. */
    Optional<LeaseHolder> elsewhere() {
        Optional<Lease> observed = find();
        return observed.isEmpty()
                ? rolledOutSince()
                : observed.map(LeaseHolder::of).filter(holder -> !isUs(holder));
    }

    /** A lease that is gone may have been somebody else's in the meantime: then it is not ours to make again. */
    private Optional<LeaseHolder> rolledOutSince() {
        return RolloutRecord.find(cluster, plan.app())
                .filter(record -> !record.get(RolloutRecord.ROLLOUT).isEmpty())
                .filter(record -> !record.isOf(plan.id())
                        || record.get(RolloutRecord.END).equals(RolloutRecord.OVER)
                                && LeaseHolder.GUARDIAN.equals(plan.holder()))
                .map(record -> new LeaseHolder(
                        record.get(RolloutRecord.BUILD) + " " + record.get(RolloutRecord.ROLLOUT), "", null));
    }

    /** Takes the lease exactly as it was seen: a conflict when it has changed since. */
    void takeSeen(String resourceVersion, Instant now) {
        Lease next = ours(now);
        if (resourceVersion.isEmpty()) {
            cluster.create(next);
        } else {
            next.getMetadata().setResourceVersion(resourceVersion);
            cluster.replace(next);
        }
    }

    /** Takes the lease from a guardian that has done its work, or died at it. */
    void takeBack(Instant now) {
        find().filter(lease -> LeaseHolder.of(lease).isGuardianOf(plan.id())).ifPresent(lease -> replace(lease, now));
    }

    /** Gives the lease back, if it is ours. */
    void release() {
        find().filter(lease -> isUs(LeaseHolder.of(lease))).ifPresent(cluster::delete);
    }

    String us() {
        return plan.holder() + " " + plan.id();
    }

    private boolean isUs(LeaseHolder holder) {
        return holder.holder().equals(us());
    }

    /** The lease as it is now. */
    Optional<Lease> find() {
        return cluster.find(Lease.class, name(plan.app()));
    }

    private void replace(Lease observed, Instant now) {
        Lease next = ours(now);
        next.getMetadata().setResourceVersion(observed.getMetadata().getResourceVersion());
        next.getMetadata().setAnnotations(annotations(observed));
        cluster.replace(next);
    }

    /** When the build began that rolls out; of plans that do not say it, when the rollout did. */
    Instant began(RolloutState state) {
        Instant said = plan.began();
        return said == null ? state.startedAt() : said;
    }

    /** Nobody has it any more, and what is written on it stays for who claims it. */
    void leaveTo(Lease observed) {
        cluster.patch(observed, Map.of("spec", Map.of("holderIdentity", "")));
    }

    private Map<String, String> annotations(Lease observed) {
        Map<String, String> annotations =
                Labels.with(observed.getMetadata().getAnnotations(), Labels.BEGAN, beganText());
        if (annotations.getOrDefault(Labels.CLAIM, "").endsWith(" " + us())) {
            annotations.remove(Labels.CLAIM);
        }
        return annotations;
    }

    private String beganText() {
        return plan.began() == null ? "" : plan.began().toString();
    }

    private Lease ours(Instant now) {
        ZonedDateTime time = now.truncatedTo(ChronoUnit.MICROS).atZone(ZoneOffset.UTC);
        return new LeaseBuilder()
                .withNewMetadata()
                .withName(name(plan.app()))
                .withNamespace(cluster.namespace())
                .addToLabels(Labels.NAME, plan.app())
                .addToLabels(Labels.MANAGED_BY, Labels.US)
                .addToAnnotations(Labels.BEGAN, beganText())
                .endMetadata()
                .withNewSpec()
                .withHolderIdentity(us())
                .withLeaseDurationSeconds(LeaseHolder.LONGEST_SILENCE_SECONDS)
                .withAcquireTime(time)
                .withRenewTime(time)
                .endSpec()
                .build();
    }
}
