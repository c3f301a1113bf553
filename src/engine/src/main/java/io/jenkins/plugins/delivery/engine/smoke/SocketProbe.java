package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Checks below HTTP. Each blocks its thread for as long as the check's own time-out at most. */
final class SocketProbe {
    private final HostPolicy policy;
    private final SSLSocketFactory tls;
    private final Clock clock;

    SocketProbe(HostPolicy policy, SSLSocketFactory tls, Clock clock) {
        this.policy = policy;
        this.tls = tls;
        this.clock = clock;
    }

    Attempt tcp(TcpCheck check) throws IOException {
        policy.checkAddress(check.host(), check.port());
        long start = System.nanoTime();
        try (Socket socket = connected(check.host(), check.port(), check)) {
            return passed(check, start);
        }
    }

    Attempt dns(DnsCheck check) throws IOException {
        policy.checkAddress(check.host(), check.port());
        long start = System.nanoTime();
        InetAddress.getAllByName(check.host());
        return passed(check, start);
    }

    Attempt tls(TlsCheck check) throws IOException {
        policy.checkAddress(check.host(), check.port());
        long start = System.nanoTime();
        try (Socket plain = connected(check.host(), check.port(), check);
                SSLSocket socket = (SSLSocket) tls.createSocket(plain, check.host(), check.port(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoTimeout((int) check.requestTimeout().toMillis());
            socket.startHandshake();
            Mismatch mismatch = mismatch(check, socket.getSession());
            return mismatch == null ? passed(check, start) : new Attempt(check.name(), mismatch, List.of());
        }
    }

    @CheckForNull
    private Mismatch mismatch(TlsCheck check, SSLSession session) throws IOException {
        String minimum = check.minProtocol();
        if (minimum != null && session.getProtocol().compareTo(minimum) < 0) {
            return new Mismatch("protocol " + minimum + " or newer", session.getProtocol());
        }
        X509Certificate certificate = (X509Certificate) session.getPeerCertificates()[0];
        long days = ChronoUnit.DAYS.between(
                clock.instant(), certificate.getNotAfter().toInstant());
        if (days >= check.minDaysValid()) {
            return null;
        }
        return new Mismatch(
                "a certificate that is valid for " + check.minDaysValid() + " more days",
                days + " days, until " + certificate.getNotAfter().toInstant());
    }

    private static Socket connected(String host, int port, Check check) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), (int)
                    check.requestTimeout().toMillis());
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static Attempt passed(Check check, long start) {
        return new Attempt(check.name(), null, List.of((System.nanoTime() - start) / 1_000_000));
    }
}
