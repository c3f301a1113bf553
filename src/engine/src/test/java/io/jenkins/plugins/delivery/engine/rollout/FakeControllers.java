package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatusBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import io.jenkins.plugins.delivery.engine.cluster.Images;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import io.jenkins.plugins.delivery.engine.traffic.RouterWorld;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/** What Deployment, endpoints and ingress controllers do, in one step: old pods go when new ones are ready. */
final class FakeControllers {
    private final FakeCluster cluster;

    /** Versions, or Deployments and versions ({@code shop:2}), whose pods never pass their readiness probe. */
    final Set<String> neverReady = new HashSet<>();

    /** Whether this cluster has EndpointSlices. */
    boolean slices = true;

    /** Percent that a router outside of the cluster gives to the canary; null where there is none. */
    DoubleSupplier outside;

    private long settled = -1;
    private Set<String> neverReadyThen = Set.of();
    private long seen = -1;
    private Map<String, Double> traffic = Map.of();

    FakeControllers(FakeCluster cluster) {
        this.cluster = cluster;
    }

    /** Does what there is to do; nothing when nothing has changed since the last time. */
    void settle() {
        if (cluster.version() == settled && neverReady.equals(neverReadyThen)) {
            return;
        }
        act();
        settled = cluster.version();
        neverReadyThen = Set.copyOf(neverReady);
    }

    /** Gateways act by themselves: what disturbs a rollout's calls does not disturb theirs. */
    private void acceptRoutes() {
        FakeCluster.Hook hook = cluster.hook;
        cluster.hook = (moment, verb, kind) -> {};
        cluster.all(HasMetadata.class, any -> any.getKind().equals("HTTPRoute"))
                .forEach(route -> RouterWorld.accept(cluster, route));
        cluster.hook = hook;
    }

    private void act() {
        acceptRoutes();
        cluster.all(Deployment.class, any -> true).forEach(this::pods);
        new FakeStatefulSets(cluster, neverReady).settle();
        for (Pod pod : cluster.all(Pod.class, any -> true)) {
            String owner = pod.getMetadata().getAnnotations().get("deployment");
            if (cluster.get(Deployment.class, owner).isEmpty()
                    && cluster.get(StatefulSet.class, owner).isEmpty()) {
                cluster.remove(pod);
            }
        }
        if (slices) {
            cluster.all(Service.class, any -> true).forEach(this::endpoints);
        }
    }

    private void pods(Deployment deployment) {
        String name = deployment.getMetadata().getName();
        String version = Images.version(Images.of(deployment));
        String hash = Integer.toHexString(
                deployment.getSpec().getTemplate().toString().hashCode());
        int wanted = Workloads.wanted(deployment);
        boolean ready = !neverReady.contains(version) && !neverReady.contains(name + ":" + version);
        List<Pod> old = cluster.all(
                Pod.class,
                pod -> name.equals(pod.getMetadata().getAnnotations().get("deployment"))
                        && !pod.getMetadata().getName().contains("-" + hash + "-"));
        List<Pod> current =
                cluster.all(Pod.class, pod -> pod.getMetadata().getName().startsWith(name + "-" + hash + "-"));
        if (ready || wanted == 0) {
            old.forEach(cluster::remove);
            old = List.of();
        }
        for (int i = wanted; i < current.size(); i++) {
            cluster.remove(current.get(i));
        }
        for (int i = 0; i < wanted; i++) {
            String pod = name + "-" + hash + "-" + i;
            boolean same = current.stream()
                    .anyMatch(there -> there.getMetadata().getName().equals(pod) && ready == isReady(there));
            if (!same) {
                cluster.put(pod(deployment, pod, version, ready));
            }
        }
        int serving = (int) old.stream().filter(FakeControllers::isReady).count() + (ready ? wanted : 0);
        DeploymentStatus status = new DeploymentStatusBuilder()
                .withObservedGeneration(deployment.getMetadata().getGeneration())
                .withReplicas(wanted + old.size())
                .withUpdatedReplicas(wanted)
                .withReadyReplicas(serving)
                .withAvailableReplicas(serving)
                .build();
        if (!status.equals(deployment.getStatus())) {
            cluster.put(new DeploymentBuilder(deployment).withStatus(status).build());
        }
    }

