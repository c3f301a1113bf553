package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request is answered as expected.
 *
 * @param uri absolute, http or https
 * @param headers sent with the request
 * @param body sent with the request, or null for none
 * @param followRedirects whether a redirect is followed before anything is expected
 * @param samples how many requests one attempt makes, at least 1; latency percentiles come from them
 * @param credentialsId credentials for basic or bearer authentication, or null
 * @param expectations what must hold of each answer
 * @param latency what must hold of the samples' latencies
 */
public record HttpCheck(
        String name,
        URI uri,
        String method,
        Map<String, String> headers,
        @CheckForNull String body,
        boolean followRedirects,
        int samples,
        @CheckForNull String credentialsId,
        List<Expectation> expectations,
        LatencyLimits latency,
        Duration requestTimeout)
        implements Check {
    private static final long serialVersionUID = 1L;

    public HttpCheck {
        headers = new TreeMap<>(headers);
        expectations = List.copyOf(expectations);
    }

    @Override
    public String host() {
        return uri.getHost();
    }

    @Override
    public int port() {
        return port(uri);
    }

    /** The port of the address, or the one that its scheme stands for. */
    static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equals(uri.getScheme()) ? 443 : 80;
    }
}
