package io.jenkins.plugins.delivery.engine.smoke;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Checks below HTTP. Each blocks its thread for as long as the check's own time-out at most. */
final class SocketProbe {
    private final PinnedNames names;
    private final Supplier<SSLSocketFactory> tls;
    private final Clock clock;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    SocketProbe(PinnedNames names, Supplier<SSLSocketFactory> tls, Clock clock) {
        this.names = names;
        this.tls = tls;
        this.clock = clock;
    }

    Attempt tcp(TcpCheck check) throws IOException {
        long start = System.nanoTime();
        Socket socket = connected(check);
        open.remove(socket);
        socket.close();
        return passed(check, start);
    }

    Attempt tls(TlsCheck check) throws IOException {
        long start = System.nanoTime();
        Socket plain = connected(check);
        try (SSLSocket socket = (SSLSocket) tls.get().createSocket(plain, check.host(), check.port(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoTimeout((int) check.requestTimeout().toMillis());
            socket.startHandshake();
            SSLSession session = socket.getSession();
            X509Certificate certificate = (X509Certificate) session.getPeerCertificates()[0];
            return check.limits()
                    .check(session.getProtocol(), certificate, clock.instant())
                    .map(mismatch -> new Attempt(check.name(), mismatch, List.of()))
                    .orElseGet(() -> passed(check, start));
        } finally {
            open.remove(plain);
            plain.close();
        }
    }

    /** Tries the addresses of the name in their order, as every client does. */
    private Socket connected(Check check) throws IOException {
        names.check(check.host(), check.port(), false);
        IOException first = null;
        for (InetAddress address : names.addresses(check.host())) {
            try {
                return connected(address, check);
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        throw first == null ? new IOException("no address") : first;
    }

    private Socket connected(InetAddress address, Check check) throws IOException {
        Socket socket = new Socket();
        open.add(socket);
        try {
            if (closed) {
                throw new IOException("stopped");
            }
            socket.connect(new InetSocketAddress(address, check.port()), (int)
                    check.requestTimeout().toMillis());
            return socket;
        } catch (IOException | RuntimeException e) {
            open.remove(socket);
            socket.close();
            throw e;
        }
    }

    private static Attempt passed(Check check, long start) {
        return new Attempt(check.name(), null, List.of((System.nanoTime() - start) / 1_000_000));
    }

    /** Ends what is under way. */
    void close() {
        closed = true;
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                // nothing is left that could be done about it, and its time-out ends it anyway
            }
        }
    }
}
