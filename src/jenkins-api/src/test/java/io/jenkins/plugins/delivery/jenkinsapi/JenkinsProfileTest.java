package io.jenkins.plugins.delivery.jenkinsapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.tools.ant.BuildException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The profile {@code jenkins} of the build: what it says where Jenkins's own repository cannot be had. */
class JenkinsProfileTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final Path ROOT = Path.of("../..");

    @TempDir
    private Path folder;

    private final JenkinsProfile profile = JenkinsProfile.of(ROOT.resolve("pom.xml"));
    private final String core =
            "/org/jenkins-ci/main/jenkins-core/%1$s/jenkins-core-%1$s.pom".formatted(profile.version());

    @Test
    void failsWithOneSentenceWhereTheRepositoryCannotBeReached() throws IOException {
        String repository = "http://localhost:" + closedPort();

        assertThatThrownBy(() -> profile.check(folder, repository, 20))
                .isInstanceOf(BuildException.class)
                .hasMessage(sentence(repository));
    }

    @Test
    void failsWithTheSameSentenceWhereTheRepositoryHasNoSuchJenkins() throws IOException {
        HttpServer empty = server(404);
        try {
            assertThatThrownBy(() -> profile.check(folder, address(empty), 20))
                    .isInstanceOf(BuildException.class)
                    .hasMessage(sentence(address(empty)));
        } finally {
            empty.stop(0);
        }
    }

    @Test
    void doesNotWaitForARepositoryThatNeverAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, LOOPBACK)) {
            String repository = "http://localhost:" + silent.getLocalPort();

            assertThatThrownBy(() -> profile.check(folder, repository, 0))
                    .isInstanceOf(BuildException.class)
                    .hasMessage(sentence(repository));
        }
    }

    @Test
    void goesOnWhereTheRepositoryHasTheJenkinsThatWeSupport() throws IOException {
        HttpServer repository = server(200);
        try {
            assertThatCode(() -> profile.check(folder, address(repository), 20)).doesNotThrowAnyException();
        } finally {
            repository.stop(0);
        }
    }

    @Test
    void aloneNamesTheAddressOfTheRepository() throws IOException {
        String host = profile.repository().getHost();

        try (Stream<Path> files = Stream.of(
                        "src", "docs", "vars", "resources", "examples", ".ci", ".mvn", "pom.xml", "README.md")
                .map(ROOT::resolve)
                .flatMap(JenkinsProfileTest::files)) {
            List<Path> naming = files.filter(each -> mentions(each, host)).toList();

            assertThat(naming).containsExactly(ROOT.resolve("pom.xml"));
        }
        assertThat(Files.readString(ROOT.resolve("pom.xml"))).containsOnlyOnce(host);
    }

    private String sentence(String repository) {
        return "The profile jenkins builds against Jenkins's own artifacts, and " + repository + core
                + " cannot be read: run it where it can, or name a mirror with -Djenkins.repository=(address).";
    }

    private static Stream<Path> files(Path root) {
        try {
            return Files.walk(root).filter(Files::isRegularFile).filter(each -> Stream.of("target", "node_modules")
                    .noneMatch(generated -> each.toString().contains("/" + generated + "/")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean mentions(Path file, String host) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(host);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, LOOPBACK)) {
            return closed.getLocalPort();
        }
    }

    private HttpServer server(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        server.createContext(core, exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String address(HttpServer server) {
        return "http://localhost:" + server.getAddress().getPort();
    }
}
