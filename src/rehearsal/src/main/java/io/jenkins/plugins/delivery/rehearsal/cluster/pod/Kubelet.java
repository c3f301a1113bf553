package io.jenkins.plugins.delivery.rehearsal.cluster.pod;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.ClusterObjects;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.PodLogs;
import io.jenkins.plugins.delivery.rehearsal.cluster.image.ImageRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Makes the processes of this machine be what the pods of the cluster say. */
public final class Kubelet implements PodLogs, AutoCloseable {
    static final String NODE = "this-machine";
    /** More processes than this machine should bear; a pod beyond stays pending. */
    private static final int MOST_PODS = 40;

    private final Map<String, PodRuntime> pods = new ConcurrentHashMap<>();
    private final Map<String, String> uids = new ConcurrentHashMap<>();
    private final AtomicInteger addresses = new AtomicInteger(1);
    private final ExecutorService starter = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "embedded cluster: container start");
        thread.setDaemon(true);
        return thread;
    });
    private final ClusterObjects objects;
    /** All that were started and have not ended, also those that no pod knows of yet. */
    private final Set<Process> processes = ConcurrentHashMap.newKeySet();

    private final Node node;
    private final Thread hook = new Thread(this::killAll, "embedded cluster: kill");

    public Kubelet(
            Vertx vertx,
            ControlLoop loop,
            Clock clock,
            ClusterObjects objects,
            ImageRegistry registry,
            Path directory) {
        this.objects = objects;
        this.node = new Node(
                vertx,
                loop,
                objects,
                registry,
                new Probes(vertx),
                new EventRecorder(objects, clock, "kubelet"),
                starter,
                directory,
                processes);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts what is new, ends what is marked, kills what is gone. To be called on the control loop. */
    public void sync() {
        List<Pod> wanted = objects.list(Pod.class);
        Set<String> existing =
                wanted.stream().map(pod -> pod.getMetadata().getUid()).collect(Collectors.toSet());
        pods.forEach((uid, runtime) -> {
            if (!existing.contains(uid)) {
                runtime.killNow();
                pods.remove(uid);
            }
        });
        uids.values().retainAll(existing);
        wanted.forEach(this::sync);
    }

    private void sync(Pod pod) {
        String uid = pod.getMetadata().getUid();
        Optional<PodRuntime> known = Optional.ofNullable(pods.get(uid));
        boolean marked = pod.getMetadata().getDeletionTimestamp() != null;
        if (known.isPresent()) {
            if (marked) {
                known.get().terminate(pod);
            }
        } else if (marked) {
            objects.remove(pod);
        } else if (pods.size() >= MOST_PODS) {
            unschedulable(pod);
        } else {
            start(pod);
        }
    }

    private void start(Pod pod) {
        String ip = "10.244.0." + addresses.incrementAndGet() % 250;
        Pod assigned =
                new PodBuilder(pod).editSpec().withNodeName(NODE).endSpec().build();
        objects.modify("scheduler", pod, live -> new PodBuilder(live)
                .editSpec()
                .withNodeName(NODE)
                .endSpec()
                .build());
        PodRuntime runtime = new PodRuntime(node, assigned, ip);
        pods.put(pod.getMetadata().getUid(), runtime);
        uids.put(
                key(pod.getMetadata().getNamespace(), pod.getMetadata().getName()),
                pod.getMetadata().getUid());
        runtime.start();
    }

    private void unschedulable(Pod pod) {
        objects.modifyStatus("scheduler", pod, live -> new PodBuilder(live)
                .withStatus(new PodStatusBuilder()
                        .withPhase("Pending")
                        .withConditions(new PodConditionBuilder()
                                .withType("PodScheduled")
                                .withStatus("False")
                                .withReason("Unschedulable")
                                .withMessage("0/1 nodes are available: 1 Too many pods.")
                                .build())
                        .build())
                .build());
    }

    private static String key(String namespace, String name) {
        return namespace + "/" + name;
    }

    /** Where on the loopback interface a port of a pod listens. */
    public OptionalInt realPort(Pod pod, int containerPort) {
        PodRuntime runtime = pods.get(pod.getMetadata().getUid());
        return runtime == null ? OptionalInt.empty() : runtime.realPort(containerPort);
    }

    @Override
    public Optional<String> read(String namespace, String pod, boolean previous, int tailLines) {
        return Optional.ofNullable(uids.get(key(namespace, pod)))
                .map(pods::get)
                .flatMap(runtime -> runtime.log(previous))
                .map(file -> tail(file, tailLines));
    }

    private static String tail(Path file, int lines) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            List<String> all = text.lines().toList();
            return lines < 0 || all.size() <= lines
                    ? text
                    : String.join("\n", all.subList(all.size() - lines, all.size())) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the log " + file, e);
        }
    }

    /** Kills every process; nothing is left behind. */
    @Override
    public void close() {
        starter.shutdown();
        killAll();
        try {
            if (!starter.awaitTermination(10, TimeUnit.SECONDS)) {
                starter.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        killAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            // The hook itself does the work then.
        }
    }

    private void killAll() {
        for (Process process : processes) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
