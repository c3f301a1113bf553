package io.jenkins.plugins.delivery.acceptance;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One life of a Jenkins in a process of its own. Nothing of it is left once it is closed, or this process has died. */
public final class JenkinsProcess implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration GOODBYE = Duration.ofSeconds(30);
    private static final int LAST_LINES = 30;

    private final Process process;
    private final URI url;
    private final Path log;
    private final Duration startUp;

    private JenkinsProcess(Process process, URI url, Path log, Duration startUp) {
        this.process = process;
        this.url = url;
        this.log = log;
        this.startUp = startUp;
    }

    /**
     * Starts Jenkins and waits until it answers.
     *
     * @throws AcceptanceException with the last lines of its log when it ends or does not answer within its deadline
     */
    static JenkinsProcess start(JenkinsWar war, JenkinsHome home, int port, Duration deadline) {
        Path log = home.folder().resolveSibling(home.folder().getFileName() + ".log");
        URI url = URI.create("http://127.0.0.1:" + port + "/");
        long began = System.nanoTime();
        try {
            ProcessBuilder builder = new ProcessBuilder(command(war, port))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().put("JENKINS_HOME", home.folder().toString());
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
            awaitAnswer(process, url, log, deadline);
            return new JenkinsProcess(process, url, log, Duration.ofNanos(System.nanoTime() - began));
        } catch (IOException e) {
            throw new AcceptanceException("Java could not be started: " + e.getMessage(), e);
        }
    }

    private static List<String> command(JenkinsWar war, int port) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx1g");
        command.add("-Djava.awt.headless=true");
        command.add("-Djenkins.install.runSetupWizard=false");
        // The accounts' permissions are a class of a script, which Jenkins would refuse to save.
        command.add("-Dhudson.remoting.ClassFilter=Roles,Colleagues");
        // Nothing here talks to the world.
        command.add("-Dhudson.model.UpdateCenter.never=true");
        for (String opened : List.of("lang", "io", "util", "text", "util.concurrent", "net")) {
            command.add("--add-opens=java.base/java." + opened + "=ALL-UNNAMED");
        }
        command.add("-cp");
        command.add(ours() + File.pathSeparator + war.file().toAbsolutePath());
        command.add(Watched.class.getName());
        command.add(Long.toString(ProcessHandle.current().pid()));
        command.add("--httpPort=" + port);
        command.add("--httpListenAddress=127.0.0.1");
        return command;
    }

    private static Path ours() {
        try {
            return Path.of(Watched.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AcceptanceException("The classes of the suite are in no file: " + e.getMessage(), e);
        }
    }

    private static void awaitAnswer(Process process, URI url, Path log, Duration deadline) throws IOException {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(POLL.multipliedBy(8)).build();
        HttpRequest request = HttpRequest.newBuilder(url.resolve("login"))
                .timeout(Duration.ofSeconds(20))
                .build();
        long end = System.nanoTime() + deadline.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new AcceptanceException("Jenkins ended with " + process.exitValue()
                        + " while it started. Its log ends:\n" + lastLines(log));
            }
            if (answers(client, request)) {
                return;
            }
        }
        end(process);
        throw new AcceptanceException("Jenkins did not come up within " + deadline.toSeconds()
                + " s (-Djenkins.deadline=<seconds> gives it longer). Its log ends:\n" + lastLines(log));
    }

    /** Jenkins answers 503 until it is up. */
    private static boolean answers(HttpClient client, HttpRequest request) {
        try {
            HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() == 200
                    && answer.headers().firstValue("X-Jenkins").isPresent()) {
                return true;
            }
        } catch (IOException notYet) {
            // asked again below
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AcceptanceException("Interrupted while Jenkins starts", e);
        }
        pause();
        return false;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AcceptanceException("Interrupted while Jenkins starts", e);
        }
    }

    private static String lastLines(Path log) throws IOException {
        List<String> lines = Files.exists(log) ? Files.readAllLines(log, StandardCharsets.UTF_8) : List.of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    public URI url() {
        return url;
    }

    /** From the start of the process to the first answer. */
    public Duration startUp() {
        return startUp;
    }

    public long pid() {
        return process.pid();
    }

    /** What it has logged, over all its lives. */
    public List<String> log() {
        try {
            return Files.readAllLines(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AcceptanceException("The log of Jenkins cannot be read: " + e.getMessage(), e);
        }
    }

    /** As {@code kill -9}: nothing is saved any more. Its agents lose their connection and end by themselves. */
    public void kill() {
        process.destroyForcibly();
        await(process);
    }

    /** Asks it to end, and ends it if it does not. */
    @Override
    public void close() {
        end(process);
    }

    private static void end(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        await(process);
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private static void await(Process process) {
        try {
            process.waitFor(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
