package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.util.List;

/**
 * A name resolves.
 *
 * @param host the name
 * @param type of record such as {@code A} or {@code CNAME}; null for an address by whatever the machine asks
 * @param values that have to be among the answers, in any order; none if one answer is enough
 * @param server which is asked, as {@code host:port}; null for the machine's own
 */
record DnsCheck(
        String name,
        String host,
        @CheckForNull String type,
        List<String> values,
        @CheckForNull String server,
        Duration requestTimeout)
        implements Check {
    private static final long serialVersionUID = 1L;

    /** The types that can be asked for. */
    static final List<String> TYPES = List.of("A", "AAAA", "CNAME", "MX", "NS", "PTR", "SOA", "SRV", "TXT");

    DnsCheck {
        values = List.copyOf(values);
    }

    @Override
    public int port() {
        return 53;
    }

    @Override
    public String target() {
        return "dns " + host + (type == null ? "" : " " + type) + (server == null ? "" : " at " + server);
    }

    @Override
    public String awaited() {
        return (type == null ? "an address" : "a record " + type) + " of " + host
                + (values.isEmpty() ? "" : " with " + String.join(", ", values));
    }
}
