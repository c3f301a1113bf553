package io.jenkins.plugins.delivery.engine.smoke;

import java.io.Serializable;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which hosts may be contacted.
 *
 * <p>Where requests leave from the controller, only hosts that the administrator allows may be contacted, and never an
 * address that is link-local or known to serve a cloud's metadata, whatever name leads there.
 */
public final class HostPolicy implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final HostPolicy ANY = new HostPolicy(false, List.of());
    private static final Pattern NUMERIC_END = Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9a-fA-F]*)\\.?");
    private static final Pattern QUAD =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?[1-9]\\d|1\\d\\d|\\d)(?:\\.(?!$)|$)){4}");

    private final boolean limited;
    private final List<String> allowed;

    private HostPolicy(boolean limited, List<String> allowed) {
        this.limited = limited;
        this.allowed = List.copyOf(allowed);
    }

    /** For requests that leave from an agent: the agent's own network decides. */
    public static HostPolicy any() {
        return ANY;
    }

    /** @param hosts names, or {@code *.example.com} for everything below one; with {@code :port} only that port */
    public static HostPolicy only(List<String> hosts) {
        return new HostPolicy(
                true,
                hosts.stream().map(h -> h.strip().toLowerCase(Locale.ROOT)).toList());
    }

    /** Why this may not be contacted, without asking any server; nothing if it may. */
    public Optional<String> refuse(String host, int port) {
        if (!limited) {
            return Optional.empty();
        }
        String name = host.toLowerCase(Locale.ROOT);
        if (NUMERIC_END.matcher(name).matches() && !QUAD.matcher(name).matches()) {
            return Optional.of("the controller may not contact " + host
                    + ", an address in an unusual form; write its four decimal numbers, or a name");
        }
        if (allowed.stream().anyMatch(rule -> matches(rule, name) || matches(rule, name + ":" + port))) {
            return Optional.empty();
        }
        String known = allowed.isEmpty() ? "none" : String.join(", ", allowed);
        return Optional.of("the controller may not contact " + host + ":" + port + " (allowed by the administrator: "
                + known + "); run the step in a node, or ask for the host to be allowed");
    }

    private static boolean matches(String rule, String name) {
        return rule.equals(name) || rule.startsWith("*.") && name.endsWith(rule.substring(1));
    }

    /** @throws ProbeException if this may not be contacted */
    void check(String host, int port) {
        refuse(host, port).ifPresent(why -> {
            throw new ProbeException(why);
        });
    }

    /** @throws ProbeException if a name leads to an address that is no place to be */
    void check(String host, InetAddress address) {
        if (limited && ForbiddenAddresses.contain(address)) {
            throw new ProbeException(host + " leads to " + address.getHostAddress()
                    + ", a link-local or metadata address, which is never contacted");
        }
    }

    @Override
    public String toString() {
        return limited ? "only " + allowed : "any host";
    }
}
