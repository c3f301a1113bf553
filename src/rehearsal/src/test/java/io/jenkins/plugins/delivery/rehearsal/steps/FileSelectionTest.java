package io.jenkins.plugins.delivery.rehearsal.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSelectionTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws IOException {
        for (String file : new String[] {"t/a.txt", "t/b.log", "t/sub/c.txt", ".git/config", "note~"}) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), file);
        }
    }

    @Test
    void selects_what_is_included_and_not_excluded() throws IOException {
        assertThat(FileSelection.of("t/**/*.txt", "**/c.txt").in(folder)).containsExactly("t/a.txt");
    }

    @Test
    void leaves_out_version_control_and_backups_unless_asked() throws IOException {
        assertThat(FileSelection.of(null, null).in(folder)).containsExactly("t/a.txt", "t/b.log", "t/sub/c.txt");
        assertThat(new FileSelection(null, null, false, true, true).in(folder)).contains(".git/config", "note~");
    }

    @Test
    void finds_nothing_in_a_folder_that_is_not_there() throws IOException {
        assertThat(FileSelection.of("**", null).in(folder.resolve("missing"))).isEmpty();
    }

    @Test
    void says_which_part_of_a_pattern_is_not_there() {
        assertThat(MissedPattern.explain(folder, "target/*.jar"))
                .isEqualTo("‘target/*.jar’ doesn’t match anything: even ‘target’ doesn’t exist");
        assertThat(MissedPattern.explain(folder, "t/*.jar"))
                .isEqualTo("‘t/*.jar’ doesn’t match anything: ‘t’ exists but not ‘t/*.jar’");
        assertThat(MissedPattern.explain(folder, "*.x")).isEqualTo("‘*.x’ doesn’t match anything");
    }
}
