package io.jenkins.plugins.delivery.acceptance;

import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.cluster.EmbeddedCluster;
import io.jenkins.plugins.delivery.rehearsal.cluster.TinyImages;
import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.FrontKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The cluster that a real Jenkins deploys to; its time is real. */
public final class Cluster implements AutoCloseable {
    private static final int REQUESTS = 20;
    private final VirtualClock clock = new VirtualClock();
    private final EmbeddedCluster embedded;
    private final Path folder;

    public Cluster(Path folder) throws IOException {
        clock.realTime(true);
        this.folder = Files.createDirectories(folder);
        this.embedded = new EmbeddedCluster(clock, folder.resolve("cluster"));
        embedded.namespace("production");
    }

    EmbeddedCluster embedded() {
        return embedded;
    }

    public String server() {
        return embedded.server();
    }

    public String prometheus() {
        return embedded.prometheus().orElseThrow();
    }

    /** An image of the small application that says its version. */
    public String image(String version, String... variables) throws IOException {
        return TinyImages.load(embedded, folder, version, variables).toString();
    }

    /** Whether nothing of this name has been deployed yet. */
    boolean isEmpty(String service) {
        return embedded.url(new FrontKey("Service", "production", service)).isEmpty();
    }

    /** The versions that users meet. */
    public Set<String> serves(String service) throws IOException, InterruptedException {
        String url =
                embedded.url(new FrontKey("Service", "production", service)).orElseThrow();
        Set<String> versions = new TreeSet<>();
        for (int i = 0; i < REQUESTS; i++) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
            versions.add(answer.statusCode() == 200 ? answer.body() : "status " + answer.statusCode());
        }
        return versions;
    }

    @Override
    public void close() {
        embedded.close();
        clock.close();
    }
}
