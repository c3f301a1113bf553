package io.jenkins.plugins.delivery.rehearsal.cluster.proxy;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.ClusterObjects;
import io.jenkins.plugins.delivery.rehearsal.cluster.workload.ServiceEndpoints;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Where requests go at this moment. Immutable. */
final class RoutingTable {
    static final RoutingTable EMPTY = new RoutingTable(Map.of());
    private final Map<FrontKey, List<Rule>> rules;

    RoutingTable(Map<FrontKey, List<Rule>> rules) {
        this.rules = rules;
    }

    List<Rule> rules(FrontKey front) {
        return rules.getOrDefault(front, List.of());
    }

    boolean knows(FrontKey front) {
        return rules.containsKey(front);
    }

    /** The share of a front's requests, by its weights, that go to some pods: 0 to 1. */
    double share(FrontKey front, Predicate<Backend> some) {
        return rules(front).stream().findFirst().map(rule -> share(rule, some)).orElse(0.0);
    }

    private static double share(Rule rule, Predicate<Backend> some) {
        double total = rule.targets().stream().mapToInt(Target::weight).sum();
        double chosen = 0;
        for (Target target : rule.targets()) {
            long matching = target.backends().stream().filter(some).count();
            if (matching > 0 && total > 0) {
                chosen += target.weight() / total * matching / target.backends().size();
            }
        }
        return chosen;
    }

    static RoutingTable of(
            ClusterObjects objects,
            BiFunction<Pod, Integer, OptionalInt> ports,
            BiFunction<Pod, Integer, Backend> backends) {
        List<Pod> pods = objects.list(Pod.class);
        Map<FrontKey, List<Backend>> services = new HashMap<>();
        for (Service service : objects.list(Service.class)) {
            services.put(
                    key(
                            "Service",
                            service.getMetadata().getNamespace(),
                            service.getMetadata().getName()),
                    behind(service, pods, ports, backends));
        }
        Map<FrontKey, List<Rule>> rules = new HashMap<>();
        services.forEach((key, behind) -> rules.put(
                key,
                List.of(new Rule("service", request -> true, List.of(), List.of(new Target(key.name(), 1, behind))))));
        rules.putAll(
                new RouteTable(objects.all(), objects.list(Ingress.class), namespace -> targets(services, namespace))
                        .rules());
        return new RoutingTable(Map.copyOf(rules));
    }

    private static FrontKey key(String kind, String namespace, String name) {
        return new FrontKey(kind, namespace, name);
    }

    private static BiFunction<String, Integer, Target> targets(
            Map<FrontKey, List<Backend>> services, String namespace) {
        return (name, weight) ->
                new Target(name, weight, services.getOrDefault(key("Service", namespace, name), List.of()));
    }

    private static List<Backend> behind(
            Service service,
            List<Pod> pods,
            BiFunction<Pod, Integer, OptionalInt> ports,
            BiFunction<Pod, Integer, Backend> backends) {
        if (service.getSpec().getPorts().isEmpty()) {
            return List.of();
        }
        return ServiceEndpoints.ready(service, pods).stream()
                .flatMap(pod -> backend(service, pod, ports, backends).stream())
                .toList();
    }

    private static Optional<Backend> backend(
            Service service,
            Pod pod,
            BiFunction<Pod, Integer, OptionalInt> ports,
            BiFunction<Pod, Integer, Backend> backends) {
        OptionalInt containerPort =
                ServiceEndpoints.containerPort(pod, service.getSpec().getPorts().get(0));
        if (containerPort.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt real = ports.apply(pod, containerPort.getAsInt());
        return real.isEmpty() ? Optional.empty() : Optional.of(backends.apply(pod, real.getAsInt()));
    }
}
