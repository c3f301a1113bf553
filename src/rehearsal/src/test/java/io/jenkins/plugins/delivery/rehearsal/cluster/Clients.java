package io.jenkins.plugins.delivery.rehearsal.cluster;

import io.jenkins.plugins.delivery.rehearsal.clock.Busy;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Users who send one request after the other, each over one connection that is kept, whatever happens meanwhile. A virtual
 * second passes only when each has had so many answers, so that no request takes as long as that: pods that have a moment
 * to finish what they are at really have it.
 */
final class Clients implements AutoCloseable {
    private final VirtualClock clock;
    private final URI front;
    private final int perSecond;
    private final List<Client> clients = new ArrayList<>();
    private final Map<String, AtomicLong> answers = new ConcurrentHashMap<>();
    final List<String> failures = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /** @param perSecond answers that each has in a virtual second at least */
    Clients(VirtualClock clock, URI front, int number, int perSecond) {
        this.clock = clock;
        this.front = front;
        this.perSecond = perSecond;
        for (int i = 0; i < number; i++) {
            Client client = new Client();
            clients.add(client);
            client.start();
        }
        clock.scheduleBackground(Duration.ofSeconds(1), this::second);
    }

    private void second() {
        if (closed) {
            return;
        }
        Busy token = clock.elsewhere("clients");
        Thread waiting = new Thread(() -> {
            answered(perSecond);
            clock.scheduleBackground(Duration.ofSeconds(1), this::second);
            token.close();
        });
        waiting.setDaemon(true);
        waiting.start();
    }

    /** Waits until each client has had so many more answers. */
    private void answered(long more) {
        for (Client client : clients) {
            client.await(client.count() + more);
        }
    }

    /** Whose answers the next requests get, at least so many; what is under way counts no more. */
    Map<String, Long> sample(int requests) {
        answered(1);
        Map<String, Long> before = counts();
        answered((requests + clients.size() - 1) / clients.size());
        Map<String, Long> after = counts();
        before.forEach((version, count) -> after.merge(version, -count, Long::sum));
        after.values().removeIf(count -> count == 0);
        return after;
    }

    long total() {
        return counts().values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        answers.forEach((version, count) -> counts.put(version, count.get()));
        return counts;
    }

    @Override
    public void close() {
        closed = true;
        clients.forEach(Client::interrupt);
    }

    private final class Client extends Thread {
        private final byte[] request =
                ("GET / HTTP/1.1\r\nHost: " + front.getAuthority() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        private long count;

        Client() {
            setDaemon(true);
        }

        synchronized long count() {
            return count;
        }

        synchronized void await(long wanted) {
            while (count < wanted && !closed && isAlive()) {
                try {
                    wait(100);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        private synchronized void counted() {
            count++;
            notifyAll();
        }

        @Override
        public void run() {
            while (!closed) {
                try (Socket socket = new Socket(front.getHost(), front.getPort())) {
                    socket.setTcpNoDelay(true);
                    socket.setSoTimeout(10_000);
                    InputStream in = new BufferedInputStream(socket.getInputStream());
                    while (!closed) {
                        socket.getOutputStream().write(request);
                        String body = answer(in);
                        answers.computeIfAbsent(body, any -> new AtomicLong()).incrementAndGet();
                        counted();
                    }
                } catch (IOException e) {
                    if (!closed) {
                        failures.add(e.toString());
                        counted();
                    }
                }
            }
        }

        /** The body, which is the version that answered; anything but 200 is a failure. */
        private String answer(InputStream in) throws IOException {
            String status = line(in);
            int length = 0;
            for (String header = line(in); !header.isEmpty(); header = line(in)) {
                if (header.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
            }
            String body = new String(in.readNBytes(length), StandardCharsets.US_ASCII);
            if (!status.contains(" 200 ")) {
                failures.add(status + ": " + body.strip());
            }
            return body;
        }

        private String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("the connection ended within an answer");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }
    }
}
