package io.jenkins.plugins.delivery.engine.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import io.jenkins.plugins.delivery.engine.rollout.FakeCluster;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The router against a real HAProxy, with real requests to two real servers. */
class HaproxyTest {
    private static final int REQUESTS = 200;

    @TempDir
    private Path directory;

    private final FakeCluster cluster = new FakeCluster();
    private final TrafficRouter router = TrafficRouters.named("haproxy");
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer stable;
    private HttpServer canary;
    private Process haproxy;
    private int front;
    private int admin;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        Optional<Path> binary = binary();
        assumeTrue(
                binary.isPresent(),
                "HAProxy is not installed (apt-get install haproxy), so its router is not tried with it");
        stable = server("stable");
        canary = server("canary");
        front = freePort();
        admin = freePort();
        Path configuration = Files.writeString(directory.resolve("haproxy.cfg"), """
                global
                  stats socket ipv4@127.0.0.1:%d level admin
                  stats socket %s level admin
                  stats socket %s level operator
                defaults
                  mode http
                  timeout connect 5s
                  timeout client 10s
                  timeout server 10s
                frontend public
                  bind 127.0.0.1:%d
                  default_backend shop
                backend shop
                  balance roundrobin
                  server shop 127.0.0.1:%d weight 50
                  server shop-canary 127.0.0.1:%d weight 0
                backend crowded
                  server shop 127.0.0.1:%d
                  server shop-canary 127.0.0.1:%d weight 0
                  server old 127.0.0.1:%d
                """.formatted(
                        admin,
                        directory.resolve("admin.sock"),
                        directory.resolve("operator.sock"),
                        front,
                        stable.getAddress().getPort(),
                        canary.getAddress().getPort(),
                        stable.getAddress().getPort(),
                        canary.getAddress().getPort(),
                        stable.getAddress().getPort()));
        haproxy = new ProcessBuilder(binary.get().toString(), "-db", "-f", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("haproxy.log").toFile())
                .start();
        awaitListening(front);
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (haproxy != null) {
            haproxy.destroy();
            haproxy.waitFor(10, TimeUnit.SECONDS);
            stable.stop(0);
            canary.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "unix"})
    void requests_follow_its_weights(String socket) throws Exception {
        Route route =
                route(socket.equals("tcp") ? "tcp://127.0.0.1:" + admin : "unix://" + directory.resolve("admin.sock"));
        assertThat(router.refusal(cluster, route, List.of())).isEmpty();
        assertThat(router.observe(cluster, route).inEffect()).isTrue();

        for (int weight : new int[] {5, 25, 50, 100, 0}) {
            Routing routing = router.route(cluster, route.weighing(weight));
            assertThat(routing.inEffect()).as(routing.words()).isTrue();
            assertThat(routing.weight()).isEqualTo(weight);
            assertThat(canaryShare()).isCloseTo(weight, within(1.0));
        }
        router.remove(cluster, route);
        HaproxyServers servers = HaproxyServers.parse(new HaproxySocket(route.address()).ask(HaproxyServers.COMMAND));
        assertThat(servers.find("shop", "shop").orElseThrow().weight())
                .as("as it is configured")
                .isEqualTo(50);
        assertThat(servers.find("shop", "shop-canary").orElseThrow().weight()).isZero();
    }

    @Test
    void a_restart_of_haproxy_is_noticed_and_the_weight_written_again() throws Exception {
        Route route = route("tcp://127.0.0.1:" + admin).weighing(50);
        router.route(cluster, route);
        new HaproxySocket(route.address()).ask("set server shop/shop weight 50; set server shop/shop-canary weight 0");

        assertThat(router.observe(cluster, route).inEffect()).isFalse();
        assertThat(router.route(cluster, route).inEffect()).isTrue();
    }

    @Test
    void a_server_that_is_down_takes_no_traffic_whatever_its_weight() throws Exception {
        Route route = route("tcp://127.0.0.1:" + admin).weighing(50);
        new HaproxySocket(route.address()).ask("set server shop/shop-canary state maint");

        Routing routing = router.route(cluster, route);

        assertThat(routing.inEffect()).isFalse();
        assertThat(routing.words()).contains("server 'shop-canary' is MAINT");
    }

    @Test
    void what_is_missing_is_said_before_anything_is_touched() {
        Route route = route("tcp://127.0.0.1:" + admin);
        assertThat(refusal(route.at("shops"))).contains("no backend 'shops' with servers; it has crowded, shop");
        assertThat(refusal(new Route("cart", 0, 4).at("shop").by(route.address())))
                .contains("has no server 'cart'");
        assertThat(refusal(route.at("crowded"))).contains("has more servers than 'shop' and 'shop-canary'");
        assertThat(refusal(route("unix://" + directory.resolve("nowhere.sock"))))
                .contains("HAProxy cannot be asked at unix:");
        assertThat(refusal(route(""))).contains("an administrator has to set");
        assertThat(refusal(route.at("shop/shop weight 0; disable frontend public")))
                .contains("no name of a backend");
        assertThat(refusal(route("localhost"))).contains("no address of a runtime socket");
    }

    @Test
    void a_socket_that_may_only_look_is_refused_by_haproxy() {
        Route route = route("unix://" + directory.resolve("operator.sock")).weighing(25);
        assertThatThrownBy(() -> router.route(cluster, route))
                .isInstanceOfSatisfying(
                        ClusterException.class, e -> assertThat(e.kind()).isEqualTo(ClusterException.Kind.FORBIDDEN))
                .hasMessageContaining("Permission denied");
    }

    private String refusal(Route route) {
        return router.refusal(cluster, route, List.of()).orElseThrow();
    }

    private static Route route(String address) {
        return new Route("shop", 0, 4).by(address);
    }

    private double canaryShare() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + front)).build();
        int canaries = 0;
        for (int i = 0; i < REQUESTS; i++) {
            HttpResponse<Void> response = http.send(request, HttpResponse.BodyHandlers.discarding());
            assertThat(response.statusCode()).isEqualTo(204);
            canaries += response.headers().allValues("X-Server").contains("canary") ? 1 : 0;
        }
        return 100.0 * canaries / REQUESTS;
    }

    private static HttpServer server(String name) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("X-Server", name);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitListening(int port) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (ConnectException e) {
                if (haproxy.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                    throw new IOException(Files.readString(directory.resolve("haproxy.log")), e);
                }
            }
        }
    }

    private static Optional<Path> binary() {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin";
        return Stream.of(path.split(":"))
                .map(directory -> Path.of(directory, "haproxy"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
