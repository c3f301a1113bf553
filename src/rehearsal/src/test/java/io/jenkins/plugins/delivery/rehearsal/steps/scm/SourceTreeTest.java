package io.jenkins.plugins.delivery.rehearsal.steps.scm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hudson.model.Action;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRequest;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SourceTreeTest {
    @TempDir
    private Path folder;

    @Test
    void a_folder_is_checked_out_as_it_is_without_results_of_builds() throws Exception {
        file("app/version.txt", "1.2.3");
        file("target/app.jar", "old");

        PipelineOutcome outcome = run(
                new FolderSource(folder.resolve("source").toString()),
                "node { checkout scm; echo \"version ${readFile 'app/version.txt'} jar ${fileExists 'target/app.jar'}\" }");

        assertThat(outcome.text()).contains("version 1.2.3 jar false");
    }

    @Test
    void a_folder_under_git_is_checked_out_with_what_is_not_committed_yet() throws Exception {
        assumeTrue(isGitInstalled(), "git is not installed");
        file("tracked.txt", "1");
        file(".gitignore", "ignored.txt");
        commit("first");
        file("tracked.txt", "2");
        file("new.txt", "new");
        file("ignored.txt", "no");

        PipelineOutcome outcome = run(
                new FolderSource(folder.resolve("source").toString()),
                "node { def v = checkout scm; echo \"${readFile 'tracked.txt'} ${fileExists 'new.txt'}"
                        + " ${fileExists 'ignored.txt'} ${v.GIT_COMMIT.length()}\" }");

        assertThat(outcome.text()).contains("2 true false 40");
    }

    @Test
    void a_repository_in_a_network_is_replaced_by_the_run_s_own_source_and_the_log_says_so() throws Exception {
        file("a.txt", "local");

        PipelineOutcome outcome = run(
                new FolderSource(folder.resolve("source").toString()),
                "node { git url: 'https://example.com/team/app.git', branch: 'main'; echo readFile('a.txt') }");

        assertThat(outcome.text())
                .contains("the run's own source tree stands for https://example.com/team/app.git")
                .contains("local");
    }

    @Test
    void without_a_source_a_checkout_fails_and_says_why() throws Exception {
        PipelineOutcome outcome = new PipelineRuntime()
                .run(PipelineRequest.ofScript("node { git 'https://example.com/team/app.git' }")
                        .home(folder.resolve("home"))
                        .build());

        assertThat(outcome.error()).contains("fetches nothing from a network");
    }

    private PipelineOutcome run(SourceTree source, String script) throws Exception {
        List<Action> actions = List.of(new RunSource(source));
        return new PipelineRuntime()
                .run(PipelineRequest.ofScript(script)
                        .home(folder.resolve("home"))
                        .actions(actions)
                        .build());
    }

    private void file(String path, String text) throws IOException {
        Path file = folder.resolve("source").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void commit(String message) throws IOException, InterruptedException {
        Git git = new Git(folder.resolve("source"));
        git.run("init", "--quiet");
        git.run("add", "--all");
        git.run("-c", "user.name=dev", "-c", "user.email=dev@example.com", "commit", "--quiet", "-m", message);
    }

    private boolean isGitInstalled() throws InterruptedException {
        try {
            new Git(folder).run("--version");
            return true;
        } catch (IOException missing) {
            return false;
        }
    }
}
