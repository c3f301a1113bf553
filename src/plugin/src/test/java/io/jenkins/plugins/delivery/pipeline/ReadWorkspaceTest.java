package io.jenkins.plugins.delivery.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadWorkspaceTest {
    @TempDir
    private Path folder;

    @Test
    void a_workspace_that_nobody_has_written_to_is_an_empty_one() throws Exception {
        ReadWorkspace.Found found =
                new ReadWorkspace("deploy/*.yaml").invoke(folder.resolve("shop").toFile(), null);

        assertThat(found.files()).isEmpty();
        assertThat(found.manifests()).isEmpty();
        assertThat(found.version()).isNull();
    }

    @Test
    void what_lies_at_its_root_is_named() throws Exception {
        Files.writeString(folder.resolve("package.json"), "{\"version\": \"1.2.3\"}");

        ReadWorkspace.Found found = new ReadWorkspace(null).invoke(folder.toFile(), null);

        assertThat(found.files()).containsExactly("package.json");
        assertThat(found.version()).isEqualTo("1.2.3");
    }
}
