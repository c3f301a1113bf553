package io.jenkins.plugins.delivery.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** This repository as what the Jenkinsfile of an example finds as the shared library. */
final class ExampleLibrary {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private ExampleLibrary() {}

    static void into(Path folder) throws IOException {
        for (String part : List.of("vars", "resources")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(part))) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    Path copy = folder.resolve(ROOT.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
