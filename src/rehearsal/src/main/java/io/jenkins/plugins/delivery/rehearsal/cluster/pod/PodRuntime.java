package io.jenkins.plugins.delivery.rehearsal.cluster.pod;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.jenkins.plugins.delivery.rehearsal.clock.Busy;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One pod: its containers, its status, its end. Used on the control loop only, but for its logs. */
final class PodRuntime {
    /** Time for the news that a pod ends to reach the proxies, before it is asked to end. */
    private static final Duration PROPAGATION = Duration.ofMillis(50);

    private final Node node;
    private final Pod pod;
    private final String ip;
    private final PodPorts ports;
    private final Instant startTime;
    private final List<ContainerRuntime> containers = new ArrayList<>();
    private final List<Container> initial;
    private Optional<ContainerRuntime> initializing = Optional.empty();
    private boolean initialized;
    private boolean terminating;
    private Optional<Instant> readySince = Optional.empty();

    PodRuntime(Node node, Pod pod, String ip) {
        this.node = node;
        this.pod = pod;
        this.ip = ip;
        this.ports = new PodPorts(pod);
        this.startTime = node.loop().now();
        this.initial = new ArrayList<>(pod.getSpec().getInitContainers());
        ContainerStart starter = new ContainerStart(node, pod, ports, ip);
        for (Container container : pod.getSpec().getContainers()) {
            containers.add(new ContainerRuntime(node, pod, container, starter, ports, this::publish));
        }
    }

    void start() {
        node.events()
                .normal(
                        pod,
                        "Scheduled",
                        "Successfully assigned " + pod.getMetadata().getName() + " to " + Kubelet.NODE);
        pod.getSpec().getVolumes().stream()
                .filter(volume -> volume.getEmptyDir() == null)
                .forEach(volume -> node.events()
                        .warning(
                                pod,
                                "NotMounted",
                                "the embedded cluster does not mount volume " + volume.getName()
                                        + ": pods are plain processes; variables from it work"));
        publish();
        initialize();
    }

    private void initialize() {
        if (terminating) {
            return;
        }
        if (initial.isEmpty()) {
            initialized = true;
            containers.forEach(ContainerRuntime::start);
            return;
        }
        ContainerStart starter = new ContainerStart(node, pod, ports, ip);
        ContainerRuntime next =
                new ContainerRuntime(node, pod, initial.remove(0), starter, ports, this::initContainerChanged);
        initializing = Optional.of(next);
        next.start();
    }

    private void initContainerChanged() {
        boolean complete = initializing
                .map(container -> container.status().getState().getTerminated())
                .filter(ended -> ended.getExitCode() == 0)
                .isPresent();
        if (complete && !initialized) {
            initializing.ifPresent(ContainerRuntime::killNow);
            initializing = Optional.empty();
            initialize();
        }
        publish();
    }

    /** Follows the deletion of the pod: preStop hooks, then the signal, then force when the grace period is over. */
    void terminate(Pod marked) {
        if (terminating) {
            return;
        }
        terminating = true;
        publish();
        Long seconds = marked.getMetadata().getDeletionGracePeriodSeconds();
        Duration grace = Duration.ofSeconds(seconds == null ? 30 : seconds);
        Duration hook = Duration.ZERO;
        for (Container container : pod.getSpec().getContainers()) {
            if (container.getLifecycle() != null && container.getLifecycle().getPreStop() != null) {
                Duration one = preStop(container.getLifecycle().getPreStop());
                hook = one.compareTo(hook) > 0 ? one : hook;
            }
        }
        Duration wait = hook.compareTo(grace) > 0 ? grace : hook;
        Duration left = grace.minus(wait);
        node.loop().after(wait.plus(PROPAGATION), () -> {
            containers.forEach(container -> container.terminate(left));
            initializing.ifPresent(ContainerRuntime::killNow);
            publish();
        });
    }

