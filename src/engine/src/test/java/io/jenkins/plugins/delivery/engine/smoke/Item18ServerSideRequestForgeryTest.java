package io.jenkins.plugins.delivery.engine.smoke;

import static io.jenkins.plugins.delivery.engine.smoke.Probing.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Jenkinsfile must not make the controller fetch: metadata services, link-local addresses, and whatever leads there. */
@Timeout(60)
class Item18ServerSideRequestForgeryTest {
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                requests.incrementAndGet();
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static ProbeSettings only(String... hosts) {
        return new ProbeSettings(HostPolicy.only(List.of(hosts)), null, Map.of(), Map.of(), 4);
    }

    private String probe(ProbeSettings settings, Dns resolver, Map<String, ?> check) {
        SmokeSuite suite = SmokeArguments.parse(Map.of("checks", List.of(check)));
        return words(Probing.probe(settings, suite, ClientTls.ofThisMachine(), resolver)
                .get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.170.2",
                "168.63.129.16",
                "100.100.100.200",
                "0.0.0.0",
                "255.255.255.255",
                "[fe80::1]",
                "[fd00:ec2::254]",
                "[fd20:ce::254]",
                "[::ffff:169.254.169.254]",
                "[::169.254.169.254]",
                "[64:ff9b::a9fe:a9fe]",
                "[64:ff9b:1::a9fe:a9fe]",
                "[2002:a9fe:a9fe::1]",
                "[2001:0:0:0:0:0:5601:5601]"
            })
    void aForbiddenAddressIsNotContactedEvenIfAnAdministratorAllowsItsText(String host) {
        assertThat(probe(only(host), Dns.SYSTEM, Map.of("tcp", host + ":80")))
                .contains("a link-local or metadata address, which is never contacted");
        assertThat(probe(only(host), Dns.SYSTEM, Map.of("url", "http://" + host + "/latest/meta-data/")))
                .contains("a link-local or metadata address, which is never contacted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2852039166",
                "0xa9fea9fe",
                "0xA9.0xFE.0xA9.0xFE",
                "0251.0376.0251.0376",
                "169.254.43518",
                "169.0xfe.169.254",
                "0177.0.0.1",
                "127.1",
                "169.254.169.254."
            })
    void anAddressInAnUnusualFormIsRefusedBeforeAnythingIsResolved(String host) {
        Dns nobody = name -> {
            throw new AssertionError("resolved " + name);
        };
        assertThat(probe(only(host), nobody, Map.of("tcp", host + ":80"))).contains("an address in an unusual form");
    }

    @Test
    void aNameThatIsBoundAnewBetweenCheckAndUseGainsNothing() throws UnknownHostException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        InetAddress metadata = InetAddress.getByName("169.254.169.254");
        AtomicInteger asked = new AtomicInteger();
        Dns rebinding = name -> asked.getAndIncrement() == 0 ? List.of(loopback) : List.of(metadata);
        String url = "http://shop.example:" + server.getAddress().getPort() + "/";
        assertThat(probe(only("shop.example"), rebinding, Map.of("url", url, "samples", 5)))
                .isEqualTo("passed");
        assertThat(asked).hasValue(1);
        assertThat(requests).hasValue(5);
    }

    @Test
    void aNameWithOneForbiddenAddressAmongOthersIsRefused() throws UnknownHostException {
        List<InetAddress> both = List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("169.254.169.254"));
        String url = "http://shop.example:" + server.getAddress().getPort() + "/";
        assertThat(probe(only("shop.example"), name -> both, Map.of("url", url)))
                .contains("shop.example leads to 169.254.169.254");
        assertThat(requests).hasValue(0);
    }

    @Test
    void eachHopOfARedirectIsHeldToThePolicy() {
        int port = server.getAddress().getPort();
        server.createContext("/out", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + port + "/");
                exchange.sendResponseHeaders(302, -1);
            }
        });
        assertThat(probe(only("localhost"), Dns.SYSTEM, Map.of("url", "http://localhost:" + port + "/out")))
                .contains("the controller may not contact 127.0.0.1:" + port);
        assertThat(requests).hasValue(0);
    }

    @Test
    void aNameServerIsAHostThatIsContacted() {
        Map<String, ?> check = Map.of("dns", "localhost", "type", "A", "server", "169.254.169.253");
        assertThat(probe(only("localhost"), Dns.SYSTEM, check))
                .contains("the controller may not contact 169.254.169.253");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../../secrets",
                "/a/../b",
                "/%2e%2e/secrets",
                "/%2E./secrets",
                "/a/%252e%252e/secrets",
                "/..%2f..%2fsecrets",
                "/..%5c..%5csecrets",
                "/..;x/secrets",
                "/./a"
            })
    void aPathDoesNotLeadOutOfTheServiceBehindAnApiServer(String path) {
        assertThatExceptionOfType(ProbeException.class)
                .isThrownBy(() -> ServiceTransport.verify(path))
                .withMessageContaining("could lead out of the Service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/api/v1.2/items", "/a..b", "/...", "/%C3%A4/%20", "/a+b"})
    void anOrdinaryPathIsLeftAlone(String path) {
        ServiceTransport.verify(path);
    }
}
