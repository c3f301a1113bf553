package io.jenkins.plugins.delivery.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentsTest {
    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| (`[^|]*`) \\|");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    /** What is said by Jenkins, not by us. */
    private static final List<String> OF_JENKINS = List.of("must be called with a body");

    static Stream<Document> documents() {
        return Document.all().stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Document document) {
        assertThat(document.deadLinks()).isEmpty();
    }

    @Test
    void everyMessageThatIsExplainedIsOneOfOurs() throws IOException {
        String code = sources();
        Document page = Document.read(Path.of("../../docs/troubleshooting.md"));

        List<String> messages = FIRST_CELL
                .matcher(page.text())
                .results()
                .flatMap(cell -> QUOTED.matcher(cell.group(1)).results())
                .map(quoted -> quoted.group(1))
                .filter(message -> !OF_JENKINS.contains(message))
                .toList();

        assertThat(messages).hasSizeGreaterThan(15).allSatisfy(message -> assertThat(code.contains(message))
                .as(message)
                .isTrue());
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String module : List.of("engine", "plugin")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (Path file :
                        files.filter(file -> file.toString().endsWith(".java")).toList()) {
                    // a text that is written in two lines of code is one
                    all.append(Files.readString(file).replaceAll("\"\\s*\\+ \"", ""));
                }
            }
        }
        return all.toString();
    }
}
