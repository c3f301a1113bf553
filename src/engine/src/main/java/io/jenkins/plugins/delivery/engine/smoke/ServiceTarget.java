package io.jenkins.plugins.delivery.engine.smoke;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Service inside a cluster, which its API server reaches for us:
 * <a href="https://kubernetes.io/docs/tasks/access-application-cluster/access-cluster-services/">manually constructing
 * apiserver proxy URLs</a>.
 *
 * @param scheme that the Service speaks, {@code http} or {@code https}
 * @param name of the Service
 * @param port name or number of its port, empty where it has only one
 */
public record ServiceTarget(String scheme, String name, String port) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String LABEL = "[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?";
    private static final Pattern WRITTEN =
            Pattern.compile("(?:(https?):)?(" + LABEL + ")(?::(" + LABEL + "|\\d{1,5}))?");

    static ServiceTarget parse(String argument, String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new ArgumentException(
                    argument, "'" + text + "' is no Service and port such as shop:http or https:shop:443");
        }
        String port = matcher.group(3) == null ? "" : matcher.group(3);
        return new ServiceTarget(matcher.group(1) == null ? "http" : matcher.group(1), matcher.group(2), port);
    }

    /** The path of the API server that leads to the Service, without a slash at its end. */
    public String route(String namespace) {
        String named = scheme.equals("https") || !port.isEmpty() ? scheme + ":" + name + ":" + port : name;
        return "/api/v1/namespaces/" + namespace + "/services/" + named + "/proxy";
    }

    @Override
    public String toString() {
        return (scheme.equals("https") ? "https:" : "") + name + (port.isEmpty() ? "" : ":" + port);
    }
}
