package io.jenkins.plugins.delivery.engine.traffic;

import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The runtime API of one HAProxy: one connection for each line of commands, which ends when all is answered.
 *
 * @see <a href="https://docs.haproxy.org/2.8/management.html#9.3">Unix Socket commands</a>
 */
final class HaproxySocket {
    private static final Pattern TCP = Pattern.compile("tcp://(\\[[0-9A-Fa-f:.]+]|[^:/\\[\\]]+):(\\d{1,5})");
    private static final Pattern UNIX = Pattern.compile("unix://(/.+)");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST = 4 << 20;

    private final String said;
    private final SocketAddress address;
    private final boolean unix;

    /** @throws IllegalArgumentException when it is neither {@code tcp://host:port} nor {@code unix:///path} */
    HaproxySocket(String address) {
        this.said = address;
        this.address = parse(address);
        this.unix = this.address instanceof UnixDomainSocketAddress;
    }

    /** Of several addresses, separated by commas or spaces. */
    static List<HaproxySocket> all(String addresses) {
        return Arrays.stream(addresses.split("[,\\s]+"))
                .filter(one -> !one.isEmpty())
                .map(HaproxySocket::new)
                .toList();
    }

    private static SocketAddress parse(String address) {
        Matcher tcp = TCP.matcher(address);
        Matcher unix = UNIX.matcher(address);
        if (tcp.matches() && Integer.parseInt(tcp.group(2)) <= 65_535) {
            return InetSocketAddress.createUnresolved(
                    tcp.group(1).replaceAll("[\\[\\]]", ""), Integer.parseInt(tcp.group(2)));
        }
        if (unix.matches()) {
            try {
                return UnixDomainSocketAddress.of(unix.group(1));
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException("'" + address + "' is no path of a socket", e);
            }
        }
        throw new IllegalArgumentException("'" + address
                + "' is no address of a runtime socket, as in tcp://10.0.0.5:9999 or unix:///run/haproxy.sock");
    }

    /** The line that a person would have to type to send the same commands. */
    String command(String commands) {
        String to = unix
                ? "unix-connect:" + said.substring("unix://".length())
                : "tcp-connect:" + said.substring("tcp://".length());
        return "echo '" + commands + "' | socat stdio " + to;
    }

    /**
     * Sends commands and returns what is answered.
     *
     * @throws ClusterException when it cannot be reached or does not answer in time
     */
    String ask(String commands) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (SocketChannel channel = unix ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
                Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, 0);
            if (!channel.connect(resolved())) {
                await(key, SelectionKey.OP_CONNECT, end);
                channel.finishConnect();
            }
            ByteBuffer line = StandardCharsets.US_ASCII.encode(commands + "\n");
            while (line.hasRemaining()) {
                await(key, SelectionKey.OP_WRITE, end);
                channel.write(line);
            }
            return read(channel, key, end);
        } catch (IOException e) {
            throw new ClusterException(
                    ClusterException.Kind.UNAVAILABLE,
                    "HAProxy cannot be asked at " + said + ": "
                            + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()),
                    e);
        }
    }

    private SocketAddress resolved() throws IOException {
        if (address instanceof InetSocketAddress tcp) {
            return new InetSocketAddress(InetAddress.getByName(tcp.getHostString()), tcp.getPort());
        }
        return address;
    }

    private static String read(SocketChannel channel, SelectionKey key, long end) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        while (true) {
            await(key, SelectionKey.OP_READ, end);
            int read = channel.read(buffer.clear());
            if (read < 0) {
                return answer.toString(StandardCharsets.US_ASCII);
            }
            answer.write(buffer.array(), 0, read);
            if (answer.size() > MOST) {
                throw new IOException("it answers more than " + MOST + " bytes");
            }
        }
    }

    private static void await(SelectionKey key, int operation, long end) throws IOException {
        key.interestOps(operation);
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0 || key.selector().select(left) == 0) {
            throw new IOException("no answer within " + PATIENCE.toSeconds() + " s");
        }
        key.selector().selectedKeys().clear();
    }
}
