package io.jenkins.plugins.delivery.rehearsal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BadInputTest {
    @TempDir
    Path home;

    @Test
    void aSyntaxErrorIsToldWithItsLine() throws Exception {
        PipelineOutcome outcome = Rehearse.script(home, "echo 'one'\nnode {\n  echo 'unterminated\n}");
        assertThat(outcome.result()).isEqualTo(Result.FAILURE);
        assertThat(outcome.place()).isEqualTo("Jenkinsfile:3");
        assertThat(outcome.error()).contains("expecting");
        assertThat(outcome.remedy()).isNotBlank();
    }

    @Test
    void anUnknownStepIsToldWithTheNearestOne() throws Exception {
        PipelineOutcome outcome = Rehearse.script(home, "echo 'fine'\nslep 3");
        assertThat(outcome.place()).isEqualTo("Jenkinsfile:2");
        assertThat(outcome.error()).contains("no step 'slep'", "did you mean 'sleep'?", "stage");
    }

    @Test
    void aMisspeltArgumentIsToldWithTheNearestOneAndAllThatAreAllowed() throws Exception {
        PipelineOutcome outcome = Rehearse.script(home, "node {\n  sh(script: 'true', returnStdOut: true)\n}");
        assertThat(outcome.place()).isEqualTo("Jenkinsfile:2");
        assertThat(outcome.error())
                .contains(
                        "'sh' has no argument 'returnStdOut'",
                        "did you mean 'returnStdout'?",
                        "returnStatus",
                        "script");
    }

    @Test
    void aMistypedArgumentIsToldWithWhatIsWanted() throws Exception {
        PipelineOutcome outcome = Rehearse.script(home, "retry('three') { echo 'x' }");
        assertThat(outcome.place()).isEqualTo("Jenkinsfile:1");
        assertThat(outcome.error()).contains("'retry' wants a number for 'count'", "'three'");
    }

    @Test
    void aMissingArgumentIsTold() throws Exception {
        PipelineOutcome outcome = Rehearse.script(home, "node { writeFile file: 'a.txt' }");
        assertThat(outcome.error()).contains("'writeFile' needs the argument 'text'");
    }

    @Test
    void aMissingBlockIsTold() throws Exception {
        PipelineOutcome outcome = Rehearse.script(home, "stage 'Build'");
        assertThat(outcome.error()).contains("'stage' needs a block");
    }

    @Test
    void whatCannotBeSavedIsToldWithItsVariable() throws Exception {
        PipelineOutcome outcome = Rehearse.script(home, "def m = 'v1' =~ /v(.)/\necho m[0][1]\nsleep 1\necho 'never'");
        assertThat(outcome.result()).isEqualTo(Result.FAILURE);
        assertThat(outcome.error()).contains("variable 'm'", "java.util.regex.Matcher");
        assertThat(outcome.place()).isEqualTo("Jenkinsfile:3");
        assertThat(outcome.remedy()).contains("@NonCPS");
        assertThat(outcome.text()).doesNotContain("never");
    }

    @Test
    void aMissingJenkinsfileIsToldByItsPath() throws Exception {
        try (VirtualClock clock = new VirtualClock()) {
            Path nowhere = home.resolve("nowhere/Jenkinsfile");
            PipelineOutcome outcome = new PipelineRuntime()
                    .run(PipelineRequest.of(nowhere).home(home).clock(clock).build());
            assertThat(outcome.result()).isEqualTo(Result.FAILURE);
            assertThat(outcome.error()).contains(nowhere.toString()).contains("not found");
            assertThat(outcome.remedy()).isNotBlank();
        }
    }

    @Test
    void aMissingLibraryIsToldWithThoseThatAreKnown() throws Exception {
        PipelineOutcome outcome = Rehearse.script(home, "@Library('nope') _\necho 'x'");
        assertThat(outcome.error()).contains("no library named 'nope'");
        assertThat(outcome.place()).isEqualTo("Jenkinsfile:1");
    }

    @Test
    void aStepOutsideNodeIsToldWithTheRemedy() throws Exception {
        PipelineOutcome outcome = Rehearse.script(home, "sh 'true'");
        assertThat(outcome.error()).contains("hudson.FilePath is missing");
        assertThat(outcome.remedy()).contains("node");
    }
}
