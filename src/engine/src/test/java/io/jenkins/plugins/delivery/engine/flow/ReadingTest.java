package io.jenkins.plugins.delivery.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {
    @TempDir
    Path folder;

    @Test
    void escapes_of_a_terminal_and_of_writing_direction_are_not_kept() {
        Reading reading = Reading.draft("Name")
                .row(Row.Tone.NORMAL, "\u001B[31mred\u001B[0m \u001B]8;;http://evil\u0007link \u202Egnp.exe\u0000")
                .summary("a\u001B[2Jb");
        assertThat(reading.rows().get(0).cells()).containsExactly("red link \uFFFDgnp.exe\uFFFD");
        assertThat(reading.summary()).isEqualTo("ab");
    }

    @Test
    void of_too_many_rows_those_that_matter_most_are_kept() {
        Reading.Draft draft = Reading.draft("Name");
        for (int i = 0; i < 5000; i++) {
            draft.row(i == 4999 ? Row.Tone.DANGER : Row.Tone.NORMAL, "row " + i);
        }
        Reading reading = draft.summary("many");
        assertThat(reading.rows()).hasSize(Reading.MOST_ROWS).first().isEqualTo(Row.of(Row.Tone.DANGER, "row 4999"));
        assertThat(reading.leftOff()).isEqualTo(4000);
    }

    @Test
    void a_file_that_is_too_large_is_not_read() throws Exception {
        Path file = Files.writeString(folder.resolve("big"), "0123456789");
        assertThatExceptionOfType(ReportException.class)
                .isThrownBy(() -> new ReportInput("big", file, 9))
                .withMessageContaining("big: expected at most 9 bytes");
    }

    @Test
    void json_is_read_piece_by_piece() throws Exception {
        ReportInput input = Reports.input(
                folder,
                "report",
                "{\"skipped\": {\"a\": [1, {\"b\": 2}]}, \"list\": [1, [2], {}], \"in\": {\"x\": 1}, \"last\": true}");
        List<String> seen = new ArrayList<>();
        input.object((field, value) -> {
            seen.add(field);
            if (field.equals("list")) {
                value.elements(element -> seen.add(element.toString()));
            }
            if (field.equals("in")) {
                value.fields((inner, one) -> seen.add(inner + one.tree()));
            }
        });
        assertThat(seen).containsExactly("skipped", "list", "1", "[2]", "{}", "in", "x1", "last");
    }

    @Test
    void broken_json_is_said_with_its_line() throws Exception {
        ReportInput input = Reports.input(folder, "report", "{\"a\": 1,\n \"b\": }");
        assertThatExceptionOfType(ReportException.class)
                .isThrownBy(() -> input.object((field, value) -> {}))
                .withMessageStartingWith("report:2: expected JSON: ");
        ReportInput twice = Reports.input(folder, "report", "{} {}");
        assertThatExceptionOfType(ReportException.class)
                .isThrownBy(() -> twice.object((field, value) -> {}))
                .withMessageContaining("expected the end of the file");
    }

    @Test
    void an_unknown_kind_is_refused_with_the_nearest() {
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(() -> ReportKinds.named("terraform-plam"))
                .withMessageContaining("did you mean 'terraform-plan'?");
        assertThat(ReportKinds.ids()).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z][a-z0-9-]+"));
    }
}
