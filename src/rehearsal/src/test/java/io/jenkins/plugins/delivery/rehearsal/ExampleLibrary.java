package io.jenkins.plugins.delivery.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** What of this repository is its shared library, as a copy: its {@code src} holds modules and no classes of a library. */
public final class ExampleLibrary {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private ExampleLibrary() {}

    public static void into(Path folder) throws IOException {
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
