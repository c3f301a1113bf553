package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The proxy that HTTP goes through.
 *
 * @param user name for the proxy, or null if it asks for none
 * @param password for the proxy, or null
 * @param notFor hosts that are reached without it
 */
public record HttpProxy(
        String host,
        int port,
        @CheckForNull String user,
        @CheckForNull String password,
        List<Pattern> notFor) implements Serializable {
    private static final long serialVersionUID = 1L;

    public HttpProxy {
        notFor = List.copyOf(notFor);
    }

    boolean serves(String target) {
        return notFor.stream().noneMatch(pattern -> pattern.matcher(target).matches());
    }

    @Override
    public String toString() {
        return "proxy " + host + ":" + port;
    }
}
