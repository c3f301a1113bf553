package io.jenkins.plugins.delivery.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** The home folder of a Jenkins that only the suite uses. */
public final class JenkinsHome {
    /** Runs at each start: accounts, what each may, one executor for builds on the controller. */
    private static final String ACCOUNTS = "accounts.groovy";

    private final Path folder;

    private JenkinsHome(Path folder) {
        this.folder = folder;
    }

    /** One that is there already. */
    static JenkinsHome of(Path folder) {
        return new JenkinsHome(folder);
    }

    /** A home with these plugins and our accounts, in an empty folder. */
    static JenkinsHome prepare(Path folder, PluginFolder plugins, PluginArchive installed) {
        JenkinsHome home = new JenkinsHome(folder);
        try {
            Files.createDirectories(folder.resolve("plugins"));
            for (PluginArchive plugin : plugins.all()) {
                if (!plugin.name().equals(installed.name())) {
                    home.install(plugin);
                }
            }
            home.install(installed);
            Path scripts = Files.createDirectories(folder.resolve("init.groovy.d"));
            try (InputStream in =
                    Objects.requireNonNull(JenkinsHome.class.getResourceAsStream(ACCOUNTS), ACCOUNTS + " is missing")) {
                Files.copy(in, scripts.resolve(ACCOUNTS));
            }
            return home;
        } catch (IOException e) {
            throw new AcceptanceException(
                    "The home of Jenkins cannot be prepared in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Puts a plugin into the place of its present version; it counts from the next start on. */
    void install(PluginArchive plugin) throws IOException {
        Path file = folder.resolve("plugins").resolve(plugin.name() + ".jpi");
        Files.copy(plugin.file(), file, StandardCopyOption.REPLACE_EXISTING);
        // Without the mark Jenkins would prefer the detached version that its war may hold.
        Files.writeString(folder.resolve("plugins").resolve(plugin.name() + ".jpi.pinned"), "");
    }

    /** Takes a plugin away; it counts from the next start on. */
    void uninstall(String plugin) throws IOException {
        Files.deleteIfExists(folder.resolve("plugins").resolve(plugin + ".jpi"));
        Files.deleteIfExists(folder.resolve("plugins").resolve(plugin + ".jpi.pinned"));
        Folders.delete(folder.resolve("plugins").resolve(plugin));
    }

    public Path folder() {
        return folder;
    }
}
