package io.jenkins.plugins.delivery.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** An unfriendly server: it says back whatever it was sent, with a status of failure. */
final class EchoServer implements AutoCloseable {
    private final HttpServer server;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    EchoServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "echo");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String said =
                exchange.getRequestURI() + " " + exchange.getRequestHeaders().entrySet() + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        heard.add(said);
        byte[] body = ("{\"you\": \"said " + said.replace("\"", "'") + "\"}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("X-Said", said.replaceAll("[^ -~]", " "));
        exchange.sendResponseHeaders(500, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Everything that it was sent. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
