package io.jenkins.plugins.delivery.engine.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsCheckTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    @TempDir
    static Path folder;

    private static SSLContext trusted;
    private static HttpsServer server;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit",
                        "-storetype",
                        "PKCS12",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-validity",
                        "10",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost")
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        trusted = SSLContext.getInstance("TLS");
        trusted.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(trusted));
        server.setExecutor(THREADS);
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
        THREADS.shutdownNow();
    }

    private static String probe(SSLContext context, Map<String, ?> check) throws GeneralSecurityException {
        HttpClient client =
                HttpClient.newBuilder().executor(THREADS).sslContext(context).build();
        SmokeProber prober = new SmokeProber(client, THREADS, HostPolicy.any(), Map.of(), Clock.systemUTC());
        String url = "https://localhost:" + server.getAddress().getPort();
        SmokeSuite suite = SmokeArguments.parse(Map.of("url", url, "checks", List.of(check)));
        Mismatch mismatch = prober.probe(suite.checks(), 1).join().get(0).mismatch();
        return mismatch == null ? "passed" : mismatch.toString();
    }

    @Test
    void passesWithATrustedCertificateThatIsValidLongEnough() throws GeneralSecurityException {
        assertThat(probe(trusted, Map.of("tls", true, "minDaysValid", 5, "minProtocol", "TLSv1.2")))
                .isEqualTo("passed");
    }

    @Test
    void announcesACertificateThatExpiresSoon() throws GeneralSecurityException {
        assertThat(probe(trusted, Map.of("tls", true, "minDaysValid", 14)))
                .startsWith("expected a certificate that is valid for 14 more days, got 9 days, until ");
    }

    @Test
    void doesNotAcceptACertificateThatNobodyTrusts() throws GeneralSecurityException {
        assertThat(probe(SSLContext.getDefault(), Map.of("tls", true))).contains("got SSLHandshakeException");
        assertThat(probe(SSLContext.getDefault(), Map.of("path", "/"))).contains("got SSLHandshakeException");
    }
}
