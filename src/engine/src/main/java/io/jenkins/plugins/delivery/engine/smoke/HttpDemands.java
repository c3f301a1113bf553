package io.jenkins.plugins.delivery.engine.smoke;

import java.io.Serializable;
import java.util.List;

/**
 * What must hold of the answers to a request.
 *
 * @param expectations of each answer
 * @param latency of all samples
 * @param tls of the connection
 * @param samples how many requests one attempt makes, at least 1
 */
record HttpDemands(List<Expectation> expectations, LatencyLimits latency, TlsLimits tls, int samples)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    HttpDemands {
        expectations = List.copyOf(expectations);
    }
}
