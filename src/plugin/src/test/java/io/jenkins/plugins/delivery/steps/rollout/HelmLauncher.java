package io.jenkins.plugins.delivery.steps.rollout;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The command line of Helm as far as a rollout uses it, in front of the real Helm as a library: {@code version --short} and
 * {@code template <release> <chart> [--namespace <name>] [--values <file>]…}. Anything else is refused, as Helm would.
 */
final class HelmLauncher {
    private HelmLauncher() {}

    public static void main(String[] arguments) {
        Deque<String> words = new ArrayDeque<>(List.of(arguments));
        try {
            switch (words.removeFirst()) {
                case "version" -> System.out.println(Helm.version().call());
                case "template" -> System.out.print(template(words).call());
                default -> throw new IllegalArgumentException("unknown command");
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println("Error: " + e.getMessage());
            System.exit(1);
        }
    }

    private static TemplateCommand template(Deque<String> words) {
        String release = words.removeFirst();
        TemplateCommand template =
                new Helm(Path.of(words.removeFirst())).template().withName(release);
        while (!words.isEmpty()) {
            String option = words.removeFirst();
            switch (option) {
                case "--namespace" -> template.withNamespace(words.removeFirst());
                case "--values" -> template.withValuesFile(Path.of(words.removeFirst()));
                default -> throw new IllegalArgumentException("unknown flag: " + option);
            }
        }
        return template;
    }

    /** Whether there is a native part for this machine. */
    static boolean isSupported() {
        return System.getProperty("java.class.path").contains("helm-java")
                && System.getProperty("java.class.path").matches(".*(linux|darwin|windows)-(amd64|arm64).*");
    }

    /** A program {@code helm} in a folder, which starts this class. */
    static void install(Path folder) throws IOException {
        Path program = folder.resolve("helm");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Files.writeString(
                program,
                "#!/bin/sh\nexec '" + java + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '"
                        + System.getProperty("java.class.path") + "' " + HelmLauncher.class.getName() + " \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
