package io.jenkins.plugins.delivery.engine.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Windows that all have to be open.
 *
 * @param all empty means always
 */
public record DeploymentWindows(List<DeploymentWindow> all) {
    /** Weekly rules meet within two weeks or, but for the days on which clocks are set, never. */
    private static final int STEPS = 200;

    public DeploymentWindows {
        all = List.copyOf(all);
    }

    /**
     * @throws io.jenkins.plugins.delivery.engine.argument.ArgumentException if one of them is not written as {@link
     *     DeploymentWindow#parse} reads it
     */
    public static DeploymentWindows parse(List<String> texts) {
        return new DeploymentWindows(texts.stream().map(DeploymentWindow::parse).toList());
    }

    /** This moment if all are open, else the first one after it when they are; empty if that is not in sight. */
    public Optional<Instant> nextOpening(Instant after) {
        Instant candidate = after;
        for (int step = 0; step < STEPS; step++) {
            Instant next = latest(candidate);
            if (next == null) {
                return Optional.empty();
            }
            if (next.equals(candidate)) {
                return Optional.of(candidate);
            }
            candidate = next;
        }
        return Optional.empty();
    }

    private Instant latest(Instant after) {
        Instant latest = after;
        for (DeploymentWindow window : all) {
            Optional<Instant> opening = window.nextOpening(after);
            if (opening.isEmpty()) {
                return null;
            }
            latest = opening.get().isAfter(latest) ? opening.get() : latest;
        }
        return latest;
    }
}
