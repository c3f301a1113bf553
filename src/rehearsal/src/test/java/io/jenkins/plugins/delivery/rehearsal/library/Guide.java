package io.jenkins.plugins.delivery.rehearsal.library;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.jenkins.plugins.delivery.rehearsal.ExampleLibrary;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.runtime.LibrarySource;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRequest;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRuntime;
import io.jenkins.plugins.delivery.rehearsal.runtime.RehearsalController;
import io.jenkins.plugins.delivery.rehearsal.scenario.Recording;
import io.jenkins.plugins.delivery.rehearsal.scenario.RehearsalSettings;
import io.jenkins.plugins.delivery.rehearsal.scenario.Scenario;
import io.jenkins.plugins.delivery.rehearsal.scenario.Scene;
import io.jenkins.plugins.delivery.rehearsal.steps.scm.FolderSource;
import io.jenkins.plugins.delivery.rehearsal.steps.scm.RunSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.apache.commons.io.FileUtils;

/**
 * What the Jenkinsfiles of the documents find: one controller, one cluster with a shop that people visit, the programs that they call, and
 * the addresses that they name, all of it on this machine.
 */
final class Guide implements AutoCloseable {
    static final Path FILES = Path.of("src/test/resources/io/jenkins/plugins/delivery/rehearsal/library/guide");
    private static final String TRUST = "javax.net.ssl.trustStore";
    private static final List<String> PROGRAMS = List.of(
            "mvn",
            "terraform",
            "flyway",
            "psql",
            "pg_dump",
            "pg_restore",
            "createdb",
            "dropdb",
            "curl",
            "kustomize",
            "helm",
            "trivy",
            "vegeta",
            "k6",
            "gitleaks",
            "checkov",
            "git",
            "docker",
            "aws",
            "kubectl");

    private final Path folder;
    private final Path source;
    private final VirtualClock clock = new VirtualClock();
    private final HttpsServer elsewhere;
    private final Scene scene;
    private final RehearsalController controller;

    Guide(Path folder) throws Exception {
        this.folder = folder;
        this.source = folder.resolve("source");
        copy(FILES.resolve("workspace"), source);
        Files.createDirectories(source.resolve("deploy/manifests"));
        Files.copy(source.resolve("deploy/shop.yaml"), source.resolve("deploy/manifests/shop.yaml"));
        ExampleLibrary.into(folder.resolve("library"));
        agent();
        elsewhere = elsewhere();
        scene = Scene.open(
                settings(),
                Scenario.read(FILES.resolve("scenarios/good.yaml"), "good.yaml"),
                clock,
                folder.resolve("cluster"),
                Optional.empty(),
                new Recording());
        controller = RehearsalController.start(folder.resolve("home"), clock, scene::prepare);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private void agent() throws IOException {
        Path programs = Files.createDirectories(folder.resolve("agent"));
        for (String name : PROGRAMS) {
            Files.copy(FILES.resolve("agent.sh"), programs.resolve(name));
            if (!programs.resolve(name).toFile().setExecutable(true)) {
                throw new IOException("Cannot make " + name + " executable");
            }
        }
    }

    private RehearsalSettings settings() throws IOException {
        String text = Files.readString(FILES.resolve("rehearsal.yaml"))
                .replace("${agent}", folder.resolve("agent").toString())
                .replace("${standIn}", folder.resolve("cluster/stand-ins").toString())
                .replace("${staging}", staging());
        return RehearsalSettings.read(Files.writeString(folder.resolve("rehearsal.yaml"), text), "rehearsal.yaml");
    }

    /** The staging of the documents, with a certificate that signs itself and that this Java trusts as long as this is open. */
    private HttpsServer elsewhere() throws Exception {
        SSLContext context = LocalCertificate.make(folder);
        System.setProperty(TRUST, folder.resolve(LocalCertificate.TRUSTED).toString());
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            byte[] body = "[{\"id\": 1, \"name\": \"tea\"}]".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        return server;
    }

    String staging() {
        return "https://localhost:" + elsewhere.getAddress().getPort();
    }

    /** The address of something that listens, as {@code host:port}. */
    String listening() {
        return staging().substring("https://".length());
    }

    /** Runs a script as the next build of a job, in a workspace that is clean. */
    PipelineOutcome run(String job, String script, Map<String, Object> parameters) {
        try {
            FileUtils.deleteDirectory(
                    controller.home().resolve("workspace").resolve(job).toFile());
            return new PipelineRuntime()
                    .run(PipelineRequest.ofScript(script)
                            .home(controller.home())
                            .jobName(job)
                            .clock(clock)
                            .user("bob")
                            .parameters(parameters)
                            .libraries(List.of(new LibrarySource(
                                    "progressive-delivery", folder.resolve("library"), "main", true, false)))
                            .actions(List.of(new RunSource(new FolderSource(source.toString()))))
                            .shell(scene.shell())
                            .observer(scene.observer())
                            .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        System.clearProperty(TRUST);
        elsewhere.stop(0);
        controller.close();
        scene.close();
        clock.close();
    }
}
