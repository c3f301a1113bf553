package io.jenkins.plugins.delivery.engine.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import java.util.List;
import java.util.Optional;

/**
 * What routers have in common that write shares into an object which is there already: they note on it what they wrote and
 * how it was, touch nothing but their own part, write against the version they read, and leave it as it was.
 */
abstract class ObjectRouter implements TrafficRouter {
    private static final int ATTEMPTS = 4;

    /** The kinds of object that it can work at: the first that is there is taken. */
    abstract List<ApiKind> kinds();

    /** The JSON pointer of what it writes, for advice about tools that would put it back. */
    abstract String field();

    /** Why this object cannot be split. */
    abstract Optional<String> unfit(RoutedObject object, Route route);

    /** The weights as they are, before the first write. */
    abstract Memory remember(ObjectNode object, Route route);

    /** The object with the shares of a route. */
    abstract ObjectNode routed(ObjectNode object, Route route, Memory memory);

    /** The object without anything of ours. */
    abstract ObjectNode original(ObjectNode object, Route route, Memory memory);

    /** Percent that the canary has by what the object says; the most of several rules. */
    abstract int weight(ObjectNode object, Route route);

    /** Why what the object says is not what traffic does yet. */
    Optional<String> pending(RoutedObject object) {
        return Optional.empty();
    }

    @Override
    public Optional<String> refusal(Cluster cluster, Route route, List<HasMetadata> manifests) {
        Optional<RoutedObject> there = find(cluster, route);
        Optional<RoutedObject> released = RoutedObject.among(manifests, kinds(), route.object());
        Optional<RoutedObject> future = released.or(() -> there);
        if (future.isEmpty()) {
            return Optional.of(missing(cluster, route));
        }
        return there.flatMap(object -> Ownership.refusal(object, route.app(), released.isPresent()))
                .or(() -> unfit(future.get(), route));
    }

    private String missing(Cluster cluster, Route route) {
        String kinds = String.join(
                " or ", kinds().stream().map(ApiKind::kind).distinct().toList());
        return "router '" + name() + "' splits at " + kinds + " '" + route.object()
                + "', which is neither among the manifests nor in namespace '" + cluster.namespace()
                + "'; add it, name another with route:, or use router: 'replicas'";
    }

    @Override
    public List<String> warnings(Cluster cluster, Route route) {
        return find(cluster, route)
                .map(object -> Ownership.warnings(object, field()))
                .orElse(List.of());
    }

    @Override
    public Routing route(Cluster cluster, Route route) {
        return retried(() -> {
            Optional<RoutedObject> object = find(cluster, route);
            Routing now = observed(object, route);
            if (object.isEmpty() || settled(object.get(), route) || now.drifted() && !route.isBack()) {
                return now;
            }
            object.get().become(cluster, desired(object.get().tree(), route));
            return observe(cluster, route);
        });
    }

    @Override
    public Routing observe(Cluster cluster, Route route) {
        return observed(find(cluster, route), route);
    }

    @Override
    public void remove(Cluster cluster, Route route) {
        retried(() -> {
            find(cluster, route).ifPresent(object -> Memory.on(object.tree(), route.app())
                    .ifPresent(memory -> object.become(cluster, erased(object.tree(), route, memory))));
            return null;
        });
    }

    /** One line for each kind that the object may be of: the others find nothing, and change nothing. */
    @Override
    public List<String> recovery(String namespace, Route route) {
        return kinds().stream()
                .map(ApiKind::resource)
                .distinct()
                .map(resource ->
                        recovery("kubectl -n " + namespace + " ", resource + "/" + route.object(), route.app()))
                .toList();
    }

    private static String recovery(String kubectl, String object, String app) {
        String note = Memory.restoreKey(app).replace(".", "\\.");
        return kubectl + "patch " + object + " --type=merge -p \"$(" + kubectl + "get " + object
                + " -o jsonpath='{.metadata.annotations." + note + "}')\"";
    }

    /** Of several kinds with the name, the first that can be split. */
    private Optional<RoutedObject> find(Cluster cluster, Route route) {
        Optional<RoutedObject> first = Optional.empty();
        for (ApiKind kind : kinds()) {
            Optional<RoutedObject> there = RoutedObject.find(cluster, List.of(kind), route.object());
            if (there.filter(object -> unfit(object, route).isEmpty()).isPresent()) {
                return there;
            }
            first = first.or(() -> there);
        }
        return first;
    }

    private ObjectNode erased(ObjectNode object, Route route, Memory memory) {
        ObjectNode next = original(object, route, memory);
        Memory.erase(next, route.app());
        return next;
    }

    private ObjectNode desired(ObjectNode object, Route route) {
        Memory memory = Memory.on(object, route.app()).orElseGet(() -> remember(object, route));
        ObjectNode next = routed(object, route, memory);
        memory.writing(route).writeTo(next, route.app());
        if (Memory.on(object, route.app()).isEmpty()) {
            Memory.annotations(next).put(Memory.restoreKey(route.app()), "");
            String restore = MergePatch.between(next, object).toString();
            Memory.annotations(next).put(Memory.restoreKey(route.app()), restore);
        }
        return next;
    }

    /** Whether the object says all that it has to; without a trace of us it says that the canary has nothing. */
    private boolean settled(RoutedObject object, Route route) {
        boolean untouched =
                route.isBack() && Memory.on(object.tree(), route.app()).isEmpty() && weight(object.tree(), route) == 0;
        return untouched
                || MergePatch.between(object.tree(), desired(object.tree(), route))
                        .isEmpty();
    }

    private Routing observed(Optional<RoutedObject> found, Route route) {
        if (found.isEmpty()) {
            String words = kinds().get(0).kind() + " '" + route.object() + "' is gone";
            return new Routing(route.isBack(), 0, words, !route.isBack());
        }
        RoutedObject object = found.get();
        int weight = weight(object.tree(), route);
        String words = object.words() + " gives " + weight + " %"
                + (route.match().none() ? "" : ", and all of " + route.match().words());
        if (settled(object, route)) {
            Optional<String> pending = pending(object);
            return new Routing(
                    pending.isEmpty(),
                    weight,
                    words + pending.map(why -> ", but " + why).orElse(""));
        }
        boolean drifted = Memory.on(object.tree(), route.app())
                .filter(memory -> memory.says(route))
                .isPresent();
        return drifted
                ? new Routing(
                        false,
                        weight,
                        object.words() + " gives " + weight + " %, although " + route.weight()
                                + " % was written: somebody changed it" + Ownership.suspect(object.object()),
                        true)
                : new Routing(false, weight, words);
    }

    /** Another writer in between is no failure: looks again, and decides again. */
    static <T> T retried(java.util.function.Supplier<T> step) {
        for (int attempt = 1; ; attempt++) {
            try {
                return step.get();
            } catch (ClusterException e) {
                if (e.kind() != ClusterException.Kind.CONFLICT || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
