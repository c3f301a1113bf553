package io.jenkins.plugins.delivery.engine.guardian;

import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The guardian of a Job, for tests of other packages: what the pod would run, with the arguments of the Job. */
public final class TestGuardian {
    private final List<String> log = new ArrayList<>();
    private final Watchman watchman;

    public TestGuardian(List<String> arguments, Cluster cluster, Clock clock) {
        this.watchman = new Watchman(GuardianOptions.parse(arguments), cluster, clock, log::add);
    }

    /** One step; the pause until the next, or empty when it is over. */
    public Optional<Duration> step() {
        Watchman.Step step = watchman.step();
        return step.over() ? Optional.empty() : Optional.of(step.pause());
    }

    public List<String> log() {
        return log;
    }
}
