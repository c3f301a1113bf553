package io.jenkins.plugins.delivery.engine.scan.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent gets each class over the network: it loads the reader of a report, and not those of all other formats. */
class LazyReadersTest {
    @TempDir
    Path folder;

    @Test
    void aReportThatIsRecognisedFirstLoadsNoOtherReader() throws Exception {
        Path file = Files.writeString(folder.resolve("a.sarif"), "{\"version\": \"2.1.0\", \"runs\": []}");
        Recording agent = new Recording();

        Class<?> report = agent.loadClass(ReportFile.class.getName());
        Object opened = report.getMethod("of", String.class, Path.class).invoke(null, "a.sarif", file);
        Object reader = agent.loadClass(ReportFormats.class.getName())
                .getMethod("detect", report)
                .invoke(null, opened);

        assertThat(reader.getClass().getSimpleName()).isEqualTo("SarifReader");
        assertThat(agent.loaded)
                .filteredOn(name -> name.matches(".*[a-z]Reader"))
                .containsExactlyInAnyOrder("ReportReader", "SarifReader");
    }

    /** Loads the classes of this package anew, and notes which. */
    private static final class Recording extends ClassLoader {
        private static final String OURS = ReportFormats.class.getPackageName() + ".";
        private final Set<String> loaded = new TreeSet<>();

        Recording() {
            super(LazyReadersTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (!name.startsWith(OURS) || findLoadedClass(name) != null) {
                    return super.loadClass(name, resolve);
                }
                loaded.add(name.substring(OURS.length()));
                try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                    byte[] bytes = in.readAllBytes();
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
        }
    }
}
