package io.jenkins.plugins.delivery.rehearsal.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real browser without a window. */
public final class Chromium {
    static final String SKIPPED = "skipped: no Chromium on this machine, so nobody looked at the page";

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    /** A page after its scripts ran, and what they wrote to the console. */
    record Opened(String dom, List<String> console) {}

    private Chromium() {}

    static boolean present() {
        boolean present = isThere();
        if (!present) {
            System.out.println(ReportPageTest.class.getSimpleName() + " " + SKIPPED);
        }
        return present;
    }

    static Opened open(Path page, Path profile) throws IOException, InterruptedException {
        Path out = profile.resolveSibling("dom.html");
        Path log = profile.resolveSibling("console.log");
        List<String> command = command(profile);
        command.addAll(
                List.of("--enable-logging=stderr", "--dump-dom", page.toUri().toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(log.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("Chromium did not answer within 60 s");
        }
        List<String> console = Files.readString(log, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("CONSOLE"))
                .toList();
        return new Opened(Files.readString(out, StandardCharsets.UTF_8), console);
    }

    /**
     * The beginning of a command that starts it without a window, and without a word to anybody outside.
     *
     * @param profile a folder of its own
     */
    public static List<String> command(Path profile) {
        List<String> command =
                new ArrayList<>(List.of(place().findFirst().orElseThrow().toString()));
        command.addAll(List.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile));
        return command;
    }

    /** Whether it is on this machine. */
    public static boolean isThere() {
        return place().findFirst().isPresent();
    }

    private static Stream<Path> place() {
        return PLACES.stream().filter(Files::isExecutable);
    }
}
