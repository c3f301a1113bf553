package io.jenkins.plugins.delivery.engine.smoke;

import java.time.Duration;

/** A name resolves to at least one address. */
public record DnsCheck(String name, String host, Duration requestTimeout) implements Check {
    private static final long serialVersionUID = 1L;

    @Override
    public int port() {
        return 53;
    }
}
