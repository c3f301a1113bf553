package io.jenkins.plugins.delivery.acceptance;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.rehearsal.cluster.EmbeddedCluster;
import io.jenkins.plugins.delivery.rehearsal.cluster.image.ImageReference;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.FrontKey;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficPump;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The shop of the examples in its cluster: the release before, its users, and what a pipeline brings. */
final class Storefront {
    static final Path SOURCE = Path.of("../../examples/storefront");
    private static final FrontKey FRONT = new FrontKey("Ingress", "production", "storefront");

    private final EmbeddedCluster cluster;

    Storefront(EmbeddedCluster cluster) {
        this.cluster = cluster;
        cluster.namespace("staging");
    }

    /** The repository that the pipeline comes from; it waits for seconds where the example waits for minutes. */
    static GitRepository repository(Path folder) {
        GitRepository repository = GitRepository.create(folder);
        for (String part : new String[] {"pom.xml", "src", "config", "deploy"}) {
            repository.add(SOURCE.resolve(part), part);
        }
        String jenkinsfile = Scripts.read(SOURCE.resolve("Jenkinsfile"));
        return repository
                .write("Jenkinsfile", jenkinsfile.replace("interval: '2m'", "interval: '20s'"))
                .commit("The storefront");
    }

    /** Takes the image that the pipeline wrote, puts an older one into production, and lets users come. */
    void imageWritten(Path tar, String version) throws IOException {
        ImageReference image = cluster.images().load(tar, "storefront", version);
        ImageReference before = cluster.images().derive(image, Map.of("APP_VERSION", "1.4.2"));
        List<HasMetadata> objects = new ArrayList<>();
        try (Stream<Path> files = Files.list(SOURCE.resolve("deploy/manifests"))) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                try (var in = Files.newInputStream(file)) {
                    objects.addAll(cluster.client().load(in).items());
                }
            }
        }
        for (HasMetadata object : objects) {
            if (object instanceof Deployment deployment) {
                deployment
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .forEach(container -> container.setImage(before.toString()));
            }
        }
        cluster.apply("production", objects);
        cluster.traffic(new TrafficPump.Load(FRONT, 10, 4, List.of("/", "/api/items")));
    }

    /** What users of production are told when they ask for the version. */
    String version() throws IOException, InterruptedException {
        URI url = URI.create(cluster.url(FRONT).orElseThrow() + "/version");
        HttpRequest request = HttpRequest.newBuilder(url).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
