package io.jenkins.plugins.delivery.engine.smoke;

import java.time.Duration;

/**
 * A TLS handshake succeeds with a trusted certificate for the host.
 *
 * @param limits what else must hold of it
 */
record TlsCheck(String name, String host, int port, TlsLimits limits, Duration requestTimeout) implements Check {
    private static final long serialVersionUID = 1L;

    @Override
    public String target() {
        return "tls " + host + ":" + port;
    }

    @Override
    public String awaited() {
        return "a TLS handshake with " + host + ":" + port;
    }
}