    private Duration preStop(LifecycleHandler hook) {
        if (hook.getSleep() != null) {
            return Duration.ofSeconds(hook.getSleep().getSeconds());
        }
        Busy token = node.loop().busy("preStop of " + pod.getMetadata().getName());
        Future<Void> done = Future.succeededFuture();
        if (hook.getExec() != null) {
            Optional<Duration> sleep = SleepCommand.duration(hook.getExec().getCommand());
            if (sleep.isPresent()) {
                token.close();
                return sleep.get();
            }
            done = node.probes().run(hook.getExec().getCommand(), 30);
        } else if (hook.getHttpGet() != null) {
            done = node.probes().get(hook.getHttpGet(), ports, 30);
        }
        done.onComplete(result -> {
            if (result.failed()) {
                String why = String.valueOf(result.cause().getMessage());
                node.loop().run(() -> node.events().warning(pod, "FailedPreStopHook", why));
            }
            token.close();
        });
        return Duration.ZERO;
    }

    void killNow() {
        terminating = true;
        containers.forEach(ContainerRuntime::killNow);
        initializing.ifPresent(ContainerRuntime::killNow);
    }

    private void publish() {
        boolean ended = terminating && containers.stream().noneMatch(ContainerRuntime::hasProcess);
        if (ended) {
            killNow();
            node.objects().remove(pod);
            return;
        }
        node.objects().modifyStatus("kubelet", pod, live -> new PodBuilder(live)
                .withStatus(status(live))
                .build());
    }

    private PodStatus status(Pod live) {
        boolean ready = initialized && containers.stream().allMatch(ContainerRuntime::isReady);
        readySince = ready ? Optional.of(readySince.orElseGet(node.loop()::now)) : Optional.empty();
        PodStatus before = live.getStatus() == null ? new PodStatus() : live.getStatus();
        PodStatusBuilder status = new PodStatusBuilder()
                .withPhase(phase())
                .withHostIP("127.0.0.1")
                .withPodIP(ip)
                .withStartTime(ContainerRuntime.text(startTime))
                .withQosClass("BestEffort")
                .withConditions(List.of(
                        condition(before, "PodScheduled", true, null),
                        condition(before, "Initialized", initialized, null),
                        condition(before, "ContainersReady", ready, notReady()),
                        condition(before, "Ready", ready, notReady())));
        containers.forEach(container -> status.addToContainerStatuses(container.status()));
        initializing.ifPresent(container -> status.addToInitContainerStatuses(container.status()));
        return status.build();
    }

    private String notReady() {
        return containers.stream()
                        .filter(container -> !container.isReady())
                        .map(container -> container.status().getName())
                        .toList()
                        .isEmpty()
                ? null
                : "ContainersNotReady";
    }

    private PodCondition condition(PodStatus before, String type, boolean holds, String reason) {
        String status = holds ? "True" : "False";
        String since = before.getConditions().stream()
                .filter(old -> old.getType().equals(type) && old.getStatus().equals(status))
                .map(PodCondition::getLastTransitionTime)
                .findFirst()
                .orElseGet(() -> ContainerRuntime.text(node.loop().now()));
        return new PodConditionBuilder()
                .withType(type)
                .withStatus(status)
                .withReason(holds ? null : reason)
                .withLastTransitionTime(since)
                .build();
    }

    private String phase() {
        List<OptionalInt> results =
                containers.stream().map(ContainerRuntime::result).toList();
        if (results.stream().allMatch(OptionalInt::isPresent)) {
            return results.stream().allMatch(result -> result.getAsInt() == 0) ? "Succeeded" : "Failed";
        }
        boolean everStarted =
                containers.stream().anyMatch(container -> container.log(false).isPresent());
        return everStarted ? "Running" : "Pending";
    }

    Optional<Path> log(boolean previous) {
        return containers.isEmpty() ? Optional.empty() : containers.get(0).log(previous);
    }

    OptionalInt realPort(int containerPort) {
        return ports.real(new io.fabric8.kubernetes.api.model.IntOrString(containerPort));
    }
}
