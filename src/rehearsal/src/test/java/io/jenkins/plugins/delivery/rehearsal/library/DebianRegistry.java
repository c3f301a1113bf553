package io.jenkins.plugins.delivery.rehearsal.library;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Debian's {@code docker-registry} on this machine, over plain HTTP. */
final class DebianRegistry implements AutoCloseable {
    private final Path folder;
    private final int port;
    private final Process process;

    /** Comes back when it listens. */
    DebianRegistry(Path folder) throws IOException, InterruptedException {
        this.folder = folder.resolve("registry");
        this.port = freePort();
        Path settings = Files.writeString(folder.resolve("registry.yml"), """
                version: 0.1
                storage: {filesystem: {rootdirectory: %s}}
                http: {addr: '127.0.0.1:%d'}
                """.formatted(this.folder, port));
        process = new ProcessBuilder("docker-registry", "serve", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("registry.log").toFile())
                .start();
        while (!listens()) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IOException("docker-registry ended: " + Files.readString(folder.resolve("registry.log")));
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Host and port, as images are named by. */
    String host() {
        return "127.0.0.1:" + port;
    }

    /** Where it keeps the tags of a repository. */
    Path tags(String repository) {
        return folder.resolve("docker/registry/v2/repositories/" + repository + "/_manifests/tags");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
    }
}
