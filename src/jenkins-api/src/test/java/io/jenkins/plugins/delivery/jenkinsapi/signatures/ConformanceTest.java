package io.jenkins.plugins.delivery.jenkinsapi.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceTest {
    private final Conformance conformance;

    ConformanceTest() throws Exception {
        conformance = new Conformance(RecordedSignatures.read(Path.of(ConformanceTest.class
                        .getResource("/recorded/README.txt")
                        .toURI())
                .getParent()));
    }

    @Test
    void eachTypeAndMemberOfOursExistsInJenkinsAsWeSayIt() throws Exception {
        Path classes = Path.of(hudson.model.Run.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Map<String, byte[]> ours = classFiles(classes);
        assertThat(ours).hasSizeGreaterThan(200);
        assertThat(conformance.violations(ours)).isEmpty();
    }

    @Test
    void anInventedMethodIsFound(@TempDir Path directory) throws Exception {
        assertThat(violationsOf(directory, "hudson.model", "InvisibleAction", """
                public abstract class InvisibleAction implements Action {
                    public InvisibleAction() {}
                    public final String getIconFileName() { return null; }
                    public final String getDisplayName() { return null; }
                    public String getUrlName() { return null; }
                    public String invented() { return null; }
                }
                """))
                .singleElement()
                .asString()
                .contains("hudson/model/InvisibleAction.invented()Ljava/lang/String;", "does not exist");
    }

    @Test
    void anInventedTypeIsFound(@TempDir Path directory) throws Exception {
        assertThat(violationsOf(directory, "hudson.model", "Invention", "public interface Invention {}"))
                .containsExactly("hudson/model/Invention does not exist in Jenkins");
    }

    @Test
    void aDifferentModifierIsFound(@TempDir Path directory) throws Exception {
        assertThat(violationsOf(directory, "hudson.model", "Saveable", """
                public interface Saveable {
                    Saveable NOOP = null;
                    default void save() throws java.io.IOException {}
                }
                """))
                .singleElement()
                .asString()
                .contains("hudson/model/Saveable.save()V: modifiers +, in Jenkins +a");
    }

    @Test
    void aDifferentDescriptorIsFound(@TempDir Path directory) throws Exception {
        assertThat(violationsOf(directory, "hudson.model", "Saveable", """
                public interface Saveable {
                    boolean save() throws java.io.IOException;
                }
                """))
                .singleElement()
                .asString()
                .contains("hudson/model/Saveable.save()Z does not exist");
    }

    @Test
    void anInventedSupertypeIsFound(@TempDir Path directory) throws Exception {
        assertThat(violationsOf(directory, "hudson.model", "Saveable", """
                public interface Saveable extends java.io.Closeable {
                    void save() throws java.io.IOException;
                }
                """))
                .containsExactly("hudson/model/Saveable is no java/io/Closeable in Jenkins");
    }

    private Iterable<String> violationsOf(Path directory, String packageName, String name, String source)
            throws IOException {
        Path file = directory.resolve(name + ".java");
        Files.writeString(file, "package " + packageName + ";\n" + source, StandardCharsets.UTF_8);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path out = Files.createDirectory(directory.resolve("out"));
        String classPath = System.getProperty("java.class.path");
        assertThat(compiler.run(
                        null, null, null, "-proc:none", "-d", out.toString(), "-cp", classPath, file.toString()))
                .isZero();
        return conformance.violations(classFiles(out));
    }

    private static Map<String, byte[]> classFiles(Path root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each :
                    all.filter(file -> file.toString().endsWith(".class")).toList()) {
                files.put(root.relativize(each).toString(), Files.readAllBytes(each));
            }
        }
        return files;
    }
}
