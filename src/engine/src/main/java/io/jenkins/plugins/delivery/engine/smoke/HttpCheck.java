package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A request is answered as expected.
 *
 * @param call what is sent
 * @param demands what must come back
 * @param extracts what later checks take from the answer
 * @param credentialsId credentials for basic or bearer authentication or a client certificate, or null
 */
record HttpCheck(
        String name,
        HttpCall call,
        HttpDemands demands,
        List<Extract> extracts,
        @CheckForNull String credentialsId,
        Duration requestTimeout)
        implements Check {
    private static final long serialVersionUID = 1L;

    HttpCheck {
        extracts = List.copyOf(extracts);
    }

    @Override
    public String host() {
        return call.uri().getHost();
    }

    @Override
    public int port() {
        return port(call.uri());
    }

    @Override
    public String target() {
        return call.toString();
    }

    @Override
    public String awaited() {
        return "an answer to " + call;
    }

    @Override
    public Set<String> uses() {
        Set<String> names = new LinkedHashSet<>(call.uses());
        demands.expectations().forEach(expectation -> names.addAll(expectation.uses()));
        return names;
    }

    /** The port of the address, or the one that its scheme stands for. */
    static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equals(uri.getScheme()) ? 443 : 80;
    }
}
