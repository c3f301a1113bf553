package io.jenkins.plugins.delivery.rehearsal.cluster.pod;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.jenkins.plugins.delivery.rehearsal.clock.Busy;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** One container of a pod through its restarts. Used on the control loop only, but for its logs. */
final class ContainerRuntime {
    private static final long START_TIMEOUT_MILLIS = TimeUnit.SECONDS.toMillis(30);
    private static final Duration HEALTHY = Duration.ofMinutes(10);
    private static final Duration FOREGROUND = Duration.ofMinutes(15);

    private final Node node;
    private final Pod pod;
    private final Container container;
    private final ContainerStart starter;
    private final PodPorts ports;
    private final Runnable changed;
    private final Instant created;
    private final List<ProbeRunner> probes = new ArrayList<>();
    private ContainerState state = waiting("ContainerCreating", null);
    private ContainerState lastState = new ContainerState();
    private volatile Optional<Path> log = Optional.empty();
    private volatile Optional<Path> previousLog = Optional.empty();
    private Optional<Process> process = Optional.empty();
    private String imageDigest = "";
    private Instant startedAt = Instant.EPOCH;
    private boolean startedUp;
    private boolean ready;
    private volatile boolean stopping;
    private int attempts;
    private int restarts;
    private int failedInARow;
    private int pullFailures;

    ContainerRuntime(
            Node node, Pod pod, Container container, ContainerStart starter, PodPorts ports, Runnable changed) {
        this.node = node;
        this.pod = pod;
        this.container = container;
        this.starter = starter;
        this.ports = ports;
        this.changed = changed;
        this.created = node.loop().now();
    }

    void start() {
        if (stopping) {
            return;
        }
        Busy token = node.loop().busy("start of " + pod.getMetadata().getName());
        int attempt = attempts++;
        node.starter().execute(() -> {
            try {
                ContainerStart.Started started = starter.start(container, attempt);
                node.loop().run(() -> running(started, token));
            } catch (ContainerStart.Refused refused) {
                node.loop().run(() -> refused(refused));
                token.close();
            } catch (RuntimeException e) {
                node.loop().run(() -> refused(new ContainerStart.Refused("CreateContainerError", e.toString())));
                token.close();
            }
        });
    }

    private void refused(ContainerStart.Refused why) {
        node.events().warning(pod, why.reason().equals("ErrImagePull") ? "Failed" : why.reason(), why.getMessage());
        state = waiting(why.reason(), why.getMessage());
        changed.run();
        Duration delay = Backoff.before(++pullFailures);
        if (why.reason().equals("ErrImagePull")) {
            later(
                    delay.dividedBy(2),
                    () -> backOff(
                            "ImagePullBackOff",
                            "Back-off pulling image \"" + container.getImage() + "\": " + why.getMessage()));
        }
        later(delay, this::start);
    }

    private void backOff(String reason, String message) {
        if (!stopping) {
            node.events().normal(pod, "BackOff", message);
            state = waiting(reason, message);
            changed.run();
        }
    }

    private void running(ContainerStart.Started started, Busy token) {
        Process now = started.process();
        process = Optional.of(now);
        previousLog = log;
        log = Optional.of(started.log());
        imageDigest = started.imageDigest();
        startedAt = node.loop().now();
        pullFailures = 0;
        state = new ContainerStateBuilder().withNewRunning(text(startedAt)).build();
        node.events().normal(pod, "Started", "Started container " + container.getName());
        Future<Process> exit = Future.fromCompletionStage(now.onExit());
        exit.onComplete(any -> node.loop().run(() -> exited(now)));
        if (stopping) {
            now.destroyForcibly();
        }
        OptionalInt port = ports.first(container);
        if (port.isEmpty()) {
            serving(now);
            token.close();
        } else {
            node.probes().listening(port.getAsInt(), exit, START_TIMEOUT_MILLIS).onComplete(result -> {
                node.loop().run(() -> serving(now));
                token.close();
            });
        }
        changed.run();
    }

    /** The process listens, or never will: from here on the probes decide. */
    private void serving(Process of) {
        if (!process.equals(Optional.of(of)) || stopping || !of.isAlive()) {
            return;
        }
        startedUp = container.getStartupProbe() == null;
        if (startedUp) {
            probe();
        } else {
            ProbeRunner startup = new ProbeRunner(
                    node,
                    container.getStartupProbe(),
                    ports,
                    this::foreground,
                    why -> unhealthy("Startup", why),
                    new ProbeRunner.Listener() {
                        @Override
                        public void passed() {
                            stopProbes();
                            startedUp = true;
                            probe();
                        }

                        @Override
                        public void failed(String why) {
                            kill("Container " + container.getName() + " failed startup probe, will be restarted");
                        }
                    });
            probes.add(startup);
            startup.start();
        }
        changed.run();
    }

