package io.jenkins.plugins.delivery.rehearsal.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.AccessReview;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.ApiFaults;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.ApiServer;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.ClusterObjects;
import io.jenkins.plugins.delivery.rehearsal.cluster.image.ImageRegistry;
import io.jenkins.plugins.delivery.rehearsal.cluster.metrics.MetricsServer;
import io.jenkins.plugins.delivery.rehearsal.cluster.metrics.ScrapeTarget;
import io.jenkins.plugins.delivery.rehearsal.cluster.pod.ControlLoop;
import io.jenkins.plugins.delivery.rehearsal.cluster.pod.EventRecorder;
import io.jenkins.plugins.delivery.rehearsal.cluster.pod.Kubelet;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.FrontKey;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.Fronts;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.QuietTime;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficFaults;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficPump;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficReport;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficRouting;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A cluster in this process: the Kubernetes API, the controllers behind it, pods that are processes of this machine, a
 * proxy in front of them, a registry and a Prometheus. Everything listens on the loopback interface only, and everything
 * that takes time takes virtual time.
 */
public final class EmbeddedCluster implements TargetCluster {
    /** Changes that say nothing about what the cluster does. */
    private static final Set<String> NOISE = Set.of("Event", "Lease");

    private final VirtualClock clock;
    private final Vertx vertx;
    private final Vertx traffic;
    private final ControlLoop loop;
    private final ImageRegistry registry;
    private final Fronts fronts;
    private final ApiServer api;
    private final ClusterObjects objects;
    private final Kubelet kubelet;
    private final MetricsServer metrics;
    private final QuietTime quiet;
    private final KubernetesClient client;
    private final List<TrafficPump> pumps = new CopyOnWriteArrayList<>();

