package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;

/**
 * A TLS handshake succeeds with a trusted certificate for the host.
 *
 * @param minDaysValid how many more days the certificate must be valid, 0 or more
 * @param minProtocol {@code TLSv1.2} or {@code TLSv1.3}, or null for whatever both sides agree on
 */
public record TlsCheck(
        String name,
        String host,
        int port,
        int minDaysValid,
        @CheckForNull String minProtocol,
        Duration requestTimeout) implements Check {
    private static final long serialVersionUID = 1L;
}
