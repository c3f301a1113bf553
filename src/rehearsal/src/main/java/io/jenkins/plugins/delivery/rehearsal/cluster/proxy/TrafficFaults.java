package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** What the proxy does to requests that would go to a bad release. Thread-safe. */
public final class TrafficFaults {
    private volatile Optional<Fault> fault = Optional.empty();
    private double carried;
    private long injected;

    /**
     * A bad release.
     *
     * @param front where its share is looked at
     * @param concerned which pods are of it
     * @param fromShare share of the traffic (0..1) that must go to it before it shows
     * @param errorRate share of its requests that are answered with status 500, not by the pod
     * @param delay added to the measured duration of its requests, not waited for
     */
    public record Fault(
            FrontKey front, Predicate<Backend> concerned, double fromShare, double errorRate, Duration delay) {}

    /** What is to be done to one request. */
    record Effect(boolean error, Duration delay) {
        static final Effect NONE = new Effect(false, Duration.ZERO);
    }

    public void set(Fault wanted) {
        fault = Optional.of(wanted);
    }

    /** How many requests were answered with an error or delayed. */
    public synchronized long injected() {
        return injected;
    }

    Optional<Fault> current() {
        return fault;
    }

    /** Evenly spread, so that two rehearsals go the same way. */
    synchronized Effect next(Backend backend, double share) {
        Fault now = fault.orElse(null);
        if (now == null || !now.concerned.test(backend) || share + 1e-9 < now.fromShare) {
            return Effect.NONE;
        }
        carried += now.errorRate;
        boolean error = carried >= 1 - 1e-9;
        if (error) {
            carried -= 1;
        }
        if (error || !now.delay.isZero()) {
            injected++;
        }
        return new Effect(error, now.delay);
    }
}
