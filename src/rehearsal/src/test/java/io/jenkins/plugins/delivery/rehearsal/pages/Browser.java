package io.jenkins.plugins.delivery.rehearsal.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.delivery.rehearsal.report.Chromium;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** A Chromium without a window, spoken to by the protocol of its developer tools. */
public final class Browser implements AutoCloseable {
    public static final String SKIPPED = "skipped: no Chromium on this machine, so nobody looked at the pages";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 30;

    private final Process process;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Map<String, BiConsumer<String, JsonNode>> listeners = new ConcurrentHashMap<>();
    private final WebSocket socket;

    private Browser(Process process, URI address) {
        this.process = process;
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Reader())
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    public static boolean present() {
        return Chromium.isThere();
    }

    /** @param profile a folder of its own, which is not there yet */
    public static Browser start(Path profile) throws IOException {
        List<String> command = Chromium.command(profile);
        command.addAll(
                List.of("--enable-precise-memory-info", "--lang=en-GB", "--remote-debugging-port=0", "about:blank"));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            int at = line.indexOf("ws://");
            if (at >= 0) {
                Thread drain = new Thread(() -> said.lines().forEach(ignored -> {}), "chromium");
                drain.setDaemon(true);
                drain.start();
                return new Browser(process, URI.create(line.substring(at).strip()));
            }
        }
        throw new IOException("Chromium ended before it could be spoken to");
    }

    /** A new tab, in the time zone {@code Europe/Berlin}. */
    public BrowserTab open() {
        String target = ask(null, "Target.createTarget", Map.of("url", "about:blank"))
                .path("targetId")
                .asText();
        String session = ask(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asText();
        return new BrowserTab(this, target, session);
    }

    void listen(String session, BiConsumer<String, JsonNode> listener) {
        listeners.put(session, listener);
    }

    JsonNode ask(String session, String method, Map<String, ?> parameters) {
        int id = number.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        var question = JSON.createObjectNode().put("id", id).put("method", method);
        question.set("params", JSON.valueToTree(parameters));
        if (session != null) {
            question.put("sessionId", session);
        }
        synchronized (socket) {
            socket.sendText(question.toString(), true).join();
        }
        JsonNode said = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        if (said.has("error")) {
            throw new IllegalStateException(method + ": " + said.path("error"));
        }
        return said.path("result");
    }

    /** What the largest process that draws a page has of the machine's memory, shared pages by its share; Linux tells. */
    double pageProcessMegabytes() throws IOException {
        double most = 0;
        for (JsonNode one : ask(null, "SystemInfo.getProcessInfo", Map.of()).path("processInfo")) {
            Path memory = Path.of("/proc", one.path("id").asText(), "smaps_rollup");
            if (one.path("type").asText().equals("renderer") && Files.isReadable(memory)) {
                for (String line : Files.readAllLines(memory)) {
                    if (line.startsWith("Pss:")) {
                        most = Math.max(most, Double.parseDouble(line.replaceAll("\\D", "")) / 1024);
                    }
                }
            }
        }
        return most;
    }

    @Override
    public void close() throws InterruptedException {
        // Its children write to the profile, too: whoever deletes that must not meet them.
        List<ProcessHandle> children = process.descendants().toList();
        // Told to end, it takes its folders for temporary files along; killed, it leaves them.
        synchronized (socket) {
            socket.sendText("{\"id\":0,\"method\":\"Browser.close\"}", true).join();
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(child ->
                child.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join());
    }

    private final class Reader implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                hear(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void hear(String message) {
            try {
                JsonNode said = JSON.readTree(message);
                CompletableFuture<JsonNode> waiting =
                        asked.remove(said.path("id").asInt());
                if (said.has("id") && waiting != null) {
                    waiting.complete(said);
                } else if (listeners.get(said.path("sessionId").asText()) != null) {
                    listeners
                            .get(said.path("sessionId").asText())
                            .accept(said.path("method").asText(), said.path("params"));
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
