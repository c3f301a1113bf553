package io.jenkins.plugins.delivery.engine.traffic;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Splits at HAProxy in front of the cluster, by the weights of two servers of one backend: {@code <app>} leads to the
 * application's Service and {@code <app>-canary} to the canary's. Of several instances all are told the same.
 *
 * @see <a href="https://docs.haproxy.org/2.8/management.html#9.3-set%20server">set server</a>
 */
final class HaproxyRouter implements TrafficRouter {
    /** Anything else could be another command of the runtime socket. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");

    @Override
    public String name() {
        return "haproxy";
    }

    @Override
    public Optional<String> refusal(Cluster cluster, Route route, List<HasMetadata> manifests) {
        if (route.address().isBlank()) {
            return Optional.of("router 'haproxy' needs the address of HAProxy's runtime socket, which an administrator"
                    + " has to set for the environment");
        }
        if (!route.match().none()) {
            return Optional.of(
                    "router 'haproxy' cannot choose users: its runtime socket changes weights only; leave out"
                            + " match: (" + route.match().words() + "), or choose them in HAProxy's configuration");
        }
        try {
            return sockets(route).stream()
                    .flatMap(socket -> refusal(servers(socket), route).stream())
                    .findFirst();
        } catch (ClusterException | IllegalArgumentException e) {
            return Optional.of("router 'haproxy': " + e.getMessage());
        }
    }

    private static Optional<String> refusal(HaproxyServers servers, Route route) {
        String backend = route.object();
        if (servers.of(backend).isEmpty()) {
            return Optional.of("HAProxy has no backend '" + backend + "' with servers; it has "
                    + String.join(", ", servers.backends()) + "; name one with route:");
        }
        for (String name : List.of(route.app(), route.canary())) {
            if (servers.find(backend, name).isEmpty()) {
                return Optional.of("backend '" + backend + "' of HAProxy has no server '" + name
                        + "'; add one that leads" + " to Service '" + name + "'"
                        + (name.equals(route.canary()) ? ", with weight 0" : ""));
            }
        }
        boolean given = servers.find(backend, route.canary())
                .filter(canary -> canary.weight() > 0)
                .isPresent();
        boolean others = servers.of(backend).size() > 2;
        return given
                ? Optional.of(
                        "server '" + route.canary() + "' of HAProxy has a weight already, and no rollout is under way;"
                                + " configure it with weight 0")
                : others
                        ? Optional.of("backend '" + backend + "' of HAProxy has more servers than '" + route.app()
                                + "' and '" + route.canary()
                                + "', whose share of the traffic would change; give these two a backend of their own")
                        : Optional.empty();
    }

    @Override
    public Routing route(Cluster cluster, Route route) {
        for (HaproxySocket socket : sockets(route)) {
            if (!settled(servers(socket), route)) {
                write(socket, route);
            }
        }
        return observe(cluster, route);
    }

    @Override
    public Routing observe(Cluster cluster, Route route) {
        return sockets(route).stream()
                .map(socket -> observed(servers(socket), route))
                .min(Comparator.comparing(Routing::inEffect).thenComparing(Routing::weight, Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** Back to the weights of the configuration; the canary's is 0 there, or it was refused. */
    @Override
    public void remove(Cluster cluster, Route route) {
        for (HaproxySocket socket : sockets(route)) {
            String refused = socket.ask(back(route)).strip();
            if (!refused.isEmpty()) {
                throw refused(refused);
            }
        }
    }

    @Override
    public List<String> recovery(String namespace, Route route) {
        return sockets(route).stream()
                .map(socket -> socket.command(back(route)))
                .toList();
    }

    private static String back(Route route) {
        return "set server " + route.object() + "/" + route.app() + " weight 100%; set server " + route.object() + "/"
                + route.canary() + " weight 0";
    }

    /** The side that gets more goes first, so that there is a server with a weight at any moment. */
    private static void write(HaproxySocket socket, Route route) {
        String stable = "set server " + route.object() + "/" + route.app() + " weight " + route.stableWeight();
        String canary = "set server " + route.object() + "/" + route.canary() + " weight " + route.weight();
        String refused = socket.ask(route.stableWeight() == 0 ? canary + "; " + stable : stable + "; " + canary)
                .strip();
        if (!refused.isEmpty()) {
            throw refused(refused);
        }
    }

    private static ClusterException refused(String answer) {
        ClusterException.Kind kind = answer.contains("Permission denied")
                ? ClusterException.Kind.FORBIDDEN
                : answer.contains("No such") ? ClusterException.Kind.NOT_FOUND : ClusterException.Kind.INVALID;
        return new ClusterException(kind, "HAProxy refused a weight: " + answer, null);
    }

    private static boolean settled(HaproxyServers servers, Route route) {
        int stable = weight(servers, route, route.app());
        int canary = weight(servers, route, route.canary());
        return route.weight() == 0
                ? canary == 0 && stable > 0
                : stable == route.stableWeight() && canary == route.weight();
    }

    private static Routing observed(HaproxyServers servers, Route route) {
        int stable = weight(servers, route, route.app());
        int canary = weight(servers, route, route.canary());
        int share = stable + canary == 0 ? 0 : (int) Math.round(100.0 * canary / (stable + canary));
        String words = "HAProxy gives server '" + route.canary() + "' " + share + " %";
        String needed = route.weight() == 100 ? route.canary() : route.app();
        Optional<HaproxyServers.Server> down = List.of(needed, route.weight() > 0 ? route.canary() : needed).stream()
                .flatMap(name -> servers.find(route.object(), name).stream())
                .filter(server -> !server.takesTraffic())
                .findFirst();
        return down.isPresent()
                ? new Routing(
                        false,
                        share,
                        words + ", but server '" + down.get().name() + "' is "
                                + down.get().status())
                : new Routing(settled(servers, route), share, words);
    }

    private static int weight(HaproxyServers servers, Route route, String name) {
        return servers.find(route.object(), name)
                .map(HaproxyServers.Server::weight)
                .orElse(0);
    }

    private static HaproxyServers servers(HaproxySocket socket) {
        try {
            return HaproxyServers.parse(socket.ask(HaproxyServers.COMMAND));
        } catch (IllegalArgumentException e) {
            throw new ClusterException(ClusterException.Kind.INVALID, "HAProxy answers " + e.getMessage(), e);
        }
    }

    private static List<HaproxySocket> sockets(Route route) {
        if (!NAME.matcher(route.object()).matches()) {
            throw new ClusterException(
                    ClusterException.Kind.INVALID, "'" + route.object() + "' is no name of a backend of HAProxy", null);
        }
        List<HaproxySocket> sockets = HaproxySocket.all(route.address());
        if (sockets.isEmpty()) {
            throw new ClusterException(
                    ClusterException.Kind.INVALID, "nobody has set the address of HAProxy's runtime socket", null);
        }
        return sockets;
    }
}
