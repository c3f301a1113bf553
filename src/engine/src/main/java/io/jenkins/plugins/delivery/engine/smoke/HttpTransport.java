package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Sends a single request; redirects are left to who asks. */
interface HttpTransport {
    /**
     * A request with everything in it.
     *
     * @param body or null for none
     * @param http2 true for nothing but HTTP/2, false for nothing but HTTP/1.1, null for what both sides prefer
     * @param certificate to show to the server, or null
     */
    record Request(
            String method,
            URI uri,
            Map<String, String> headers,
            @CheckForNull byte[] body,
            @CheckForNull Boolean http2,
            @CheckForNull CheckCredential.ClientCertificate certificate,
            Duration timeout) {}

    /**
     * What came back.
     *
     * @param http2 whether it came over HTTP/2
     * @param tlsProtocol such as {@code TLSv1.3}, or null without TLS
     * @param certificate of the server, or null without TLS
     */
    record Response(
            Answer answer,
            boolean http2,
            @CheckForNull String tlsProtocol,
            @CheckForNull X509Certificate certificate) {}

    CompletableFuture<Response> send(Request request);

    /** Ends all requests that are under way, and takes no more. */
    void close();
}
