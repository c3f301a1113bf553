package io.jenkins.plugins.delivery.rehearsal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What the user asked for.
 *
 * @param root of the repository; the report goes to its {@code target/rehearsal}
 * @param jenkinsfile the pipeline to rehearse
 * @param scenario file of the course of events; empty for none
 * @param kubeconfig of a true cluster to deploy to; empty for the embedded one
 * @param verbose whether to show the whole log, and stack traces
 */
record Options(Path root, Path jenkinsfile, Optional<Path> scenario, Optional<Path> kubeconfig, boolean verbose) {
    private static final String DEFAULT_PIPELINE = "examples/storefront/Jenkinsfile";
    private static final String DEFAULT_SCENARIO = "good";

    /**
     * @param properties of the system: {@code pipeline}, {@code scenario}, {@code kubeconfig}, {@code verbose}
     * @throws RehearsalException when something that is named is not there
     */
    static Options of(Properties properties) throws RehearsalException {
        Path here = Path.of(properties.getProperty("user.dir")).toAbsolutePath();
        Path root = root(properties, here);
        Path jenkinsfile = jenkinsfile(properties, here, root);
        return new Options(
                root,
                jenkinsfile,
                scenario(properties, jenkinsfile),
                kubeconfig(properties, here),
                flag(properties, "verbose"));
    }

    Path reportFolder() {
        return root.resolve("target/rehearsal");
    }

    /** Folder of the pipeline: what {@code checkout scm} checks out. */
    Path folder() {
        return jenkinsfile.getParent();
    }

    /** What the rehearsal is called. */
    String name() {
        return folder().getFileName() == null
                ? "pipeline"
                : folder().getFileName().toString();
    }

    /** Name of the scenario. */
    Optional<String> scenarioName() {
        return scenario.map(file -> file.getFileName().toString().replaceFirst("\\.yaml$", ""));
    }

    /** A path as the user would write it. */
    String shown(Path path) {
        return path.startsWith(root) ? root.relativize(path).toString() : path.toString();
    }

    private static Path root(Properties properties, Path here) {
        String maven = properties.getProperty("maven.multiModuleProjectDirectory");
        if (maven != null && !maven.isBlank()) {
            return Path.of(maven).toAbsolutePath().normalize();
        }
        return Stream.iterate(here, path -> path != null, Path::getParent)
                .filter(path -> Files.isDirectory(path.resolve(".mvn")))
                .reduce((inner, outer) -> outer)
                .orElse(here);
    }

    private static Path jenkinsfile(Properties properties, Path here, Path root) throws RehearsalException {
        String named = text(properties, "pipeline");
        if (named == null) {
            return root.resolve(DEFAULT_PIPELINE);
        }
        Path path = Stream.of(here.resolve(named), root.resolve(named))
                .map(Path::normalize)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new RehearsalException(
                        "There is no file " + named,
                        null,
                        "Check -Dpipeline: a path from " + here + " or " + root + "."));
        if (Files.isDirectory(path)) {
            path = path.resolve("Jenkinsfile");
        }
        if (!Files.isReadable(path)) {
            throw new RehearsalException(
                    "The pipeline cannot be read", path.toString(), "Check the path and its permissions.");
        }
        return path;
    }

    private static Optional<Path> scenario(Properties properties, Path jenkinsfile) throws RehearsalException {
        String named = text(properties, "scenario");
        Path folder = jenkinsfile.resolveSibling("scenarios");
        Path file = folder.resolve((named == null ? DEFAULT_SCENARIO : named) + ".yaml");
        if (Files.isReadable(file) && file.normalize().startsWith(folder)) {
            return Optional.of(file);
        }
        if (named == null) {
            return Optional.empty();
        }
        throw new RehearsalException(
                "There is no scenario " + named,
                folder.toString(),
                "Check -Dscenario: " + (known(folder).isEmpty() ? "there are none" : String.join(", ", known(folder)))
                        + ".");
    }

    /** Names of the scenarios in a folder. */
    static List<String> known(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - 5))
                    .sorted()
                    .toList();
        } catch (java.io.IOException e) {
            return List.of();
        }
    }

    private static Optional<Path> kubeconfig(Properties properties, Path here) {
        return Optional.ofNullable(text(properties, "kubeconfig")).map(here::resolve);
    }

    private static String text(Properties properties, String name) {
        String value = properties.getProperty(name);
        return value == null || value.isBlank() ? null : value.trim();
    }

    static boolean flag(Properties properties, String name) {
        String value = properties.getProperty(name);
        return value != null && !value.equalsIgnoreCase("false");
    }
}
