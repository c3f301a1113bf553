package io.jenkins.plugins.delivery.rehearsal.cluster;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** The application of these tests: a process of its own, told by variables how to behave. */
public final class TinyServer {
    private TinyServer() {}

    public static void main(String[] args) throws IOException {
        System.out.println("version " + System.getenv("APP_VERSION") + " starts");
        if (Boolean.parseBoolean(System.getenv("FAULT_CRASH"))) {
            System.out.println("cannot go on");
            System.exit(3);
        }
        int port = Integer.parseInt(System.getenv("PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
        boolean neverReady = Boolean.parseBoolean(System.getenv("FAULT_NEVER_READY"));
        server.createContext("/healthz", exchange -> {
            exchange.sendResponseHeaders(neverReady ? 503 : 200, -1);
            exchange.close();
        });
        server.createContext("/", exchange -> {
            byte[] body = System.getenv("APP_VERSION").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.start();
    }
}
