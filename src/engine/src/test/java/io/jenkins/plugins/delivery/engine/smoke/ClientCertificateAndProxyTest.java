package io.jenkins.plugins.delivery.engine.smoke;

import static io.jenkins.plugins.delivery.engine.smoke.Probing.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ClientCertificateAndProxyTest {
    @TempDir
    Path folder;

    private static String probe(ProbeSettings settings, ClientTls tls, Map<String, ?> check) {
        return words(Probing.probe(settings, SmokeArguments.parse(Map.of("checks", List.of(check))), tls)
                .get(0));
    }

    @Test
    void showsTheCertificateOfItsCredential() throws Exception {
        TestCertificate serverKey = TestCertificate.make(folder, "server", 10);
        TestCertificate client = TestCertificate.make(folder, "client", 10);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(serverKey.context(client.store())) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters needed = getSSLContext().getDefaultSSLParameters();
                needed.setNeedClientAuth(true);
                parameters.setSSLParameters(needed);
            }
        });
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
        try {
            ClientTls tls = new ClientTls(ClientTls.trust(serverKey.store()));
            CheckCredential certificate =
                    new CheckCredential.ClientCertificate(Files.readAllBytes(client.file()), TestCertificate.PASSWORD);
            ProbeSettings settings = new ProbeSettings(HostPolicy.any(), null, Map.of("me", certificate), Map.of(), 2);
            String url = "https://localhost:" + server.getAddress().getPort() + "/";
            assertThat(probe(settings, tls, Map.of("url", url, "credentialsId", "me")))
                    .isEqualTo("passed");
            assertThat(probe(settings, tls, Map.of("url", url)))
                    .startsWith("expected an answer to GET " + url + ", got");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void goesThroughTheProxyAndPastItWhereItIsNotFor() throws IOException {
        ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            try (exchange) {
                String user = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
                seen.add(exchange.getRequestURI() + " " + user);
                byte[] body = "by proxy".getBytes(StandardCharsets.UTF_8);
                if (user == null) {
                    exchange.getResponseHeaders().add("Proxy-Authenticate", "Basic realm=\"proxy\"");
                }
                boolean direct = exchange.getRequestURI().getHost() == null;
                exchange.sendResponseHeaders(user == null && !direct ? 407 : 200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        proxy.start();
        try {
            int port = proxy.getAddress().getPort();
            HttpProxy settings =
                    new HttpProxy("localhost", port, "me", "secret", List.of(Pattern.compile("localhost")));
            ProbeSettings probing = new ProbeSettings(HostPolicy.any(), settings, Map.of(), Map.of(), 2);
            ClientTls tls = ClientTls.ofThisMachine();
            assertThat(probe(probing, tls, Map.of("url", "http://inside.invalid/a", "text", "by proxy")))
                    .isEqualTo("passed");
            assertThat(seen)
                    .containsExactly("http://inside.invalid/a null", "http://inside.invalid/a Basic bWU6c2VjcmV0");
            assertThat(probe(probing, tls, Map.of("url", "http://localhost:" + port + "/b")))
                    .isEqualTo("passed");
            assertThat(seen).contains("/b null");
            assertThat(settings).hasToString("proxy localhost:" + port);
        } finally {
            proxy.stop(0);
        }
    }
}
