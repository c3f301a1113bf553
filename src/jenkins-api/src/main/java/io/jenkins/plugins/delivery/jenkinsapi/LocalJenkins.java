package io.jenkins.plugins.delivery.jenkinsapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jenkins.model.Jenkins;

/**
 * A controller that lives in this JVM and keeps everything under one home directory. {@link #start} again on the same
 * home is a restart: nothing but what was saved is known to it. At most one runs at a time.
 */
public final class LocalJenkins implements AutoCloseable {
    private final Jenkins jenkins;

    private LocalJenkins(Jenkins jenkins) {
        this.jenkins = jenkins;
    }

    /** Starts with the extensions that this class's own loader sees. */
    public static LocalJenkins start(Path home) throws IOException {
        return start(home, LocalJenkins.class.getClassLoader());
    }

    /**
     * Loads configuration, users, extensions and jobs.
     *
     * @throws IllegalStateException when another one is running, or when an extension cannot be used
     */
    public static synchronized LocalJenkins start(Path home, ClassLoader loader) throws IOException {
        if (Jenkins.getInstanceOrNull() != null) {
            throw new IllegalStateException(
                    "A controller is running already, in " + Jenkins.get().getRootDir() + ". Close it first.");
        }
        Files.createDirectories(home);
        LocalController controller = new LocalController(home.toAbsolutePath().normalize(), loader);
        try {
            controller.load();
            return new LocalJenkins(controller);
        } catch (IOException | RuntimeException | Error e) {
            controller.cleanUp();
            throw e;
        }
    }

    public Jenkins jenkins() {
        return jenkins;
    }

    /** Forgets everything at once, as a killed process does: nothing is saved here, nobody is told. */
    @Override
    public void close() {
        jenkins.cleanUp();
    }
}
