package io.jenkins.plugins.delivery.jenkinsapi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.localizer.Localizable;

class ProcessorsTest {
    private static final String STEP = """
            package a;
            public class Outer {
                @org.jenkinsci.Symbol("second") @hudson.Extension public static class Second {}
                @org.jenkinsci.Symbol("first") @hudson.Extension public static class First {}
            }
            """;

    @TempDir
    Path directory;

    @Test
    void symbolsAreIndexedByBinaryNameInOrder() throws Exception {
        assertThat(compile(STEP)).isEmpty();
        assertThat(classes().resolve(SymbolIndexer.INDEX)).hasContent("a.Outer$First\na.Outer$Second\n");
    }

    @Test
    void extensionsAreIndexedBesideThem() throws Exception {
        assertThat(compile(STEP)).isEmpty();
        assertThat(classes().resolve("META-INF/annotations/hudson.Extension")).isNotEmptyFile();
    }

    @Test
    void twoCompilationsGiveTheSameBytes() throws Exception {
        compile(STEP);
        byte[] symbols = Files.readAllBytes(classes().resolve(SymbolIndexer.INDEX));
        byte[] extensions = Files.readAllBytes(classes().resolve("META-INF/annotations/hudson.Extension"));
        compile(STEP);
        assertThat(classes().resolve(SymbolIndexer.INDEX)).hasBinaryContent(symbols);
        assertThat(classes().resolve("META-INF/annotations/hudson.Extension")).hasBinaryContent(extensions);
    }

    @Test
    void messagesBecomeMethods() throws Exception {
        messages("Step.greeting=Hello {0}, it''s {1}\nStep.plain=Nothing");
        assertThat(compile("package a; public class User { String s = Messages.Step_plain(); }"))
                .isEmpty();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes().toUri().toURL()})) {
            Class<?> type = loader.loadClass("a.Messages");
            assertThat(type.getMethod("Step_plain").invoke(null)).isEqualTo("Nothing");
            Localizable greeting = (Localizable)
                    type.getMethod("_Step_greeting", Object.class, Object.class).invoke(null, "you", "late");
            assertThat(greeting).hasToString("Hello you, it's late");
            assertThat(greeting.getKey()).isEqualTo("Step.greeting");
        }
    }

    @Test
    void aTextThatIsNoMessageFormatIsAnError() throws Exception {
        messages("broken=Hello {");
        assertThat(compile("package a; class Empty {}"))
                .contains("Messages.properties of a", "broken is not a message format");
    }

    @Test
    void keysThatCollideInJavaAreAnError() throws Exception {
        messages("a.b=1\na-b=2");
        assertThat(compile("package a; class Empty {}")).contains("a-b and a.b have the same name in Java");
    }

    @Test
    void aClassOfMessagesInTheSourcesStays() throws Exception {
        messages("key=text");
        assertThat(compile("package a; class Messages { static int own; }")).isEmpty();
    }

    @Test
    void aPackageWithoutMessagesGetsNoClass() throws Exception {
        assertThat(compile("package a; class Empty {}")).isEmpty();
        assertThat(classes().resolve("a/Messages.class")).doesNotExist();
    }

    private Path classes() throws IOException {
        return Files.createDirectories(directory.resolve("classes"));
    }

    private void messages(String properties) throws IOException {
        Path file = classes().resolve("a/Messages.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, properties);
    }

    /** What the compiler complains of. */
    private String compile(String source) throws IOException {
        Path file = directory.resolve(source.replaceAll("(?s).*?class (\\w+).*", "$1") + ".java");
        Files.writeString(file, source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-d",
                    classes().toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-Xlint:none",
                    "-proc:full");
            compiler.getTask(complaints, files, null, withoutProcFull(options), null, files.getJavaFileObjects(file))
                    .call();
        }
        return complaints.toString();
    }

    /** JDK 17 processes annotations without being asked and does not know the option. */
    private static List<String> withoutProcFull(List<String> options) {
        return Runtime.version().feature() >= 21 ? options : options.subList(0, options.size() - 1);
    }
}
