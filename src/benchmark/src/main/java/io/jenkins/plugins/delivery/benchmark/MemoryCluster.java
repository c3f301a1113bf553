package io.jenkins.plugins.delivery.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.cluster.Access;
import io.jenkins.plugins.delivery.engine.cluster.ApiResource;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/** Objects in memory whose Deployments are ready at once, behind calls that take a fixed time. Thread-safe enough. */
final class MemoryCluster implements Cluster {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, HasMetadata> objects = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();
    private volatile Duration latency = Duration.ZERO;
    private volatile BiConsumer<String, HasMetadata> written = (verb, object) -> {};

    void latency(Duration value) {
        latency = value;
    }

    /** Hears of every write, once it has had its effect. */
    void onWrite(BiConsumer<String, HasMetadata> listener) {
        written = listener;
    }

    @Override
    public String namespace() {
        return "bench";
    }

    @Override
    public <T extends HasMetadata> Optional<T> find(Class<T> type, String name) {
        pause();
        return Optional.ofNullable(type.cast(objects.get(type.getSimpleName() + "/" + name)));
    }

    @Override
    public Optional<HasMetadata> find(HasMetadata like) {
        pause();
        return Optional.ofNullable(objects.get(key(like)));
    }

    @Override
    public <T extends HasMetadata> List<T> list(Class<T> type, Map<String, String> labels) {
        pause();
        List<T> found = new ArrayList<>();
        if (type == EndpointSlice.class) {
            Service service = (Service) objects.get("Service/" + labels.get("kubernetes.io/service-name"));
            if (service != null) {
                found.add(type.cast(slice(service)));
            }
        } else if (type == Pod.class) {
            pods(labels).forEach(pod -> found.add(type.cast(pod)));
        } else {
            objects.values().stream()
                    .filter(type::isInstance)
                    .filter(object -> carries(object.getMetadata().getLabels(), labels))
                    .forEach(object -> found.add(type.cast(object)));
        }
        return found;
    }

    @Override
    public void apply(HasMetadata object, Optional<? extends HasMetadata> observed, boolean force) {
        HasMetadata there = objects.get(key(object));
        store("apply", there == null ? object : merged(there, JSON.valueToTree(object)));
    }

    @Override
    public HasMetadata check(HasMetadata object, boolean force) {
        return object;
    }

    @Override
    public ApiResource resource(HasMetadata like) {
        return ApiResource.of(like);
    }

    @Override
    public boolean may(Access access) {
        return true;
    }

    @Override
    public void patch(HasMetadata observed, Map<String, ?> mergePatch) {
        store("patch", merged(objects.get(key(observed)), JSON.valueToTree(mergePatch)));
    }

    @Override
    public void create(HasMetadata object) {
        store("create", object);
    }

    @Override
    public void replace(HasMetadata object) {
        store("replace", object);
    }

    @Override
    public void delete(HasMetadata object) {
        pause();
        objects.remove(key(object));
        written.accept("delete", object);
    }

    @Override
    public String log(String pod, String container, int lines, boolean previous) {
        return "";
    }

    private void pause() {
        if (!latency.isZero()) {
            LockSupport.parkNanos(latency.toNanos());
        }
    }

    private void store(String verb, HasMetadata object) {
        pause();
        HasMetadata copy = Serialization.clone(object);
        copy.getMetadata().setResourceVersion(String.valueOf(version.incrementAndGet()));
        copy.getMetadata().setGeneration(1L);
        objects.put(key(copy), copy instanceof Deployment deployment ? ready(deployment) : copy);
        written.accept(verb, copy);
    }

    private static Deployment ready(Deployment deployment) {
        int wanted = deployment.getSpec().getReplicas();
        return new DeploymentBuilder(deployment)
                .withNewStatus()
                .withObservedGeneration(1L)
                .withReplicas(wanted)
                .withUpdatedReplicas(wanted)
                .withReadyReplicas(wanted)
                .withAvailableReplicas(wanted)
                .endStatus()
                .build();
    }

    private List<Pod> pods(Map<String, String> labels) {
        List<Pod> pods = new ArrayList<>();
        for (HasMetadata object : objects.values()) {
            if (object instanceof Deployment deployment
                    && carries(deployment.getSpec().getTemplate().getMetadata().getLabels(), labels)) {
                for (int i = 0; i < deployment.getSpec().getReplicas(); i++) {
                    pods.add(new PodBuilder()
                            .withNewMetadata()
                            .withName(deployment.getMetadata().getName() + "-" + i)
                            .endMetadata()
                            .withNewStatus()
                            .endStatus()
                            .build());
                }
            }
        }
        return pods;
    }

    private EndpointSlice slice(Service service) {
        return new EndpointSliceBuilder()
                .withEndpoints(pods(service.getSpec().getSelector()).stream()
                        .map(pod -> new EndpointBuilder()
                                .withNewTargetRef()
                                .withName(pod.getMetadata().getName())
                                .endTargetRef()
                                .build())
                        .toList())
                .build();
    }

    private static boolean carries(Map<String, String> own, Map<String, String> labels) {
        return labels.isEmpty() || own != null && own.entrySet().containsAll(labels.entrySet());
    }

    private static HasMetadata merged(HasMetadata into, JsonNode patch) {
        ObjectNode tree = JSON.valueToTree(into);
        merge(tree, patch);
        return Serialization.unmarshal(tree.toString());
    }

    private static void merge(ObjectNode into, JsonNode patch) {
        patch.properties().forEach(field -> {
            if (field.getValue().isObject() && into.get(field.getKey()) instanceof ObjectNode there) {
                merge(there, field.getValue());
            } else {
                into.set(field.getKey(), field.getValue());
            }
        });
    }

    private static String key(HasMetadata object) {
        return object.getKind() + "/" + object.getMetadata().getName();
    }
}
