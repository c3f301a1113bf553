package io.jenkins.plugins.delivery.engine.traffic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The runtime socket of an HAProxy as far as weights go, on the loopback interface. */
public final class FakeHaproxy implements AutoCloseable {
    private static final Pattern SET = Pattern.compile("set server ([^/]+)/(\\S+) weight (\\d+)(%?)");

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Map<String, Integer> configured = new TreeMap<>();
    final Map<String, Integer> weights = new ConcurrentHashMap<>();
    volatile String status = "UP";
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean hangsUp;

    public FakeHaproxy(Map<String, Integer> servers) throws IOException {
        configured.putAll(servers);
        weights.putAll(servers);
        Thread thread = new Thread(this::serve, "haproxy");
        thread.setDaemon(true);
        thread.start();
    }

    public String address() {
        return "tcp://127.0.0.1:" + socket.getLocalPort();
    }

    /** As it was configured, like a process that has just begun. */
    public void restart() {
        weights.putAll(configured);
    }

    /** Percent of the requests that a server gets, by the weights of all servers. */
    public double share(String server) {
        int all = weights.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? 0 : 100.0 * weights.get(server) / all;
    }

    /** Every third connection ends without an answer, in turn before and after what was asked is done. */
    public void hangingUp(boolean often) {
        hangsUp = often;
        connections.set(0);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                int number = connections.incrementAndGet();
                boolean cut = hangsUp && number % 3 == 0;
                if (cut && number % 2 == 0) {
                    continue;
                }
                byte[] line = new byte[4096];
                int length = client.getInputStream().read(line);
                StringBuilder answer = new StringBuilder();
                for (String command : new String(line, 0, length, StandardCharsets.US_ASCII).split(";")) {
                    answer.append(answer(command.strip()));
                }
                if (!cut) {
                    client.getOutputStream().write(answer.toString().getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private String answer(String command) {
        Matcher set = SET.matcher(command);
        if (command.equals("show stat -1 4 -1")) {
            StringBuilder stat = new StringBuilder("# pxname,svname,scur,status,weight,act,\n");
            new TreeMap<>(weights).forEach((server, weight) -> stat.append(server.replace('/', ','))
                    .append(",0,")
                    .append(status)
                    .append(',')
                    .append(weight)
                    .append(",1,\n"));
            return stat.append("\n").toString();
        }
        if (!set.matches() || !weights.containsKey(set.group(1) + "/" + set.group(2))) {
            return set.matches() ? "No such server.\n\n" : "Unknown command\n\n";
        }
        String server = set.group(1) + "/" + set.group(2);
        int number = Integer.parseInt(set.group(3));
        weights.put(server, set.group(4).isEmpty() ? number : configured.get(server) * number / 100);
        return "\n";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
