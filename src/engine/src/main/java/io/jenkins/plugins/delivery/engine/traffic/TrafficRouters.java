package io.jenkins.plugins.delivery.engine.traffic;

import java.util.List;

/** The routers there are. */
public final class TrafficRouters {
    private static final List<TrafficRouter> ALL = List.of(
            new ReplicasRouter(),
            new GatewayApiRouter(),
            new NginxRouter(),
            new IstioRouter(),
            new TraefikRouter(),
            new LinkerdRouter(),
            new AlbRouter(),
            new HaproxyRouter());

    private TrafficRouters() {}

    /** Their names, as a Jenkinsfile uses them. */
    public static List<String> names() {
        return ALL.stream().map(TrafficRouter::name).toList();
    }

    /** The router of a name. */
    public static TrafficRouter named(String name) {
        return ALL.stream()
                .filter(router -> router.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no router '" + name + "'"));
    }

    /**
     * Makes sure that a router outside of the cluster could be reached at addresses, separated by commas or spaces; nobody is
     * called.
     *
     * @throws IllegalArgumentException naming the one that is no address
     */
    public static void checkAddresses(String addresses) {
        HaproxySocket.all(addresses);
    }
}
