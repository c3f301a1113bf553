package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;

/**
 * A server says {@code SERVING} over the
 * <a href="https://github.com/grpc/grpc/blob/master/doc/health-checking.md">gRPC health checking protocol</a>.
 *
 * @param service name of the service, empty for the server as a whole
 * @param tls false for HTTP/2 without TLS
 */
record GrpcCheck(
        String name,
        String host,
        int port,
        boolean tls,
        String service,
        @CheckForNull String credentialsId,
        Duration requestTimeout)
        implements Check {
    private static final long serialVersionUID = 1L;

    @Override
    public String target() {
        return "grpc " + host + ":" + port + (service.isEmpty() ? "" : " " + service);
    }

    @Override
    public String awaited() {
        return "SERVING from " + target();
    }
}
