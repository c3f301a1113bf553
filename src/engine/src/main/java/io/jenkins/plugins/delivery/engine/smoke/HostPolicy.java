package io.jenkins.plugins.delivery.engine.smoke;

import java.io.Serializable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which hosts may be contacted.
 *
 * <p>Where requests leave from the controller, only hosts that the administrator allows may be contacted, and never an
 * address that is link-local or known to serve a cloud's metadata, whatever name leads there. Java keeps a resolved
 * address for at least as long as it takes to connect, which pins the name; where an administrator switched that off,
 * everything is refused.
 */
public final class HostPolicy implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final HostPolicy ANY = new HostPolicy(false, List.of());

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

    /** Resolves the name and refuses what it leads to, if that is no place to be. */
    void checkAddress(String host, int port) throws UnknownHostException {
        if (!limited) {
            return;
        }
        refuse(host, port).ifPresent(why -> {
            throw new ProbeException(why);
        });
        if ("0".equals(Security.getProperty("networkaddress.cache.ttl"))) {
            throw new ProbeException("the controller keeps no resolved addresses (networkaddress.cache.ttl=0), so no"
                    + " name can be trusted between its check and its use");
        }
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (isForbidden(address)) {
                throw new ProbeException(host + " leads to " + address.getHostAddress()
                        + ", a link-local or metadata address, which is never contacted");
            }
        }
    }

    static boolean isForbidden(InetAddress address) {
        String text = address.getHostAddress();
        return address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || text.equals("100.100.100.200")
                || text.equals("192.0.0.192")
                || text.startsWith("fd00:ec2:");
    }
}
