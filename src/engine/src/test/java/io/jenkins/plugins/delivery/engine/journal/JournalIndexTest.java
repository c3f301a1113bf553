package io.jenkins.plugins.delivery.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalIndexTest {
    @TempDir
    private Path folder;

    private Path file;
    private JournalIndex<Texts> index;
    private int readings;

    @BeforeEach
    void name() {
        file = folder.resolve("log.txt");
        index = index();
    }

    @Test
    void what_was_appended_is_known_without_reading_the_file_again() throws IOException {
        index.append(tail -> List.of("one"));
        assertThat(texts()).containsExactly("one");
        index.append(tail -> List.of("two", "three-ä"));
        index.append(tail -> List.of("four"));

        assertThat(texts()).containsExactly("one", "two", "three-ä", "four");
        assertThat(readings).isEqualTo(1);
    }

    @Test
    void what_somebody_else_appended_is_found() throws IOException {
        index.append(tail -> List.of("one"));
        assertThat(texts()).containsExactly("one");

        index().append(tail -> List.of("two"));
        assertThat(texts()).containsExactly("one", "two");

        index().append(tail -> List.of("three"));
        index.append(tail -> List.of("four"));
        assertThat(texts()).containsExactly("one", "two", "three", "four");
    }

    @Test
    void what_was_removed_is_forgotten() throws IOException {
        index.append(tail -> List.of("one", "two"));
        assertThat(texts()).hasSize(2);

        new Journal(file).keep(lines -> lines.subList(1, 2));
        assertThat(texts()).containsExactly("two");

        Files.delete(file);
        assertThat(texts()).isEmpty();
    }

    @Test
    void a_line_that_was_cut_off_stays_a_line_of_its_own() throws IOException {
        index.append(tail -> List.of("one"));
        Files.writeString(file, "tw", StandardOpenOption.APPEND);
        assertThat(texts()).containsExactly("one", "tw");

        index.append(tail -> List.of("three"));

        assertThat(texts()).containsExactly("one", "tw", "three");
        assertThat(Files.readString(file)).isEqualTo("one\ntw\nthree\n");
    }

    @Test
    void nothing_to_append_leaves_even_a_cut_off_line_as_it_is() throws IOException {
        index.append(tail -> List.of("one"));
        Files.writeString(file, "tw", StandardOpenOption.APPEND);

        index.append(tail -> List.of());

        assertThat(Files.readString(file)).isEqualTo("one\ntw");
    }

    @Test
    void what_could_not_be_said_after_writing_is_known_all_the_same() throws IOException {
        assertThat(texts()).isEmpty();
        assertThatThrownBy(() -> index.append(new Journal.Entry() {
                    @Override
                    public List<String> after(Journal.Tail tail) {
                        return List.of("one");
                    }

                    @Override
                    public void written() throws IOException {
                        throw new IOException("no room for the head");
                    }
                }))
                .hasMessage("no room for the head");

        assertThat(texts()).containsExactly("one");
    }

    @Test
    void lines_may_be_longer_than_any_buffer_and_end_anywhere() throws IOException {
        for (int length : List.of(1, 262_143, 262_144, 262_145, 700_000)) {
            String text = "x".repeat(length) + "\n\n" + "y".repeat(length) + "\nz";
            Texts lines = new Texts();
            new LineCutter(lines).cut(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Long.MAX_VALUE);

            assertThat(lines.texts).containsExactly("x".repeat(length), "", "y".repeat(length), "z");
        }
    }

    @Test
    void only_as_much_is_read_as_is_asked_for() throws IOException {
        Texts lines = new Texts();
        new LineCutter(lines).cut(new ByteArrayInputStream("one\ntwo\n".getBytes(StandardCharsets.UTF_8)), 5);

        assertThat(lines.texts).containsExactly("one", "t");
    }

    private List<String> texts() throws IOException {
        return index.ask(texts -> List.copyOf(texts.texts));
    }

    private JournalIndex<Texts> index() {
        return new JournalIndex<>(new Journal(file), () -> {
            readings++;
            return new Texts();
        });
    }

    private static final class Texts implements JournalIndex.Lines {
        private final List<String> texts = new ArrayList<>();

        @Override
        public void add(byte[] buffer, int begin, int length) {
            texts.add(new String(buffer, begin, length, StandardCharsets.UTF_8));
        }
    }
}
