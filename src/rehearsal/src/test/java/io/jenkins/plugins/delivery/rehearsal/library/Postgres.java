package io.jenkins.plugins.delivery.rehearsal.library;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real PostgreSQL of this machine, on the loopback interface, with nothing in it. It refuses to run as root, so it does not. */
final class Postgres implements AutoCloseable {
    private final Path programs;
    private final Path folder;
    private final int port;

    private Postgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Where its programs are: Debian keeps those of the server off the PATH. */
    static Optional<Path> programs() throws IOException {
        List<Path> places = new ArrayList<>();
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.map(version -> version.resolve("bin")).sorted().forEach(places::add);
            }
        }
        for (String path : System.getenv().getOrDefault("PATH", "").split(":")) {
            places.add(Path.of(path));
        }
        return places.stream()
                .filter(place -> Stream.of("initdb", "pg_ctl", "pg_dump", "psql")
                        .allMatch(program -> Files.isExecutable(place.resolve(program))))
                .findFirst();
    }

    static Postgres start(Path programs) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("delivery-postgres");
        Postgres postgres = new Postgres(programs, folder, freePort());
        if (isRoot()) {
            run(List.of("chown", "postgres", folder.toString()));
        }
        postgres.as(
                "initdb",
                "-D",
                postgres.data(),
                "-A",
                "scram-sha-256",
                "-U",
                "shop",
                "--no-sync",
                "--no-locale",
                "-E",
                "UTF8",
                "--pwfile=" + postgres.password());
        postgres.as(
                "pg_ctl",
                "-D",
                postgres.data(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-c listen_addresses=127.0.0.1 -c fsync=off -c unix_socket_directories= -p " + postgres.port,
                "start");
        return postgres;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** What psql answers. */
    String ask(String database, String sql) throws IOException, InterruptedException {
        return run(List.of(
                        "env",
                        "PGPASSWORD=hunter2",
                        programs.resolve("psql").toString(),
                        "-qtAX",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(port),
                        "-U",
                        "shop",
                        "-d",
                        database,
                        "-c",
                        sql))
                .strip();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        as("pg_ctl", "-D", data(), "-m", "immediate", "stop");
        run(List.of("rm", "-rf", folder.toString()));
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private String password() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("password"), "hunter2\n");
        if (isRoot()) {
            run(List.of("chown", "postgres", file.toString()));
        }
        return file.toString();
    }

    private void as(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** Output goes to a file: a server that was started keeps a pipe open. */
    private static String run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("delivery-postgres", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(command + " did not get through: " + Files.readString(output));
            }
            return Files.readString(output);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
