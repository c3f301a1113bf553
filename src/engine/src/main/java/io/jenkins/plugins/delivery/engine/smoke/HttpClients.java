package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Credentials;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/** The HTTP clients of one run, which share threads and connections: one for each way to speak to a server. */
final class HttpClients {
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private record Way(
            boolean https,
            List<Protocol> protocols,
            @CheckForNull CheckCredential.ClientCertificate certificate) {}

    private final Map<Way, OkHttpClient> clients = new ConcurrentHashMap<>();
    private final Supplier<ClientTls> tls;
    private final OkHttpClient base;

    HttpClients(
            ExecutorService threads,
            PinnedNames names,
            @CheckForNull HttpProxy proxy,
            Supplier<ClientTls> tls,
            int concurrency) {
        this.tls = tls;
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(concurrency);
        dispatcher.setMaxRequestsPerHost(concurrency);
        base = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(concurrency, 20, TimeUnit.SECONDS))
                .dns(names)
                .proxySelector(selector(proxy))
                .proxyAuthenticator((route, response) -> authenticated(proxy, response))
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
    }

    /** @param http2 true for nothing but HTTP/2, false for nothing but HTTP/1.1, null for what both sides prefer */
    OkHttpClient client(
            boolean https, @CheckForNull Boolean http2, @CheckForNull CheckCredential.ClientCertificate certificate) {
        List<Protocol> protocols = List.of(Protocol.HTTP_1_1);
        if (https && !Boolean.FALSE.equals(http2)) {
            protocols = List.of(Protocol.HTTP_2, Protocol.HTTP_1_1);
        } else if (!https && Boolean.TRUE.equals(http2)) {
            protocols = List.of(Protocol.H2_PRIOR_KNOWLEDGE);
        }
        return clients.computeIfAbsent(new Way(https, protocols, certificate), this::build);
    }

    /** What needs no TLS does not read certificates either: for a short run that is a good part of its time. */
    private OkHttpClient build(Way way) {
        OkHttpClient.Builder builder = base.newBuilder().protocols(way.protocols());
        if (!way.https()) {
            return builder.build();
        }
        ClientTls known = tls.get();
        builder.connectionSpecs(List.of(ConnectionSpec.COMPATIBLE_TLS))
                .sslSocketFactory(known.sockets(way.certificate()), known.trust());
        if (known.anyName()) {
            builder.hostnameVerifier((name, session) -> true);
        }
        return builder.build();
    }

    private static ProxySelector selector(@CheckForNull HttpProxy proxy) {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return proxy != null && uri.getHost() != null && proxy.serves(uri.getHost())
                        ? List.of(new Proxy(
                                Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port())))
                        : List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {
                // the attempt says so
            }
        };
    }

    @CheckForNull
    private static Request authenticated(@CheckForNull HttpProxy proxy, Response response) {
        boolean refused = response.request().header("Proxy-Authorization") != null;
        if (proxy == null || proxy.user() == null || refused && response.code() == PROXY_AUTHENTICATION_REQUIRED) {
            return null;
        }
        String password = proxy.password() == null ? "" : proxy.password();
        return response.request()
                .newBuilder()
                .header("Proxy-Authorization", Credentials.basic(proxy.user(), password))
                .build();
    }

    void forgetConnections() {
        base.connectionPool().evictAll();
    }

    void close() {
        base.dispatcher().cancelAll();
        forgetConnections();
    }
}
