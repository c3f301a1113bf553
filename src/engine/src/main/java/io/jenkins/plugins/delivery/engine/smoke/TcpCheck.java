package io.jenkins.plugins.delivery.engine.smoke;

import java.time.Duration;

/** A TCP connection can be opened. */
public record TcpCheck(String name, String host, int port, Duration requestTimeout) implements Check {
    private static final long serialVersionUID = 1L;

    @Override
    public String target() {
        return "tcp " + host + ":" + port;
    }

    @Override
    public String awaited() {
        return "a connection to " + host + ":" + port;
    }
}
