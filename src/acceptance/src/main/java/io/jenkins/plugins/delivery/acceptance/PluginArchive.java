package io.jenkins.plugins.delivery.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * A plugin as its {@code .hpi} or {@code .jpi} describes itself.
 *
 * @param needs the plugins that must be there, each with its oldest version
 */
public record PluginArchive(Path file, String name, String version, String jenkins, List<Need> needs) {
    /** A plugin that another one cannot do without. */
    public record Need(String name, String oldest) {}

    public PluginArchive {
        needs = List.copyOf(needs);
    }

    /** @throws AcceptanceException when the file is no plugin */
    static PluginArchive read(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
            String name = attributes.getValue("Short-Name");
            if (name == null) {
                throw new AcceptanceException(file + " is no Jenkins plugin: its manifest has no Short-Name.");
            }
            return new PluginArchive(
                    file,
                    name,
                    value(attributes, "Plugin-Version"),
                    value(attributes, "Jenkins-Version"),
                    needs(value(attributes, "Plugin-Dependencies")));
        } catch (IOException e) {
            throw new AcceptanceException(file + " cannot be read as a plugin: " + e.getMessage(), e);
        }
    }

    private static String value(Attributes attributes, String name) {
        String value = attributes.getValue(name);
        return value == null ? "" : value;
    }

    /** The form is {@code name:version;resolution:=optional,name:version}. */
    private static List<Need> needs(String text) {
        List<Need> needs = new ArrayList<>();
        for (String one : text.split(",")) {
            int colon = one.indexOf(':');
            if (colon > 0 && !one.contains("resolution:=optional")) {
                String version = one.substring(colon + 1);
                int more = version.indexOf(';');
                needs.add(new Need(one.substring(0, colon).trim(), more < 0 ? version : version.substring(0, more)));
            }
        }
        return needs;
    }
}
