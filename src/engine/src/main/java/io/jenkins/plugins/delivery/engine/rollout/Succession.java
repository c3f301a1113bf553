package io.jenkins.plugins.delivery.engine.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The newest build wins, where the administrator says so. Who is newer writes a claim on the lease of who is older; that one
 * stops before it acts again, goes back, and gives the lease to the claim. Who is older than the holder, or than its claim,
 * ends before it touches anything.
 */
final class Succession {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final Scene scene;
    private final RolloutLease lease;
    private final LeaseHolders holders;

    Succession(Scene scene, LeaseHolders holders) {
        this.scene = scene;
        this.lease = new RolloutLease(scene.cluster(), scene.plan());
        this.holders = holders;
    }

    /**
     * Somebody who wants to roll out.
     *
     * @param began when its build began
     * @param holder as the lease names it
     */
    private record Claim(Instant began, String holder) {
        static Optional<Claim> of(@CheckForNull String text) {
            int space = text == null ? -1 : text.indexOf(' ');
            if (space < 0) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Claim(Instant.parse(text.substring(0, space)), text.substring(space + 1)));
            } catch (DateTimeParseException e) {
                return Optional.empty(); // nobody of ours wrote that, so nobody claims anything
            }
        }

        boolean newerThan(Claim other) {
            int order = began.compareTo(other.began);
            return order > 0 || order == 0 && holder.compareTo(other.holder) > 0;
        }

        String text() {
            return began + " " + holder;
        }
    }

    /** Before a rollout has the lease; empty when it may try to take it. */
    Optional<Move> atLock() {
        Optional<Lease> there = rules() ? lease.find() : Optional.empty();
        String holder = there.map(LeaseHolder::of).map(LeaseHolder::holder).orElse("");
        if (there.isEmpty() || holder.equals(lease.us())) {
            return Optional.empty();
        }
        Optional<Claim> newer = claim(there.get()).or(() -> holder(there.get())).filter(this::beatsUs);
        if (newer.isPresent()) {
            return Optional.of(superseded(newer.get()));
        }
        if (holder.isEmpty() || holders.isOver(LeaseHolder.buildOf(holder))) {
            return Optional.empty();
        }
        if (!us().text().equals(Objects.annotation(there.get(), Labels.CLAIM))) {
            annotate(there.get(), us().text());
        }
        return Optional.of(scene.stay(
                scene.state(),
                LeaseHolder.buildOf(holder) + " rolls out " + scene.plan().app()
                        + " and has to go back first: this build is newer",
                LOOK_AGAIN));
    }

    /** Before a rollout that has the lease acts; empty when it may. */
    Optional<Move> beforeActing() {
        return rules() && !scene.state().phase().decided()
                ? lease.find().flatMap(this::claim).filter(this::beatsUs).map(this::superseded)
                : Optional.empty();
    }

    /** Gives the lease to who claims it, or back. */
    void release() {
        Optional<Lease> there = lease.find();
        boolean ours = there.map(LeaseHolder::of)
                .map(LeaseHolder::holder)
                .filter(lease.us()::equals)
                .isPresent();
        if (ours && there.flatMap(this::claim).isPresent()) {
            lease.leaveTo(there.get());
        } else if (ours) {
            scene.cluster().delete(there.get());
        } else {
            there.filter(found -> us().text().equals(Objects.annotation(found, Labels.CLAIM)))
                    .ifPresent(found -> annotate(found, null));
        }
    }

    private Move superseded(Claim newer) {
        return scene.back(
                Ending.Cause.SUPERSEDED,
                LeaseHolder.buildOf(newer.holder()) + " is newer and rolls out "
                        + scene.plan().app());
    }

    private boolean rules() {
        return scene.plan().newestWins();
    }

    private Claim us() {
        return new Claim(lease.began(scene.state()), lease.us());
    }

    private boolean beatsUs(Claim other) {
        return !other.holder().equals(lease.us()) && other.newerThan(us());
    }

    /** Of somebody who is still there. */
    private Optional<Claim> claim(Lease there) {
        return Claim.of(Objects.annotation(there, Labels.CLAIM)).filter(this::isThere);
    }

    private Optional<Claim> holder(Lease there) {
        return Claim.of(Objects.annotation(there, Labels.BEGAN) + " "
                        + LeaseHolder.of(there).holder())
                .filter(this::isThere);
    }

    private boolean isThere(Claim claim) {
        return !claim.holder().isEmpty() && !holders.isOver(LeaseHolder.buildOf(claim.holder()));
    }

    private void annotate(Lease there, @CheckForNull String claim) {
        Map<String, Object> annotations = new HashMap<>();
        annotations.put(Labels.CLAIM, claim);
        scene.cluster().patch(there, Map.of("metadata", Map.of("annotations", annotations)));
    }
}
