package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be wrong with a Jenkins that was named as running is said in a sentence; here a server says what Jenkins would. */
class RunningJenkinsTest {
    private static final String PLUGINS = "pluginManager/api/json";

    /** Status and body by path; everything else is not found. */
    private record Says(int status, String body) {}

    private HttpServer server;
    private Map<String, Says> says = Map.of();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Says answer =
                    says.getOrDefault(exchange.getRequestURI().getPath().substring(1), new Says(404, "no such page"));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("X-Jenkins", "2.541.3");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void thatDoesNotAnswer() {
        server.stop(0);

        assertThatThrownBy(this::join)
                .hasMessageMatching("-Djenkins.url=http://127.0.0.1:\\d+/ cannot be reached: .*"
                        + "; start that Jenkins, or name another one\\.");
    }

    @Test
    void thatIsSomethingElse() {
        assertThatThrownBy(this::join).hasMessageContaining("/ is no Jenkins: it answered 404; give its root");
    }

    @Test
    void thatRefusesTheToken() {
        says = Map.of("whoAmI/api/json", new Says(401, ""));

        assertThatThrownBy(this::join)
                .hasMessageContaining("-Djenkins.token is refused by http://127.0.0.1")
                .hasMessageContaining("(401): ann makes one under http://127.0.0.1")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void thatKnowsTheUserAsNoAdministrator() {
        says = Map.of("whoAmI/api/json", new Says(200, "{}"), "script", new Says(403, ""));

        assertThatThrownBy(this::join).hasMessageContaining("has to be an administrator's, and ann is none");
    }

    @Test
    void withoutThePlugin() {
        installed("{'shortName':'progressive-delivery','version':'0.1.0','active':false}");

        assertThatThrownBy(this::join)
                .hasMessageContaining("progressive-delivery is not installed or not active on http://127.0.0.1");
    }

    @Test
    void withAnotherVersionOfThePlugin() {
        installed("{'shortName':'progressive-delivery','version':'0.0.9','active':true}");

        assertThatThrownBy(this::join)
                .hasMessageContaining("progressive-delivery is 0.0.9 on http://127.0.0.1")
                .hasMessageContaining("but 0.1.0 was built here: upload built.hpi, and restart.");
    }

    @Test
    void thatHasItAllIsJoined() {
        installed("{'shortName':'progressive-delivery','version':'0.1.0','active':true}");

        assertThat(join().plugin("progressive-delivery")).isPresent();
    }

    private void installed(String plugin) {
        says = Map.of(
                "whoAmI/api/json",
                new Says(200, "{}"),
                "script",
                new Says(200, ""),
                PLUGINS,
                new Says(200, "{\"plugins\":[" + plugin.replace('\'', '"') + "]}"));
    }

    private PluginFolder join() {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return new RunningJenkins(new AcceptanceTarget.Running(url, "ann", "s3cr3t"))
                .plugins(
                        "progressive-delivery",
                        Optional.of(new PluginArchive(
                                Path.of("built.hpi"), "progressive-delivery", "0.1.0", "2.541.3", List.of())));
    }
}
