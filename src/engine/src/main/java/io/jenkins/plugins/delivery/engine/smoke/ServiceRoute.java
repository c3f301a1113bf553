package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;

/**
 * The way to a Service through the API server of its cluster. Holds what opens the cluster: it stays on the controller.
 */
public final class ServiceRoute {
    private final ClusterAccess access;
    private final String path;
    private final String host;

    /**
     * @param config of a client of the cluster
     * @throws IOException if certificates or keys of the settings cannot be read
     */
    public ServiceRoute(Config config, String namespace, ServiceTarget service) throws IOException {
        this.access = ClusterAccess.of(config);
        this.path = service.route(namespace);
        this.host = service.name();
    }

    ClientTls tls() {
        return access.tls();
    }

    /** The address at the API server for a path of the Service. */
    String address(String rawPath, @CheckForNull String rawQuery) {
        String server = access.server().toString().replaceFirst("/+$", "");
        return server + path + rawPath + (rawQuery == null ? "" : "?" + rawQuery);
    }

    String host() {
        return host;
    }

    String path() {
        return path;
    }

    @CheckForNull
    String authorization() {
        return access.authorization();
    }
}
