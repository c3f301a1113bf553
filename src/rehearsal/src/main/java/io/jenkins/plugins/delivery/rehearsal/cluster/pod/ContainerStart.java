package io.jenkins.plugins.delivery.rehearsal.cluster.pod;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.jenkins.plugins.delivery.rehearsal.cluster.image.Image;
import io.jenkins.plugins.delivery.rehearsal.cluster.image.ImageReference;
import io.jenkins.plugins.delivery.rehearsal.cluster.image.RootFilesystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes a process of a container: finds the image, unpacks it, builds command line and environment, starts. */
final class ContainerStart {
    /** Small and quick rather than fast in the long run: many of these run side by side on one machine. */
    private static final List<String> JVM = List.of(
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx64m",
            "-XX:-UsePerfData",
            "-Dsun.net.httpserver.nodelay=true");

    /** Why there is no process, as Kubernetes words it. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final String reason;

        Refused(String reason, String message) {
            super(message);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /** A process, and where its output goes. */
    record Started(Process process, Path log, String imageDigest) {}

    private final Node node;
    private final Pod pod;
    private final PodPorts ports;
    private final String podIp;

    ContainerStart(Node node, Pod pod, PodPorts ports, String podIp) {
        this.node = node;
        this.pod = pod;
        this.ports = ports;
        this.podIp = podIp;
    }

    Started start(Container container, int attempt) throws Refused {
        Image image = image(container.getImage());
        try {
            Map<String, String> environment =
                    new ContainerEnvironment(node.objects(), pod, podIp).of(container, image.environment(), ports);
            RootFilesystem files = RootFilesystem.of(image, node.directory().resolve("images"));
            Path home = Files.createDirectories(node.directory()
                    .resolve("pods")
                    .resolve(pod.getMetadata().getUid())
                    .resolve(container.getName()));
            Path log = home.resolve(attempt + ".log");
            ProcessBuilder builder = new ProcessBuilder(small(files.command(command(container, image, environment))))
                    .directory(workingDirectory(image, container, files, home).toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            node.processes().add(process);
            process.onExit().thenAccept(node.processes()::remove);
            process.getOutputStream().close();
            return new Started(process, log, image.digest());
        } catch (ContainerEnvironment.MissingConfiguration e) {
            throw new Refused("CreateContainerConfigError", e.getMessage());
        } catch (IOException e) {
            throw new Refused("RunContainerError", "failed to create the container: " + e.getMessage());
        }
    }

    private Image image(String name) throws Refused {
        ImageReference reference = ImageReference.parse(name);
        return node.registry()
                .find(reference)
                .orElseThrow(() -> new Refused(
                        "ErrImagePull",
                        "Failed to pull image \"" + name + "\": the embedded registry "
                                + node.registry().address()
                                + " has no " + reference.repository() + " with "
                                + (reference.isDigest() ? "digest " : "tag ") + reference.reference() + ": not found"));
    }

    private static List<String> command(Container container, Image image, Map<String, String> environment)
            throws Refused {
        boolean ownCommand = !container.getCommand().isEmpty();
        List<String> command = new ArrayList<>(ownCommand ? container.getCommand() : image.command());
        if (!container.getArgs().isEmpty()) {
            command.addAll(container.getArgs());
        } else if (!ownCommand) {
            command.addAll(image.arguments());
        }
        if (command.isEmpty()) {
            throw new Refused("CreateContainerError", "no command specified");
        }
        command.replaceAll(word -> ContainerEnvironment.expand(word, environment));
        return command;
    }

    private static List<String> small(List<String> command) {
        List<String> complete = new ArrayList<>(command);
        if (Path.of(command.get(0)).getFileName().toString().matches("java(\\.exe)?")) {
            complete.addAll(1, JVM);
        }
        return complete;
    }

    private static Path workingDirectory(Image image, Container container, RootFilesystem files, Path home) {
        String wanted = container.getWorkingDir() == null ? image.workingDirectory() : container.getWorkingDir();
        Path inImage = files.resolve(wanted);
        return !wanted.isEmpty() && !wanted.equals("/") && Files.isDirectory(inImage) ? inImage : home;
    }
}