    private static Pod pod(Deployment deployment, String name, String version, boolean ready) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withLabels(deployment.getSpec().getTemplate().getMetadata().getLabels())
                .addToAnnotations("deployment", deployment.getMetadata().getName())
                .addToAnnotations("version", version)
                .endMetadata()
                .withNewStatus()
                .withPhase("Running")
                .addNewContainerStatus()
                .withName("shop")
                .withImageID("registry/shop@sha256:" + version)
                .endContainerStatus()
                .addNewCondition()
                .withType("Ready")
                .withStatus(ready ? "True" : "False")
                .endCondition()
                .endStatus()
                .build();
    }

    private void endpoints(Service service) {
        Map<String, String> selector = service.getSpec().getSelector();
        List<Endpoint> endpoints = new ArrayList<>();
        for (Pod pod : cluster.all(
                Pod.class, any -> any.getMetadata().getLabels().entrySet().containsAll(selector.entrySet()))) {
            endpoints.add(new EndpointBuilder()
                    .withNewConditions()
                    .withReady(
                            "True".equals(pod.getStatus().getConditions().get(0).getStatus()))
                    .endConditions()
                    .withTargetRef(new ObjectReferenceBuilder()
                            .withKind("Pod")
                            .withName(pod.getMetadata().getName())
                            .build())
                    .build());
        }
        EndpointSlice slice = new EndpointSliceBuilder()
                .withNewMetadata()
                .withName(service.getMetadata().getName() + "-slice")
                .addToLabels("kubernetes.io/service-name", service.getMetadata().getName())
                .endMetadata()
                .withAddressType("IPv4")
                .withEndpoints(endpoints)
                .build();
        boolean same = cluster.get(EndpointSlice.class, slice.getMetadata().getName())
                .filter(there -> there.getEndpoints().equals(endpoints))
                .isPresent();
        if (!same) {
            cluster.put(slice);
        }
    }

    /** Percent of a user's requests by the version that answers them; {@code nobody} for those that fail. */
    Map<String, Double> traffic() {
        if (cluster.version() != seen || outside != null) {
            traffic = traffic("shop");
            seen = cluster.version();
        }
        return traffic;
    }

    /** The same for the users of one application. */
    Map<String, Double> traffic(String app) {
        FakeDataPlane plane = new FakeDataPlane(cluster);
        double weight = canaryShare(plane, app);
        Map<String, Double> traffic = new TreeMap<>();
        add(traffic, plane.entry(app), 100.0 - weight);
        add(traffic, app + "-canary", weight);
        return traffic;
    }

    /** Ready pods for each part of the traffic, as a multiple of what that part needs; the smallest. */
    double capacity(String app, int needed) {
        FakeDataPlane plane = new FakeDataPlane(cluster);
        double weight = canaryShare(plane, app);
        double stable = weight >= 100 ? 1 : ready(plane.entry(app)) / (needed * (100 - weight) / 100);
        double canary = weight <= 0 ? 1 : ready(app + "-canary") / (needed * weight / 100);
        return Math.min(stable, canary);
    }

    private double canaryShare(FakeDataPlane plane, String app) {
        return outside == null ? plane.canaryShare(app) : outside.getAsDouble();
    }

    /** Whether clients inside of the cluster, who know a Service only, find somebody there. */
    boolean answers(String service) {
        return ready(service) > 0;
    }

    private double ready(String service) {
        return cluster.get(Service.class, service)
                .map(found -> cluster.all(Pod.class, pod -> serves(pod, found)).size())
                .orElse(0);
    }

    private void add(Map<String, Double> traffic, String service, double share) {
        if (share <= 0) {
            return;
        }
        List<String> versions = cluster.get(Service.class, service)
                .map(found -> cluster.all(Pod.class, pod -> serves(pod, found)).stream()
                        .map(pod -> pod.getMetadata().getAnnotations().get("version"))
                        .toList())
                .orElse(List.of());
        if (versions.isEmpty()) {
            traffic.merge("nobody", share, Double::sum);
        }
        versions.forEach(version -> traffic.merge(version, share / versions.size(), Double::sum));
    }

    private static boolean serves(io.fabric8.kubernetes.api.model.HasMetadata object, Service service) {
        Pod pod = (Pod) object;
        return pod.getMetadata()
                        .getLabels()
                        .entrySet()
                        .containsAll(service.getSpec().getSelector().entrySet())
                && isReady(pod);
    }

    private static boolean isReady(Pod pod) {
        return "True".equals(pod.getStatus().getConditions().get(0).getStatus());
    }
}
