package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Sends one request of a check and follows its redirects, each a request of its own for the transport and its policy on hosts. */
final class HttpProbe {
    private static final int MOST_REDIRECTS = 10;
    private static final int KEEPS_METHOD = 307;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final HttpTransport transport;
    private final Clock clock;
    private final HttpCheck check;
    private final URI uri;
    private final Map<String, String> headers;

    @CheckForNull
    private final byte[] body;

    @CheckForNull
    private final CheckCredential credential;

    HttpProbe(
            HttpTransport transport,
            Clock clock,
            HttpCheck check,
            Map<String, String> values,
            @CheckForNull CheckCredential credential) {
        this.transport = transport;
        this.clock = clock;
        this.check = check;
        this.credential = credential;
        HttpCall call = check.call();
        uri = call.boundUri(values);
        HttpBody content = call.body();
        body = content == null ? null : content.bound(values);
        headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (content != null && content.contentType() != null) {
            headers.put("Content-Type", content.contentType());
        }
        headers.putAll(call.boundHeaders(values));
        if (credential instanceof CheckCredential.Authorization authorization) {
            headers.put("Authorization", authorization.value());
        }
    }

    /** The answer at the end of all redirects, or a {@link ProbeException} that says what does not hold of the way there. */
    CompletableFuture<Answer> send() {
        return hop(uri, check.call().method(), true, 0);
    }

    private CompletableFuture<Answer> hop(URI to, String method, boolean sameHost, int redirects) {
        try {
            return transport
                    .send(request(to, method, sameHost))
                    .thenCompose(response -> next(response, to, method, sameHost, redirects));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** What a Jenkinsfile gives may hold what another host must not see: it stays with the first host. */
    private HttpTransport.Request request(URI to, String method, boolean sameHost) {
        boolean withBody = body != null && !method.equals("GET") && !method.equals("HEAD");
        Map<String, String> sent = new LinkedHashMap<>(sameHost ? headers : Map.of());
        if (!withBody) {
            sent.remove("Content-Type");
        }
        CheckCredential.ClientCertificate certificate =
                sameHost && credential instanceof CheckCredential.ClientCertificate one ? one : null;
        Boolean http2 =
                switch (check.call().version()) {
                    case ANY -> null;
                    case HTTP_1_1 -> Boolean.FALSE;
                    case HTTP_2 -> Boolean.TRUE;
                };
        return new HttpTransport.Request(
                method, to, sent, withBody ? body : null, http2, certificate, check.requestTimeout());
    }

    private CompletableFuture<Answer> next(
            HttpTransport.Response response, URI from, String method, boolean sameHost, int redirects) {
        mismatch(response).ifPresent(mismatch -> {
            throw new MismatchException(mismatch);
        });
        Answer answer = response.answer();
        String location = answer.header("location");
        if (check.call().redirects() == HttpCall.Redirects.NONE
                || location == null
                || !REDIRECTS.contains(answer.status())) {
            return CompletableFuture.completedFuture(answer);
        }
        URI target = target(from, location);
        if (redirects == MOST_REDIRECTS || !isHttp(target)) {
            throw new ProbeException("a redirect too many or elsewhere: " + target);
        }
        boolean same = sameHost && sameServer(target);
        if (!same && check.call().redirects() == HttpCall.Redirects.SAME_HOST) {
            throw new ProbeException("a redirect to another host: " + target);
        }
        boolean keep = answer.status() >= KEEPS_METHOD || method.equals("HEAD");
        return hop(target, keep ? method : "GET", same, redirects + 1);
    }

    private static URI target(URI from, String location) {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new ProbeException("a redirect to '" + location + "', no address");
        }
    }

    /** Another port is another server, and plain text after TLS is nobody's to trust. */
    private boolean sameServer(URI target) {
        return target.getHost().equalsIgnoreCase(uri.getHost())
                && HttpCheck.port(target) == HttpCheck.port(uri)
                && target.getScheme().equals(uri.getScheme());
    }

    private static boolean isHttp(URI uri) {
        return uri.getHost() != null
                && uri.getRawUserInfo() == null
                && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    }

    private Optional<Mismatch> mismatch(HttpTransport.Response response) {
        if (check.call().version() == HttpCall.HttpVersion.HTTP_2 && !response.http2()) {
            return Optional.of(new Mismatch("HTTP/2", "HTTP/1.1"));
        }
        TlsLimits limits = check.demands().tls();
        String protocol = response.tlsProtocol();
        X509Certificate certificate = response.certificate();
        if (protocol == null || certificate == null) {
            return limits.equals(TlsLimits.NONE)
                    ? Optional.empty()
                    : Optional.of(new Mismatch("TLS", "a redirect to plain HTTP"));
        }
        return limits.check(protocol, certificate, clock.instant());
    }
}