    /**
     * Starts an empty cluster.
     *
     * @param directory images are kept here from one rehearsal to the next; the rest is rewritten
     * @throws IOException when it cannot write there or not listen on the loopback interface
     */
    public EmbeddedCluster(VirtualClock clock, Path directory) throws IOException {
        this.clock = clock;
        this.vertx = oneLoop();
        this.traffic = oneLoop();
        Files.createDirectories(directory);
        this.registry = new ImageRegistry(vertx, directory.resolve("registry"));
        this.loop = new ControlLoop(clock);
        this.fronts = new Fronts(traffic);
        this.quiet = new QuietTime(clock);
        List<Kubelet> later = new ArrayList<>();
        this.api = new ApiServer(
                vertx,
                clock,
                (namespace, pod, previous, lines) -> later.get(0).read(namespace, pod, previous, lines),
                object -> TrafficRouting.admit(fronts, object));
        this.objects = api.objects();
        api.reach(this::serviceAddress);
        this.kubelet = new Kubelet(vertx, loop, clock, objects, registry, directory);
        later.add(kubelet);
        TrafficRouting routing = new TrafficRouting(fronts, objects, kubelet, registry);
        objects.listen(change -> {
            if (!NOISE.contains(change.key().type().kind())) {
                quiet.disturb();
            }
        });
        new io.jenkins.plugins.delivery.rehearsal.cluster.workload.Controllers(
                loop,
                objects,
                new EventRecorder(objects, clock, "controller"),
                List.of(kubelet::sync, routing::update));
        this.metrics = new MetricsServer(vertx, clock, fronts.log(), quiet, this::offeringMetrics);
        this.client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(Config.empty())
                        .withMasterUrl(api.url())
                        .withNamespace("default")
                        .build())
                .build();
        namespace("default");
    }

    /** One event loop, so that what happens happens in one order. */
    private static Vertx oneLoop() {
        return Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(4));
    }

    /** Creates a namespace unless it is there. */
    public void namespace(String name) {
        HasMetadata namespace = new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewStatus()
                .withPhase("Active")
                .endStatus()
                .build();
        objects.apply("rehearsal", namespace);
    }

    /** Applies manifests as an earlier run of the pipeline did: its fields are not somebody else's for the next run. */
    public void apply(String namespace, List<HasMetadata> manifests) {
        for (HasMetadata manifest : manifests) {
            if (manifest.getMetadata().getNamespace() == null) {
                manifest.getMetadata().setNamespace(namespace);
            }
            objects.apply("progressive-delivery", manifest);
        }
    }

    /** Users of an application begin to send requests. */
    public void traffic(TrafficPump.Load load) {
        TrafficPump pump = new TrafficPump(clock, fronts, quiet, load);
        pumps.add(pump);
        pump.start();
    }

    /** Pods that run and say {@code prometheus.io/scrape: "true"}, at the port that {@code prometheus.io/port} names. */
    private List<ScrapeTarget> offeringMetrics() {
        List<ScrapeTarget> targets = new ArrayList<>();
        for (Pod pod : objects.list(Pod.class)) {
            Map<String, String> said = pod.getMetadata().getAnnotations();
            if (said != null && "true".equals(said.get("prometheus.io/scrape"))) {
                int port = Integer.parseInt(said.getOrDefault("prometheus.io/port", "8080"));
                kubelet.realPort(pod, port)
                        .ifPresent(real -> targets.add(new ScrapeTarget(
                                pod.getMetadata().getNamespace(),
                                pod.getMetadata().getName(),
                                real,
                                said.getOrDefault("prometheus.io/path", "/metrics"))));
            }
        }
        return targets;
    }

    /** What the users met so far, one report for each {@link #traffic}. */
    public List<TrafficReport> trafficReports() {
        return pumps.stream().map(TrafficPump::report).toList();
    }

    /** Where an Ingress, HTTPRoute, VirtualService, IngressRoute or Service can be reached; the first with this name. */
    public Optional<FrontKey> front(String namespace, String name) {
        return List.of("Ingress", "HTTPRoute", "VirtualService", "IngressRoute", "Service").stream()
                .map(kind -> new FrontKey(kind, namespace, name))
                .filter(key -> fronts.url(key).isPresent())
                .findFirst();
    }

    private Optional<String> serviceAddress(String namespace, String name, String port) {
        return objects.list(Service.class).stream()
                .filter(service -> service.getMetadata().getName().equals(name)
                        && service.getMetadata().getNamespace().equals(namespace)
                        && service.getSpec().getPorts().stream()
                                .anyMatch(one -> port == null
                                        || port.isEmpty()
                                        || port.equals(one.getName())
                                        || port.equals(String.valueOf(one.getPort()))))
                .findFirst()
                .flatMap(service -> fronts.url(new FrontKey("Service", namespace, name)));
    }

    /** The address of a front on the loopback interface. */
    public Optional<String> url(FrontKey front) {
        return fronts.url(front);
    }

    /** A Deployment as it is now; to be read only. */
    public Optional<Deployment> deployment(String namespace, String name) {
        return objects.get(Deployment.class, namespace, name);
    }

    /** The images that pods run at present. */
    public List<String> runningImages() {
        return objects.list(Pod.class).stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .flatMap(pod -> pod.getSpec().getContainers().stream())
                .map(container -> container.getImage())
                .distinct()
                .toList();
    }

    public ImageRegistry images() {
        return registry;
    }

    public ApiFaults apiFaults() {
        return api.faults();
    }

    public AccessReview access() {
        return api.access();
    }

    public TrafficFaults trafficFaults() {
        return fronts.faults();
    }

    public MetricsServer metrics() {
        return metrics;
    }

    @Override
    public String server() {
        return api.url();
    }

    @Override
    public KubernetesClient client() {
        return client;
    }

    @Override
    public Optional<String> prometheus() {
        return Optional.of(metrics.url());
    }

    @Override
    public Optional<String> registry() {
        return Optional.of(registry.address());
    }

    @Override
    public List<String> simulated() {
        return List.of(
                "Kubernetes: the API, the controllers and the kubelet are embedded; there is no scheduler, no quota and no "
                        + "network policy.",
                "Pods are processes of this machine, not containers: volumes are not mounted, and each is told its port by "
                        + "the variable PORT.",
                "Services, Ingresses, HTTPRoutes, VirtualServices and IngressRoutes are proxies on the loopback interface; they"
                        + " split real requests, and carry out no filters.",
                "Prometheus is embedded; it scrapes what the proxies count, and pods that offer metrics, every five virtual seconds.");
    }

    /** Ends every process and closes every port. */
    @Override
    public void close() {
        pumps.forEach(TrafficPump::close);
        metrics.close();
        client.close();
        loop.close();
        kubelet.close();
        fronts.close();
        registry.close();
        api.close();
        await(traffic.close());
        await(vertx.close());
    }

    private static void await(Future<Void> closing) {
        try {
            closing.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The embedded cluster did not close in time", e);
        }
    }
}
