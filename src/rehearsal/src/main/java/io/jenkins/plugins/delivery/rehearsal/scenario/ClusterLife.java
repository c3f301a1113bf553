package io.jenkins.plugins.delivery.rehearsal.scenario;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.cluster.EmbeddedCluster;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.ApiFaults;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.Verb;
import io.jenkins.plugins.delivery.rehearsal.cluster.image.ImageReference;
import io.jenkins.plugins.delivery.rehearsal.cluster.metrics.MetricsFault;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.FrontKey;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficFaults;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficPump;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficReport;
import io.jenkins.plugins.delivery.rehearsal.scenario.RehearsalSettings.Application;
import io.jenkins.plugins.delivery.rehearsal.scenario.RehearsalSettings.ImageTar;
import io.jenkins.plugins.delivery.rehearsal.scenario.RehearsalSettings.Traffic;
import io.jenkins.plugins.delivery.rehearsal.scenario.Scenario.Release;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What goes on in the embedded cluster besides the pipeline: images come in, the version before serves, users come. */
final class ClusterLife {
    private static final String VERSION_VARIABLE = "APP_VERSION";

    private final EmbeddedCluster cluster;
    private final VirtualClock clock;
    private final RehearsalSettings settings;
    private final Scenario scenario;
    private final Map<String, String> namespaces;
    private final Map<Path, FileTime> loaded = new HashMap<>();
    private final Map<String, FrontKey> fronts = new LinkedHashMap<>();
    private final Set<String> previousImages = ConcurrentHashMap.newKeySet();
    private final Set<String> served = new HashSet<>();
    private final Queue<ImageReference> pushed = new ConcurrentLinkedQueue<>();

    /** Complete when every version before serves. */
    private CompletionStage<Void> starting = CompletableFuture.completedFuture(null);

    ClusterLife(EmbeddedCluster cluster, VirtualClock clock, RehearsalSettings settings, Scenario scenario) {
        this.cluster = cluster;
        this.clock = clock;
        this.settings = settings;
        this.scenario = scenario;
        this.namespaces = DeliverySettings.environments(settings);
    }

    void begin() {
        cluster.images().listen(pushed::add);
        Release release = scenario.release();
        if (release != null && !release.byProxy()) {
            cluster.images()
                    .misbehave(
                            image -> isAbout(release, lastPart(image.repository()))
                                    && previousImages.stream().noneMatch(before -> before.endsWith(image.digest())),
                            faults(release));
        }

        namespaces.values().forEach(cluster::namespace);
        if (scenario.metrics() != null) {
            cluster.metrics()
                    .fail(new MetricsFault(
                            MetricsFault.Answer.valueOf(
                                    scenario.metrics().answer().toUpperCase(Locale.ROOT)),
                            scenario.metrics().from(),
                            scenario.metrics().length()));
        }
        for (Scenario.ApiFault fault : scenario.api()) {
            cluster.apiFaults()
                    .add(new ApiFaults.Rule(
                            ApiFaults.Fault.valueOf(fault.fault().toUpperCase(Locale.ROOT)),
                            fault.verb().equals("any") ? Optional.empty() : Optional.of(Verb.valueOf(fault.verb())),
                            fault.resource(),
                            fault.name(),
                            fault.after(),
                            fault.times()));
        }
    }

