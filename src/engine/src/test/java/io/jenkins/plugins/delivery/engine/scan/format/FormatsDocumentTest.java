package io.jenkins.plugins.delivery.engine.scan.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.engine.scan.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/formats.md} says of each format what its reader really does. */
class FormatsDocumentTest {
    @Test
    void listsEveryFormatWithItsSeverities() throws IOException {
        String document = Files.readString(Path.of("../../docs/formats.md"));
        assertThat(ReportFormats.all())
                .allSatisfy(reader -> assertThat(document).contains(row(reader)));
    }

    private static String row(ReportReader reader) {
        StringBuilder row = new StringBuilder("| " + reader.title() + " | `" + reader.id() + "` |");
        for (Severity severity : Severity.values()) {
            row.append(' ').append(words(reader.severities(), severity)).append(" |");
        }
        return row.append(' ')
                .append(reader.severities().otherwise())
                .append(" |")
                .toString();
    }

    private static String words(SeverityTable table, Severity severity) {
        return table.words().entrySet().stream()
                .filter(word -> word.getValue() == severity)
                .map(word -> word.getKey())
                .collect(Collectors.joining(", "));
    }
}
