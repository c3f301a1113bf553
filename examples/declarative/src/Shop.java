import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A shop of one page, on what the JDK brings alone. */
public final class Shop {
    private final String version;
    private final boolean ready;

    Shop(String version, boolean ready) {
        this.version = version;
        this.ready = ready;
    }

    /** The answer to a path; null where there is none. */
    String answer(String path) {
        return switch (path) {
            case "/healthz" -> "ok";
            case "/readyz" -> ready ? "ok" : null;
            case "/version" -> "{\"version\": \"" + version + "\"}";
            case "/api/items", "/api/search" -> "[{\"name\": \"tea\", \"price\": 4}]";
            default -> null;
        };
    }

    private void handle(HttpExchange exchange) throws IOException {
        pause(exchange.getRequestURI().getPath());
        String answer = answer(exchange.getRequestURI().getPath());
        byte[] body = (answer == null ? "not found" : answer).getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** A rehearsal can make the search slow. */
    private static void pause(String path) {
        long millis = Long.parseLong(System.getenv().getOrDefault("FAULT_LATENCY_MS", "0"));
        if (millis > 0 && path.equals("/api/search")) {
            LockSupport.parkNanos(millis * 1_000_000);
        }
    }

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        boolean ready = !"true".equals(System.getenv("FAULT_NEVER_READY")); // what a rehearsal can make go wrong
        Shop shop = new Shop(System.getenv().getOrDefault("APP_VERSION", "unknown"), ready);
        server.createContext("/", shop::handle);
        server.setExecutor(Executors.newFixedThreadPool(8));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(2)));
        server.start();
    }
}
