package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Switches what users outside of the cluster meet: the backends of an object that lead to Service {@code <app>} lead to
 * {@code <app>-preview} instead, which selects the other colour, and back. Clients inside of the cluster move with
 * {@link #settle}, when Service {@code <app>} selects the new colour too; then the object is as it was.
 */
abstract class ObjectSwitch implements Switch {
    /** What it switches. */
    abstract ApiKind kind();

    /** The JSON pointer of what it writes, for advice about tools that would put it back. */
    abstract String field();

    /** Everything that may lead to a Service by its {@code name}; nodes may be changed. */
    abstract List<ObjectNode> backends(ObjectNode object);

    /** Why what the object says is not what traffic does yet. */
    Optional<String> pending(RoutedObject object) {
        return Optional.empty();
    }

    @Override
    public Optional<String> refusal(Cluster cluster, Swap swap, List<HasMetadata> manifests) {
        Optional<RoutedObject> there = find(cluster, swap);
        Optional<RoutedObject> released = RoutedObject.among(manifests, List.of(kind()), swap.object());
        Optional<RoutedObject> future = released.or(() -> there);
        if (future.isEmpty()) {
            return Optional.of(
                    kind().kind() + " '" + swap.object() + "' is neither among the manifests nor in namespace '"
                            + cluster.namespace() + "'; add it, name another with route:, or switch by service");
        }
        boolean leads = ours(future.get().tree().deepCopy(), swap).size() > 0;
        return there.flatMap(object -> Ownership.refusal(object, swap.app(), released.isPresent()))
                .or(() -> leads
                        ? Optional.empty()
                        : Optional.of(future.get().words() + " does not lead to Service '" + swap.app()
                                + "', so there is nothing to switch"));
    }

    @Override
    public List<String> warnings(Cluster cluster, Swap swap) {
        return find(cluster, swap)
                .map(object -> Ownership.warnings(object, field()))
                .orElse(List.of());
    }

    @Override
    public Routing to(Cluster cluster, Swap swap) {
        return ObjectRouter.retried(() -> {
            if (service(cluster, swap).isEmpty()) {
                Colors.select(cluster, swap.app(), swap.to());
            }
            String goal = service(cluster, swap).orElse(swap.app());
            find(cluster, swap).ifPresent(object -> object.become(cluster, leading(object.tree(), swap, goal)));
            return observe(cluster, swap);
        });
    }

    @Override
    public Routing observe(Cluster cluster, Swap swap) {
        Optional<RoutedObject> found = find(cluster, swap);
        Optional<String> goal = service(cluster, swap);
        if (found.isEmpty() || goal.isEmpty()) {
            return new Routing(
                    false,
                    0,
                    found.isEmpty()
                            ? kind().kind() + " '" + swap.object() + "' is gone"
                            : "no Service selects " + swap.to());
        }
        RoutedObject object = found.get();
        List<ObjectNode> ours = ours(object.tree().deepCopy(), swap);
        boolean leads = !ours.isEmpty()
                && ours.stream().allMatch(one -> one.path("name").asText().equals(goal.get()));
        if (!leads) {
            boolean drifted = noted(object.tree(), swap).equals(swap.to());
            return new Routing(
                    false,
                    0,
                    object.words() + " does not lead to Service '" + goal.get() + "', which is " + swap.to()
                            + (drifted
                                    ? ", although it did: somebody changed it" + Ownership.suspect(object.object())
                                    : ""),
                    drifted);
        }
        Routing endpoints = Colors.endpoints(cluster, goal.get(), swap.to());
        Optional<String> pending = pending(object);
        String words = object.words() + " leads to " + goal.get() + "; " + endpoints.words()
                + pending.map(why -> ", but " + why).orElse("");
        return new Routing(endpoints.inEffect() && pending.isEmpty(), endpoints.weight(), words);
    }

    @Override
    public Routing settle(Cluster cluster, Swap swap) {
        Routing users = to(cluster, swap);
        if (!users.inEffect() || Colors.of(cluster, swap.app()).equals(swap.to())) {
            return users;
        }
        ObjectRouter.retried(() -> {
            Colors.select(cluster, swap.app(), swap.to());
            return null;
        });
        return new Routing(false, 100, "Service '" + swap.app() + "' follows to " + swap.to());
    }

    @Override
    public List<String> recovery(String namespace, Swap swap) {
        String kubectl = "kubectl -n " + namespace + " ";
        return Stream.concat(
                        Colors.recovery(namespace, swap.app(), swap.to()).stream(),
                        Stream.of(kubectl + "get " + kind().resource() + "/" + swap.object()
                                + " -o yaml | sed 's/name: " + swap.preview() + "$/name: " + swap.app() + "/' | "
                                + kubectl + "replace -f -"))
                .toList();
    }

    private Optional<RoutedObject> find(Cluster cluster, Swap swap) {
        return RoutedObject.find(cluster, List.of(kind()), swap.object());
    }

    /**
     * The Service that stands for the colour. Where both select it, Service {@code <app>} does once its endpoints have followed:
     * until then users stay where they are.
     */
    private static Optional<String> service(Cluster cluster, Swap swap) {
        boolean main = Colors.of(cluster, swap.app()).equals(swap.to());
        boolean preview = Colors.of(cluster, swap.preview()).equals(swap.to());
        if (main && preview && !Colors.endpoints(cluster, swap.app(), swap.to()).inEffect()) {
            return Optional.of(swap.preview());
        }
        return main ? Optional.of(swap.app()) : preview ? Optional.of(swap.preview()) : Optional.empty();
    }

    /** Notes the colour while users are away from Service {@code <app>}: otherwise the object is as it was. */
    private ObjectNode leading(ObjectNode object, Swap swap, String service) {
        ObjectNode next = object.deepCopy();
        ours(next, swap).forEach(backend -> backend.put("name", service));
        if (service.equals(swap.preview())) {
            Memory.annotations(next).put(Memory.key(swap.app()), swap.to());
        } else {
            Memory.erase(next, swap.app());
        }
        return next;
    }

    private static String noted(ObjectNode object, Swap swap) {
        return object.path("metadata")
                .path("annotations")
                .path(Memory.key(swap.app()))
                .asText("");
    }

    private List<ObjectNode> ours(ObjectNode object, Swap swap) {
        Set<String> names = Set.of(swap.app(), swap.preview());
        return backends(object).stream()
                .filter(backend -> names.contains(backend.path("name").asText()))
                .toList();
    }

    /** The nodes of a list that are objects. */
    static List<ObjectNode> each(JsonNode list) {
        List<ObjectNode> all = new ArrayList<>();
        list.forEach(one -> {
            if (one instanceof ObjectNode object) {
                all.add(object);
            }
        });
        return all;
    }
}
