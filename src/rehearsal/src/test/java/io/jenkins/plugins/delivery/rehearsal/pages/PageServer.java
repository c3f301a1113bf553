package io.jenkins.plugins.delivery.rehearsal.pages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AccessDeniedException3;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jenkins.model.Jenkins;
import org.jvnet.localizer.LocaleProvider;
import org.springframework.security.core.Authentication;

/** Serves pages, routes and files under {@code /jenkins}, on loopback, with the policy of Jenkins and stricter. */
final class PageServer implements AutoCloseable {
    static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'";
    private static final String ROOT = "/jenkins";
    private static final Path FILES = Path.of("../plugin/src/main/webapp");
    private static final String ECHARTS = "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.common.min.js";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Map<String, byte[]> instead = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Locale language = Locale.ENGLISH;
    private volatile String visitor = "";
    private volatile String lost = "";

    PageServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
        LocaleProvider.setProvider(new LocaleProvider() {
            @Override
            public Locale get() {
                return language;
            }
        });
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + ROOT + "/" + path;
    }

    PageServer speak(Locale locale) {
        language = locale;
        return this;
    }

    /** Whoever says nothing else is this user from now on. */
    PageServer visitedBy(String user) {
        visitor = user;
        return this;
    }

    /** The connection breaks before the answer to what is sent to addresses that end so. */
    void lose(String end) {
        lost = end;
    }

    /** Answers a path with this JSON from now on. */
    void say(String path, String json) {
        instead.put("/" + path, json.getBytes(StandardCharsets.UTF_8));
    }

    /** What was asked for, and what the answer's status was, in order. */
    List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            Answer answer =
                    path.startsWith(ROOT + "/") ? of(exchange, path.substring(ROOT.length())) : Answer.status(404);
            if (!lost.isEmpty() && path.endsWith(lost)) {
                asked.add(path.substring(ROOT.length()) + " lost");
                return;
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
            asked.add(path.substring(Math.min(path.length(), ROOT.length())) + " " + answer.status());
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            if (answer.body().length > 0) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(answer.body());
                }
            }
        }
    }

    private Answer of(HttpExchange exchange, String path) throws IOException {
        if (instead.containsKey(path)) {
            return Answer.of("application/json", instead.get(path));
        }
        if (path.startsWith("/plugin/progressive-delivery/")) {
            Path file = FILES.resolve(path.substring("/plugin/progressive-delivery/".length()));
            return Answer.of(path.endsWith(".css") ? "text/css" : "text/javascript", Files.readAllBytes(file));
        }
        if (path.endsWith("/echarts.common.min.js") || path.equals("/theme.css")) {
            String resource = path.equals("/theme.css") ? "theme.css" : ECHARTS;
            try (InputStream in = PageServer.class.getResourceAsStream(resource)) {
                return Answer.of(path.endsWith(".css") ? "text/css" : "text/javascript", in.readAllBytes());
            }
        }
        try (ACLContext ignored = ACL.as2(who(exchange))) {
            Dispatch.Found found = Dispatch.find(path).orElse(null);
            return found == null ? Answer.status(404) : of(exchange, found, path.endsWith("/"));
        } catch (AccessDeniedException3 e) {
            return Answer.status(403);
        } catch (Throwable e) {
            e.printStackTrace();
            return Answer.status(500);
        }
    }

    /** As basic authentication says, without a password. */
    private Authentication who(HttpExchange exchange) {
        String said = exchange.getRequestHeaders().getFirst("Authorization");
        String user = said == null
                ? visitor
                : new String(Base64.getDecoder().decode(said.replace("Basic ", "")), StandardCharsets.UTF_8)
                        .replace(":", "");
        User known = user.isEmpty() ? null : User.getById(user, true);
        return known == null ? Jenkins.ANONYMOUS2 : known.impersonate2();
    }

    private Answer of(HttpExchange exchange, Dispatch.Found found, boolean page) throws Throwable {
        if (found.rest().isEmpty() && page && Shell.has(found.object(), "index.jelly")) {
            return Answer.of("text/html;charset=UTF-8", html(found.object()).getBytes(StandardCharsets.UTF_8));
        }
        var route = Dispatch.route(found.object(), found.rest());
        if (route.isEmpty()) {
            return Answer.status(404);
        }
        if (!Dispatch.verb(route.get()).equals(exchange.getRequestMethod())) {
            return Answer.status(405);
        }
        boolean crumb = "crumb".equals(exchange.getRequestHeaders().getFirst("Jenkins-Crumb"));
        if (exchange.getRequestMethod().equals("POST") && !crumb) {
            return Answer.status(403);
        }
        Exchange stapler = new Exchange(exchange.getRequestHeaders(), parameters(exchange));
        Dispatch.call(found.object(), route.get(), stapler.request())
                .generateResponse(stapler.request(), stapler.response(), found.object());
        return stapler.answer();
    }

    private String html(Object object) throws Exception {
        String body = new Shell(Map.of("rootURL", ROOT, "resURL", ROOT)).render(object, "index.jelly");
        return "<!DOCTYPE html><html lang='" + language.toLanguageTag()
                + "'><head data-crumb-header='Jenkins-Crumb' data-crumb-value='crumb' data-rooturl='" + ROOT
                + "'><meta charset='utf-8'><meta name='viewport' content='width=device-width, initial-scale=1'><title>Jenkins</title>"
                + "<link rel='icon' href='data:,'><link rel='stylesheet' href='" + ROOT
                + "/theme.css'></head><body><div id='page-body' class='app-page-body app-page-body--one-column'><main id='main-panel'>"
                + body + "</main></div></body></html>";
    }

    private static Map<String, String> parameters(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> parameters = new HashMap<>();
        for (String pair : ((query == null ? "" : query) + "&" + body).split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                parameters.put(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** What goes back to the browser. */
    record Answer(int status, Map<String, String> headers, byte[] body) {
        static Answer status(int status) {
            return new Answer(
                    status, Map.of("Content-Type", "application/json"), "{}".getBytes(StandardCharsets.UTF_8));
        }

        static Answer of(String type, byte[] body) {
            return new Answer(200, Map.of("Content-Type", type), body);
        }
    }
}
