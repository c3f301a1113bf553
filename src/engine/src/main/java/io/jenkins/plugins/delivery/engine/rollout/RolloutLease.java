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
import java.util.Optional;

/**
 * One rollout per application at a time: a {@code coordination.k8s.io/v1} Lease that is taken, renewed and given back
 * with preconditions on the version that was read, so that two that try at once cannot both have it.
 */
final class RolloutLease {
    private static final Duration RENEW = Duration.ofSeconds(30);
    private static final int SECONDS = 120;

    private final Cluster cluster;
    private final RolloutPlan plan;

    RolloutLease(Cluster cluster, RolloutPlan plan) {
        this.cluster = cluster;
        this.plan = plan;
    }

    static String name(String app) {
        return app + "-rollout";
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
        String holder = holder(observed.get());
        if (!holder.equals(us()) && !holder.isEmpty() && !holders.isOver(buildOf(holder))) {
            return buildOf(holder);
        }
        if (!holder.equals(us())) {
            replace(observed.get(), now);
        }
        return us();
    }

    /**
     * Makes sure that the lease is still ours, and renews it when it is time.
     *
     * @return who else has it; empty when it is ours
     */
    Optional<String> lost(Instant now) {
        Optional<Lease> observed = find();
        if (observed.isEmpty()) {
            cluster.create(ours(now));
            return Optional.empty();
        }
        Lease lease = observed.get();
        if (!holder(lease).equals(us())) {
            return Optional.of(buildOf(holder(lease)));
        }
        ZonedDateTime renewed = lease.getSpec().getRenewTime();
        if (renewed == null || renewed.toInstant().plus(RENEW).isBefore(now)) {
            replace(lease, now);
        }
        return Optional.empty();
    }

    /** Gives the lease back, if it is ours. */
    void release() {
        find().filter(lease -> holder(lease).equals(us())).ifPresent(cluster::delete);
    }

    String us() {
        return plan.holder() + " " + plan.id();
    }

    private Optional<Lease> find() {
        return cluster.find(Lease.class, name(plan.app()));
    }

    private void replace(Lease observed, Instant now) {
        Lease next = ours(now);
        next.getMetadata().setResourceVersion(observed.getMetadata().getResourceVersion());
        cluster.replace(next);
    }

    private static String holder(Lease lease) {
        String holder = lease.getSpec() == null ? null : lease.getSpec().getHolderIdentity();
        return holder == null ? "" : holder;
    }

    /** A holder is written as the build, a space, and the rollout. */
    private static String buildOf(String holder) {
        int space = holder.lastIndexOf(' ');
        return space < 0 ? holder : holder.substring(0, space);
    }

    private Lease ours(Instant now) {
        ZonedDateTime time = now.truncatedTo(ChronoUnit.MICROS).atZone(ZoneOffset.UTC);
        return new LeaseBuilder()
                .withNewMetadata()
                .withName(name(plan.app()))
                .withNamespace(cluster.namespace())
                .addToLabels(Labels.NAME, plan.app())
                .addToLabels(Labels.MANAGED_BY, Labels.US)
                .endMetadata()
                .withNewSpec()
                .withHolderIdentity(us())
                .withLeaseDurationSeconds(SECONDS)
                .withAcquireTime(time)
                .withRenewTime(time)
                .endSpec()
                .build();
    }
}
