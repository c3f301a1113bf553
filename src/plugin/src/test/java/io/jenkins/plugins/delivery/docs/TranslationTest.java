package io.jenkins.plugins.delivery.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What people see is there in German, too. */
class TranslationTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern TEXT = Pattern.compile("\\$\\{%([^}(]+)[}(]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}?");

    @TestFactory
    Stream<DynamicTest> every_message_is_translated_with_the_same_placeholders() {
        return files("Messages.properties")
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    Properties english = read(file);
                    Properties german = read(file.resolveSibling("Messages_de.properties"));
                    assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
                    for (String key : english.stringPropertyNames()) {
                        assertThat(placeholders(german.getProperty(key)))
                                .as(key)
                                .isEqualTo(placeholders(english.getProperty(key)));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_text_of_a_page_is_translated() {
        return files(".jelly")
                .map(page -> DynamicTest.dynamicTest(page.toString(), () -> {
                    Set<String> texts = texts(page);
                    if (!texts.isEmpty()) {
                        String name = page.getFileName().toString().replace(".jelly", "_de.properties");
                        assertThat(read(page.resolveSibling(name)).stringPropertyNames())
                                .containsExactlyInAnyOrderElementsOf(texts);
                    }
                }));
    }

    private static Set<String> texts(Path page) throws IOException {
        return TEXT.matcher(Files.readString(page))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> placeholders(String message) {
        return PLACEHOLDER
                .matcher(message)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("There is no " + file, e);
        }
        return properties;
    }

    private static Stream<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(RESOURCES)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
