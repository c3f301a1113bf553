package io.jenkins.plugins.delivery.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** The plugins that are installed besides ours. */
public final class PluginFolder {
    private final Path folder;
    private final Map<String, PluginArchive> plugins = new LinkedHashMap<>();

    private PluginFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws AcceptanceException when it holds no plugin, or a file that is none */
    static PluginFolder read(Path folder) {
        PluginFolder read = new PluginFolder(folder);
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(PluginFolder::isArchive)
                    .sorted()
                    .map(PluginArchive::read)
                    .forEach(plugin -> read.plugins.put(plugin.name(), plugin));
        } catch (IOException e) {
            throw new AcceptanceException("-Djenkins.plugins=" + folder + " cannot be read: " + e.getMessage(), e);
        }
        if (read.plugins.isEmpty()) {
            throw new AcceptanceException("-Djenkins.plugins=" + folder + " holds no .hpi or .jpi file.");
        }
        return read;
    }

    /** Plugins that are there already. */
    static PluginFolder of(List<PluginArchive> plugins) {
        PluginFolder folder = new PluginFolder(Path.of("."));
        plugins.forEach(plugin -> folder.plugins.put(plugin.name(), plugin));
        return folder;
    }

    /** Plugins by their short names. */
    public Optional<PluginArchive> plugin(String name) {
        return Optional.ofNullable(plugins.get(name));
    }

    List<PluginArchive> all() {
        return List.copyOf(plugins.values());
    }

    /**
     * Whether a plugin can be loaded beside these.
     *
     * @throws AcceptanceException with every plugin that is absent or too old, its own needs included
     */
    void check(PluginArchive installed) {
        List<String> problems = new ArrayList<>();
        problems(installed, problems);
        plugins.values().stream()
                .filter(plugin -> !plugin.name().equals(installed.name()))
                .forEach(plugin -> problems(plugin, problems));
        if (!problems.isEmpty()) {
            throw new AcceptanceException(
                    "-Djenkins.plugins=" + folder + " is not complete: " + String.join("; ", problems) + ".");
        }
    }

    private void problems(PluginArchive plugin, List<String> problems) {
        for (PluginArchive.Need need : plugin.needs()) {
            PluginArchive there = plugins.get(need.name());
            if (there == null) {
                problems.add(
                        plugin.name() + " needs " + need.name() + " " + need.oldest() + " or newer, which is absent");
            } else if (isOlder(there.version(), need.oldest())) {
                problems.add(plugin.name() + " needs " + need.name() + " " + need.oldest() + " or newer, but it is "
                        + there.version());
            }
        }
    }

    /** Versions are ordered as Jenkins does, whose rules are Maven's. */
    private static boolean isOlder(String version, String wanted) {
        return new ComparableVersion(version).compareTo(new ComparableVersion(wanted)) < 0;
    }

    private static boolean isArchive(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".hpi") || name.endsWith(".jpi");
    }
}
