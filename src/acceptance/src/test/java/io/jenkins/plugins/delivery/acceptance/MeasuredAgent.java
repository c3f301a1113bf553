package io.jenkins.plugins.delivery.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** An agent in a Java of its own that writes down which classes it loads, and says what it got over its connection. */
final class MeasuredAgent implements AutoCloseable {
    static final String NAME = "measured";

    /** A class that Java makes itself. */
    private static final String LAMBDA = "$$Lambda";

    private static final String LOADED = """
            def agent = Jenkins.get().getComputer('%s')
            def asked = agent.classLoadingCount - agent.classLoadingPrefetchCacheCount + agent.resourceLoadingCount
            print(asked + ' ' + (agent.classLoadingTime + agent.resourceLoadingTime).intdiv(1_000_000))
            """;

    private final RealJenkins jenkins;
    private final Path classes;
    private final Path cache;
    private final AgentProcess process;

    /** @param folder what it kept there of an earlier connection, it has */
    MeasuredAgent(RealJenkins jenkins, Path folder) throws IOException, InterruptedException {
        this.jenkins = jenkins;
        this.classes = folder.resolve("classes.log");
        this.cache = folder.resolve("remoting/jarCache");
        this.process = AgentProcess.start(jenkins, NAME, folder, "-Xlog:class+load:file=" + classes);
    }

    /**
     * What it has loaded so far.
     *
     * @param classes by its Java, its own and those of Java included
     * @param ours how many of them are the plugin's
     * @param asked how often it asked Jenkins for classes and resources; with one that is asked for, others come that it may need
     * @param millis for how long classes and resources were loaded
     * @param jars bytes of the jars that came over the connection and stay for later ones
     */
    record Loaded(long classes, long ours, long asked, long millis, long jars) {
        Loaded since(Loaded before) {
            return new Loaded(
                    classes - before.classes,
                    ours - before.ours,
                    asked - before.asked,
                    millis - before.millis,
                    jars - before.jars);
        }
    }

    Loaded loaded() throws IOException {
        String[] said = jenkins.as("admin").script(LOADED.formatted(NAME)).split(" ");
        return new Loaded(
                lines(""),
                lines(" io.jenkins.plugins.delivery."),
                Long.parseLong(said[0]),
                Long.parseLong(said[1]),
                jars());
    }

    private long lines(String text) throws IOException {
        try (Stream<String> lines = Files.lines(classes)) {
            return lines.filter(line -> line.contains(text) && !line.contains(LAMBDA))
                    .count();
        }
    }

    private long jars() throws IOException {
        if (!Files.exists(cache)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
