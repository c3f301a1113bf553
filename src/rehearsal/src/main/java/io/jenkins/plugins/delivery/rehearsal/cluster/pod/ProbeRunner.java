package io.jenkins.plugins.delivery.rehearsal.cluster.pod;

import io.fabric8.kubernetes.api.model.Probe;
import io.jenkins.plugins.delivery.rehearsal.clock.Busy;
import io.jenkins.plugins.delivery.rehearsal.clock.Cancellable;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Repeats one probe of one container, in virtual time, until it is stopped, and tells when its verdict changes.
 *
 * <p>A probe that has been good for long is asked less and less often, at least every ten minutes, so that a day of
 * waiting for an approval costs little.
 */
final class ProbeRunner {
    private static final int STEADY = 30;
    private static final Duration RAREST = Duration.ofMinutes(10);

    /** What a probe says. */
    interface Listener {
        void passed();

        void failed(String why);
    }

    private final ControlLoop loop;
    private final Probes probes;
    private final Probe probe;
    private final PodPorts ports;
    private final Listener listener;
    private final Consumer<String> unhealthy;
    private final BooleanSupplier foreground;
    private Optional<Cancellable> next = Optional.empty();
    private boolean stopped;
    private int successes;
    private int failures;

    ProbeRunner(
            Node node,
            Probe probe,
            PodPorts ports,
            BooleanSupplier foreground,
            Consumer<String> unhealthy,
            Listener listener) {
        this.loop = node.loop();
        this.probes = node.probes();
        this.probe = probe;
        this.ports = ports;
        this.foreground = foreground;
        this.unhealthy = unhealthy;
        this.listener = listener;
    }

    void start() {
        schedule(Duration.ofSeconds(probe.getInitialDelaySeconds() == null ? 0 : probe.getInitialDelaySeconds()));
    }

    void stop() {
        stopped = true;
        next.ifPresent(Cancellable::cancel);
    }

    private void schedule(Duration delay) {
        next = Optional.of(
                foreground.getAsBoolean()
                        ? loop.after(delay, this::perform)
                        : loop.afterInBackground(delay, this::perform));
    }

    private void perform() {
        if (stopped) {
            return;
        }
        Busy token = loop.busy("probe");
        probes.perform(probe, ports).onComplete(result -> {
            loop.run(() -> judge(result.succeeded() ? Optional.empty() : Optional.of(message(result.cause()))));
            token.close();
        });
    }

    private static String message(Throwable cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private void judge(Optional<String> failure) {
        if (stopped) {
            return;
        }
        if (failure.isEmpty()) {
            failures = 0;
            if (++successes == orOne(probe.getSuccessThreshold())) {
                listener.passed();
            }
        } else {
            successes = 0;
            unhealthy.accept(failure.get());
            if (++failures == (probe.getFailureThreshold() == null ? 3 : probe.getFailureThreshold())) {
                listener.failed(failure.get());
            }
        }
        if (!stopped) {
            schedule(period());
        }
    }

    private Duration period() {
        Duration period = Duration.ofSeconds(probe.getPeriodSeconds() == null ? 10 : probe.getPeriodSeconds());
        int doublings = Math.max(0, Math.min(10, successes - STEADY));
        Duration stretched = period.multipliedBy(1L << doublings);
        return stretched.compareTo(RAREST) > 0 && RAREST.compareTo(period) > 0 ? RAREST : stretched;
    }

    private static int orOne(Integer value) {
        return value == null ? 1 : value;
    }
}
