package io.jenkins.plugins.delivery.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSuite;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The same checks by us and by <a href="https://github.com/postmanlabs/newman">Newman</a>, a process each, against the same
 * server. Arguments: the command that starts Newman, and how often.
 */
public final class SmokeAgainstNewman {
    private static final int CHECKS = 500;

    private SmokeAgainstNewman() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 2 && arguments[0].equals("--ours")) {
            SmokeSuite suite = SmokeRun.suite(arguments[1], CHECKS, 64);
            SmokeRun.run(suite);
            return;
        }
        int times = Integer.parseInt(arguments[1]);
        System.out.println("Newman " + version(arguments[0]));
        for (int latency : new int[] {0, 50}) {
            try (SlowServer server = new SlowServer(latency)) {
                Path collection = Files.createTempFile("collection", ".json");
                new ObjectMapper().writeValue(collection.toFile(), collection(server.url()));
                String java =
                        Path.of(System.getProperty("java.home"), "bin", "java").toString();
                List<String> ours = List.of(
                        java,
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        // As short programs are started: an agent, whose JVM runs for long, has the code compiled
                        // already.
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmokeAgainstNewman.class.getName(),
                        "--ours",
                        server.url());
                List<String> newman = List.of(arguments[0], "run", collection.toString(), "--silent", "--color", "off");
                System.out.printf(
                        "%d checks of %d ms: ours %d ms, Newman %d ms%n",
                        CHECKS, latency, best(ours, times), best(newman, times));
                Files.delete(collection);
            }
        }
    }

    private static String version(String newman) throws IOException {
        Process process = new ProcessBuilder(newman, "--version").start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static long best(List<String> command, int times) throws IOException, InterruptedException {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(new File("/dev/null"))
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException(command.get(0) + " ended with " + process.exitValue());
            }
            best = Math.min(best, (System.nanoTime() - start) / 1_000_000);
        }
        return best;
    }

    private static Map<String, Object> collection(String url) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < CHECKS; i++) {
            List<String> script = List.of(
                    "pm.test('status', () => pm.response.to.have.status(200));",
                    "pm.test('items', () => pm.expect(pm.response.json().items.length).to.eql(3));");
            items.add(Map.of(
                    "name",
                    "check " + i,
                    "request",
                    Map.of("method", "GET", "url", url + "/check/" + i),
                    "event",
                    List.of(Map.of("listen", "test", "script", Map.of("exec", script)))));
        }
        return Map.of(
                "info",
                Map.of(
                        "name",
                        "checks",
                        "schema",
                        "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"),
                "item",
                items);
    }
}