    private void probe() {
        ready = container.getReadinessProbe() == null;
        if (!ready) {
            probes.add(new ProbeRunner(
                    node,
                    container.getReadinessProbe(),
                    ports,
                    this::foreground,
                    why -> unhealthy("Readiness", why),
                    new ProbeRunner.Listener() {
                        @Override
                        public void passed() {
                            ready(true);
                        }

                        @Override
                        public void failed(String why) {
                            ready(false);
                        }
                    }));
        }
        if (container.getLivenessProbe() != null) {
            probes.add(new ProbeRunner(
                    node,
                    container.getLivenessProbe(),
                    ports,
                    () -> false,
                    why -> unhealthy("Liveness", why),
                    new ProbeRunner.Listener() {
                        @Override
                        public void passed() {
                            // Alive, as expected.
                        }

                        @Override
                        public void failed(String why) {
                            kill("Container " + container.getName() + " failed liveness probe, will be restarted");
                        }
                    }));
        }
        probes.forEach(ProbeRunner::start);
        changed.run();
    }

    private void ready(boolean now) {
        ready = now;
        changed.run();
    }

    private void unhealthy(String probe, String why) {
        node.events().warning(pod, "Unhealthy", probe + " probe failed: " + why);
    }

    private boolean foreground() {
        return !ready && created.plus(FOREGROUND).isAfter(node.loop().now());
    }

    private void kill(String message) {
        node.events().normal(pod, "Killing", message);
        stopProbes();
        ready = false;
        process.ifPresent(Process::destroyForcibly);
        changed.run();
    }

    private void stopProbes() {
        probes.forEach(ProbeRunner::stop);
        probes.clear();
    }

    private void exited(Process ended) {
        if (!process.equals(Optional.of(ended))) {
            return;
        }
        process = Optional.empty();
        stopProbes();
        ready = false;
        startedUp = false;
        int code = ended.exitValue();
        Instant now = node.loop().now();
        state = new ContainerStateBuilder()
                .withNewTerminated()
                .withExitCode(code)
                .withReason(code == 0 ? "Completed" : "Error")
                .withStartedAt(text(startedAt))
                .withFinishedAt(text(now))
                .endTerminated()
                .build();
        if (!stopping && restarts(code)) {
            restart(now);
        }
        changed.run();
    }

    private boolean restarts(int code) {
        String policy = pod.getSpec().getRestartPolicy();
        return "Always".equals(policy) || "OnFailure".equals(policy) && code != 0;
    }

    private void restart(Instant now) {
        lastState = state;
        restarts++;
        failedInARow = Duration.between(startedAt, now).compareTo(HEALTHY) > 0 ? 1 : failedInARow + 1;
        if (failedInARow == 1) {
            later(Duration.ofSeconds(1), this::start);
            return;
        }
        Duration delay = Backoff.before(failedInARow - 1);
        String message =
                "back-off " + delay.toSeconds() + "s restarting failed container=" + container.getName() + " pod="
                        + pod.getMetadata().getName() + "_" + pod.getMetadata().getNamespace();
        state = waiting("CrashLoopBackOff", message);
        node.events().warning(pod, "BackOff", "Back-off restarting failed container " + container.getName());
        later(delay, this::start);
    }

    private void later(Duration delay, Runnable task) {
        if (foreground()) {
            node.loop().after(delay, task);
        } else {
            node.loop().afterInBackground(delay, task);
        }
    }

    /** Ends the process for good: asks first, insists after the grace period. */
    void terminate(Duration grace) {
        stopping = true;
        stopProbes();
        process.ifPresent(running -> {
            Busy token = node.loop().busy("end of " + pod.getMetadata().getName());
            node.events().normal(pod, "Killing", "Stopping container " + container.getName());
            running.destroy();
            var insist = node.loop().after(grace, running::destroyForcibly);
            long patience = Math.max(1, Math.min(grace.toMillis(), 5000));
            long timer = node.vertx().setTimer(patience, any -> token.close());
            running.onExit().thenRun(() -> {
                node.loop().run(() -> exited(running));
                insist.cancel();
                node.vertx().cancelTimer(timer);
                token.close();
            });
        });
    }

    void killNow() {
        stopping = true;
        stopProbes();
        process.ifPresent(Process::destroyForcibly);
    }

    boolean hasProcess() {
        return process.isPresent();
    }

    boolean isReady() {
        return ready && !stopping;
    }

    /** Whether it ended and will not be restarted; with which exit code. */
    OptionalInt result() {
        return state.getTerminated() == null
                        || process.isPresent()
                        || restarts(state.getTerminated().getExitCode())
                ? OptionalInt.empty()
                : OptionalInt.of(state.getTerminated().getExitCode());
    }

    Optional<Path> log(boolean previous) {
        return previous ? previousLog : log;
    }

    ContainerStatus status() {
        return new ContainerStatusBuilder()
                .withName(container.getName())
                .withImage(container.getImage())
                .withImageID(imageDigest)
                .withState(state)
                .withLastState(lastState)
                .withReady(isReady())
                .withStarted(process.isPresent() && startedUp)
                .withRestartCount(restarts)
                .build();
    }

    private static ContainerState waiting(String reason, @CheckForNull String message) {
        return new ContainerStateBuilder()
                .withNewWaiting()
                .withReason(reason)
                .withMessage(message)
                .endWaiting()
                .build();
    }

    static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
