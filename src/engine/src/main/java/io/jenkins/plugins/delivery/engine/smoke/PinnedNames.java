package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Dns;

/**
 * Resolves each name once until told to forget, and holds every address to the policy. What was checked is what is connected to: a name whose
 * server changes its mind in between gains nothing.
 */
final class PinnedNames implements Dns {
    private final Map<String, List<InetAddress>> known = new ConcurrentHashMap<>();
    private final Dns resolver;
    private final HostPolicy policy;

    @CheckForNull
    private final HttpProxy proxy;

    PinnedNames(Dns resolver, HostPolicy policy, @CheckForNull HttpProxy proxy) {
        this.resolver = resolver;
        this.policy = policy;
        this.proxy = proxy;
    }

    /** Before anything is sent to a host, whoever resolves its name later. */
    void check(String host, int port, boolean http) throws UnknownHostException {
        policy.check(host, port);
        boolean throughProxy = http && proxy != null && proxy.serves(host);
        try {
            addresses(host);
        } catch (UnknownHostException e) {
            if (!throughProxy) {
                throw e;
            }
        }
    }

    /** For a name that is only asked about. */
    void checkName(String host, int port) {
        policy.check(host, port);
    }

    /** From here on names are resolved anew, and held to the policy anew. */
    void forget() {
        known.clear();
    }

    List<InetAddress> addresses(String host) throws UnknownHostException {
        String name = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
        List<InetAddress> pinned = known.get(name);
        if (pinned == null) {
            List<InetAddress> found = resolver.lookup(name);
            found.forEach(address -> policy.check(host, address));
            List<InetAddress> before = known.putIfAbsent(name, List.copyOf(found));
            pinned = before == null ? List.copyOf(found) : before;
        }
        return pinned;
    }

    /** For the HTTP client, which also asks for the proxy itself: that one is the administrator's choice. */
    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        return proxy != null && proxy.host().equalsIgnoreCase(host) ? resolver.lookup(host) : addresses(host);
    }
}
