package io.jenkins.plugins.delivery.engine.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The servers that {@code show stat} tells of, one line of comma-separated values each. */
final class HaproxyServers {
    /** Servers only, of every proxy. */
    static final String COMMAND = "show stat -1 4 -1";

    private final List<Server> servers;

    /**
     * One server of one backend.
     *
     * @param weight that is in effect now
     * @param status {@code UP}, {@code DOWN}, {@code MAINT}, {@code no check} …
     */
    record Server(String backend, String name, int weight, String status) {
        /** Whether requests may be sent there; a transition such as {@code UP 1/3} counts as what it is still. */
        boolean takesTraffic() {
            return status.startsWith("UP") || status.startsWith("no check");
        }
    }

    private HaproxyServers(List<Server> servers) {
        this.servers = servers;
    }

    /** @throws IllegalArgumentException when it is not what {@code show stat} answers */
    static HaproxyServers parse(String answer) {
        List<String> lines = answer.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty() || !lines.get(0).startsWith("# pxname,svname")) {
            throw new IllegalArgumentException("no statistics, but: " + answer.strip());
        }
        Map<String, Integer> columns = columns(lines.get(0).substring(2));
        List<Server> servers = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",", -1);
            servers.add(new Server(
                    values[columns.get("pxname")],
                    values[columns.get("svname")],
                    number(values[columns.get("weight")]),
                    values[columns.get("status")]));
        }
        return new HaproxyServers(servers);
    }

    Optional<Server> find(String backend, String name) {
        return servers.stream()
                .filter(server ->
                        server.backend().equals(backend) && server.name().equals(name))
                .findFirst();
    }

    List<String> backends() {
        return servers.stream().map(Server::backend).distinct().sorted().toList();
    }

    List<Server> of(String backend) {
        return servers.stream()
                .filter(server -> server.backend().equals(backend))
                .toList();
    }

    private static Map<String, Integer> columns(String header) {
        String[] names = header.split(",");
        Map<String, Integer> columns = new TreeMap<>();
        IntStream.range(0, names.length).forEach(i -> columns.put(names[i], i));
        return columns;
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
