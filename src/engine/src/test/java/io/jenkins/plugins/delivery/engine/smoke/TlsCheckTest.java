package io.jenkins.plugins.delivery.engine.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsCheckTest {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    @TempDir
    static Path folder;

    private static ClientTls trusted;
    private static HttpsServer server;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException, InterruptedException {
        TestCertificate certificate = TestCertificate.make(folder, "server", 10);
        trusted = new ClientTls(ClientTls.trust(certificate.store()));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        server.setExecutor(THREADS);
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
        THREADS.shutdownNow();
    }

    private static String probe(ClientTls tls, Map<String, ?> check) {
        String url = "https://localhost:" + server.getAddress().getPort();
        SmokeSuite suite = SmokeArguments.parse(Map.of("url", url, "checks", List.of(check)));
        return Probing.words(Probing.probe(Probing.SETTINGS, suite, tls).get(0));
    }

    @Test
    void passesWithATrustedCertificateThatIsValidLongEnough() {
        assertThat(probe(trusted, Map.of("tls", true, "minDaysValid", 5, "minProtocol", "TLSv1.2")))
                .isEqualTo("passed");
    }

    @Test
    void announcesACertificateThatExpiresSoon() {
        assertThat(probe(trusted, Map.of("tls", true, "minDaysValid", 14)))
                .startsWith("expected a certificate that is valid for 14 more days, got 9 days, until ");
    }

    @Test
    void item17DoesNotAcceptACertificateThatNobodyTrusts() {
        assertThat(probe(ClientTls.ofThisMachine(), Map.of("tls", true))).contains("got SSLHandshakeException");
        assertThat(probe(ClientTls.ofThisMachine(), Map.of("path", "/"))).contains("got SSLHandshakeException");
    }
}
