package io.jenkins.plugins.delivery.acceptance;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An agent in a Java process of its own, connected as agents outside connect. While it is there, all builds run on it. */
final class AgentProcess implements AutoCloseable {
    private final RealJenkins jenkins;
    private final String name;
    private final Path folder;
    private final Process process;

    private AgentProcess(RealJenkins jenkins, String name, Path folder, Process process) {
        this.jenkins = jenkins;
        this.name = name;
        this.folder = folder;
        this.process = process;
    }

    /** @param options of its Java */
    static AgentProcess start(RealJenkins jenkins, String name, Path folder, String... options)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        String secret = jenkins.as("admin")
                .script(Scripts.script("agent.groovy", Map.of("NAME", name, "FOLDER", folder.toString())));
        Path jar = folder.resolve("agent.jar");
        HttpRequest request = HttpRequest.newBuilder(jenkins.url().resolve("jnlpJars/agent.jar"))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofFile(jar));
        Process process = new ProcessBuilder(command(jenkins, name, secret, folder, options))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("agent.log").toFile())
                .start();
        AgentProcess agent = new AgentProcess(jenkins, name, folder, process);
        try {
            Builds.until("the agent is connected", agent::isConnected);
            return agent;
        } catch (RuntimeException notConnected) {
            agent.close();
            throw notConnected;
        }
    }

    private static List<String> command(
            RealJenkins jenkins, String name, String secret, Path folder, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx256m");
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", folder.resolve("agent.jar").toString()));
        command.addAll(List.of("-url", jenkins.url().toString(), "-secret", secret, "-name", name));
        command.addAll(List.of("-webSocket", "-noReconnect", "-workDir", folder.toString()));
        return command;
    }

    private boolean isConnected() {
        if (!process.isAlive()) {
            throw new AcceptanceException(
                    "The agent ended with " + process.exitValue() + ": " + Scripts.read(folder.resolve("agent.log")));
        }
        return !jenkins.as("admin")
                .json("computer/" + name + "/api/json?tree=offline")
                .path("offline")
                .asBoolean(true);
    }

    Path workspace(String job) {
        return folder.resolve("workspace").resolve(job);
    }

    @Override
    public void close() {
        jenkins.as("admin").script("Jenkins.get().with { numExecutors = 3; removeNode(getNode('" + name + "')) }");
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
