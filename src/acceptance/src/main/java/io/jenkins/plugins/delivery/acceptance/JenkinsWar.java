package io.jenkins.plugins.delivery.acceptance;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * A {@code jenkins.war}.
 *
 * @param version of Jenkins
 * @param java the oldest Java that can start it, from the version of its main class (JVMS, table 4.1-A)
 */
public record JenkinsWar(Path file, String version, int java) {
    private static final String MAIN = "executable/Main.class";
    /** Class files of Java 1 have the major version 45. */
    private static final int MAJOR_OF_JAVA_0 = 44;

    /** @throws AcceptanceException when it is no war of Jenkins */
    static JenkinsWar read(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            String version =
                    manifest == null ? null : manifest.getMainAttributes().getValue("Jenkins-Version");
            ZipEntry main = jar.getEntry(MAIN);
            if (version == null || main == null) {
                throw new AcceptanceException(
                        file + " is no jenkins.war: it has no Jenkins-Version or no " + MAIN + ".");
            }
            try (DataInputStream in = new DataInputStream(jar.getInputStream(main))) {
                in.readInt();
                in.readUnsignedShort();
                return new JenkinsWar(file, version, in.readUnsignedShort() - MAJOR_OF_JAVA_0);
            }
        } catch (IOException e) {
            throw new AcceptanceException(file + " cannot be read as a jenkins.war: " + e.getMessage(), e);
        }
    }

    /** @throws AcceptanceException when this Java is too old for it */
    void check(Runtime.Version running) {
        if (running.feature() < java) {
            throw new AcceptanceException("Jenkins " + version + " needs Java " + java + " or newer, but this is Java "
                    + running.feature() + ": run Maven with a newer one.");
        }
    }

    /** @throws AcceptanceException when it is older than the plugin wants */
    void check(PluginArchive plugin) {
        if (new ComparableVersion(version).compareTo(new ComparableVersion(plugin.jenkins())) < 0) {
            throw new AcceptanceException(plugin.name() + " needs Jenkins " + plugin.jenkins() + " or newer, but "
                    + file + " is Jenkins " + version + ".");
        }
    }
}
