package io.jenkins.plugins.delivery.rehearsal.scenario;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.NearestMatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Programs of an agent that a rehearsal brings along, in a folder that comes first on the path of its scripts. */
final class StandIns {
    private static final List<String> KNOWN = List.of("docker", "vegeta");

    private StandIns() {}

    /** @throws ArgumentException for a program that there is no stand-in for */
    static List<String> checked(List<String> names) {
        for (String name : names) {
            if (!KNOWN.contains(name)) {
                throw new ArgumentException(
                        "standIns",
                        "there is none for '" + name + "'" + NearestMatch.hint(name, KNOWN) + " (known are "
                                + String.join(", ", KNOWN) + ")");
            }
        }
        return List.copyOf(names);
    }

    /** Puts the programs into the folder. */
    static void write(List<String> names, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : names) {
            Path file = folder.resolve(name);
            try (InputStream script = StandIns.class.getResourceAsStream(
                    "/io/jenkins/plugins/delivery/rehearsal/scenario/" + name + ".sh")) {
                Files.copy(script, file, StandardCopyOption.REPLACE_EXISTING);
            }
            if (!file.toFile().setExecutable(true)) {
                throw new IOException("Cannot make " + file + " executable");
            }
        }
    }
}