    /** A script ended: it may have written images. */
    synchronized void scriptEnded(String script, Path workspace) {
        try {
            for (ImageTar image : settings.images()) {
                Path tar = workspace.resolve(image.tar());
                boolean writesIt = Files.isRegularFile(tar)
                        && (!Files.getLastModifiedTime(tar).equals(loaded.get(tar)) && isFresh(script, tar));
                if (writesIt) {
                    loaded.put(tar, Files.getLastModifiedTime(tar));
                    take(image, tar, workspace);
                }
            }
            for (ImageReference image = pushed.poll(); image != null; image = pushed.poll()) {
                serveBefore(image, workspace);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The rehearsal cannot go on with the image that the pipeline wrote: " + e.getMessage(), e);
        }
    }

    /** Complete when the versions before serve, as they have done for long when a pipeline runs. */
    synchronized CompletionStage<Void> settled() {
        return starting;
    }

    /** In a workspace that an earlier run left, a tar is this run's only once the script that writes it has been reached. */
    private static boolean isFresh(String script, Path tar) {
        String name = String.valueOf(tar.getFileName());
        return script.contains(name) || script.contains("image") || script.contains("jib") || script.contains("docker");
    }

    private void take(ImageTar image, Path tar, Path workspace) throws IOException {
        String tag = TarTag.of(tar);
        ImageReference reference = cluster.images().load(tar, image.repository(), tag);
        serveBefore(reference, workspace);
    }

    /** Where there are several images, each belongs to the application of its name. */
    private void serveBefore(ImageReference image, Path workspace) throws IOException {
        boolean single = settings.applications().size() == 1;
        for (Application application : settings.applications()) {
            boolean own = single || lastPart(image.repository()).equals(application.name());
            if (own && application.previous() != null && served.add(application.name())) {
                previous(application, image, workspace);
            }
        }
    }

    private static boolean isAbout(Release release, String application) {
        return release.application().isEmpty() || release.application().equals(application);
    }

    private static String lastPart(String repository) {
        return repository.substring(repository.lastIndexOf('/') + 1);
    }

    private static Map<String, String> faults(Release release) {
        return switch (release.fault()) {
            case "crash" -> Map.of("FAULT_CRASH", "true");
            case "never-ready" -> Map.of("FAULT_NEVER_READY", "true");
            case "errors" -> Map.of("FAULT_ERROR_RATE", Double.toString(release.rate()));
            default -> Map.of("FAULT_LATENCY_MS", Long.toString(release.delay().toMillis()));
        };
    }

    private void previous(Application application, ImageReference image, Path workspace) throws IOException {
        ImageReference before =
                cluster.images().derive(image, application.previous().env());
        previousImages.add(before.toString());
        String namespace = namespace(application);
        List<HasMetadata> objects = new ArrayList<>();
        for (Path file : ManifestPaths.find(workspace, application.previous().manifests())) {
            try (var in = Files.newInputStream(file)) {
                objects.addAll(cluster.client().load(in).items());
            }
        }
        objects.forEach(
                object -> run(object, before, application.previous().env().get(VERSION_VARIABLE)));
        cluster.apply(namespace, objects);
        starting = starting.thenCombine(new Serving(cluster, clock, objects).soon(), (one, other) -> null);
        cluster.front(namespace, application.front()).ifPresent(front -> users(application, front));
    }

    /** As an earlier rollout would have left it, with the name of its version. */
    private static void run(HasMetadata object, ImageReference image, @CheckForNull String version) {
        if (object instanceof Deployment deployment) {
            if (version != null) {
                Map<String, String> annotations = new LinkedHashMap<>();
                if (deployment.getMetadata().getAnnotations() != null) {
                    annotations.putAll(deployment.getMetadata().getAnnotations());
                }
                annotations.put(Labels.VERSION, version);
                deployment.getMetadata().setAnnotations(annotations);
            }
            for (Container container :
                    deployment.getSpec().getTemplate().getSpec().getContainers()) {
                if (ImageReference.parse(container.getImage()).repository().equals(image.repository())) {
                    container.setImage(image.toString());
                }
            }
        }
    }

    private void users(Application application, FrontKey front) {
        fronts.put(application.name(), front);
        Traffic traffic = application.traffic();
        if (traffic.requestsPerSecond() > 0) {
            cluster.traffic(new TrafficPump.Load(
                    front, traffic.requestsPerSecond(), traffic.concurrency(), traffic.requests()));
        }
        Release release = scenario.release();
        if (release != null && release.byProxy() && isAbout(release, application.name())) {
            String namespace = namespace(application);
            cluster.trafficFaults()
                    .set(new TrafficFaults.Fault(
                            front,
                            pod -> pod.namespace().equals(namespace) && !previousImages.contains(pod.image()),
                            release.fromWeight() / 100,
                            release.rate(),
                            release.delay()));
        }
    }

    private String namespace(Application application) {
        return namespaces.getOrDefault(application.environment(), application.environment());
    }

    List<TrafficReport> traffic() {
        return cluster.trafficReports();
    }

    /** Whether pods run, and all of them are of the version before, or of the new one. */
    boolean allRun(boolean before) {
        List<String> images = cluster.runningImages();
        return !images.isEmpty() && images.stream().allMatch(image -> previousImages.contains(image) == before);
    }

    /** Where users reach each application, with what served before. */
    Map<Application, String> addresses() {
        Map<Application, String> addresses = new LinkedHashMap<>();
        for (Application application : settings.applications()) {
            Optional.ofNullable(fronts.get(application.name()))
                    .flatMap(cluster::url)
                    .ifPresent(url -> addresses.put(application, url));
        }
        return addresses;
    }

    List<String> simulated() {
        List<String> all = new ArrayList<>();
        if (!settings.images().isEmpty()) {
            all.add("Images: what scripts wrote as a tar was loaded into the embedded registry.");
        }
        for (Application application : settings.applications()) {
            if (application.previous() != null) {
                all.add("The version before of " + application.name() + " is the same image with "
                        + application.previous().env() + ".");
            }
        }
        if (scenario.release() != null) {
            all.add("The bad release: its " + scenario.release().fault() + " came from "
                    + (scenario.release().byProxy()
                            ? "the proxy in front of its pods."
                            : "the application, which was told to fail."));
        }
        if (cluster.metrics().faulted() > 0) {
            all.add("The metric provider failed " + cluster.metrics().faulted() + " times on purpose.");
        }
        if (cluster.apiFaults().injected() > 0) {
            all.add("The Kubernetes API failed " + cluster.apiFaults().injected() + " times on purpose.");
        }
        return all;
    }
}
