package io.jenkins.plugins.delivery.rehearsal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PipelineRuntimeTest {
    @TempDir
    Path home;

    @Test
    void aDayPassesInNoTime() throws Exception {
        PipelineOutcome outcome = Rehearse.script(home, "sleep time: 1, unit: 'DAYS'\necho 'awake'");
        assertThat(outcome.result()).isEqualTo(Result.SUCCESS);
        assertThat(outcome.duration())
                .isBetween(Duration.ofDays(1), Duration.ofDays(1).plusMinutes(1));
        assertThat(outcome.text()).contains("awake");
    }

    @Test
    void aTimeoutEndsAShellScriptThatTakesTooLong() throws Exception {
        PipelineOutcome outcome =
                Rehearse.script(home, "node { timeout(time: 300, unit: 'MILLISECONDS') { sh 'exec sleep 100' } }");
        assertThat(outcome.result()).isEqualTo(Result.ABORTED);
        assertThat(outcome.error()).isEqualTo("Timeout has been exceeded");
    }

    @Test
    void waitingForWhatNeverComesIsReported() throws Exception {
        PipelineOutcome outcome = Rehearse.script(home, "input 'Anybody there?'");
        assertThat(outcome.result()).isEqualTo(Result.ABORTED);
        assertThat(outcome.error()).contains("Nothing can ever happen").contains("input");
    }

    @Test
    void observersHearStagesStepsAndLines() throws Exception {
        List<String> heard = new ArrayList<>();
        PipelineOutcome outcome = Rehearse.script(
                home, "stage('Build') { echo 'hello' }", request -> request.observer(new Listener(heard)));
        assertThat(outcome.result()).isEqualTo(Result.SUCCESS);
        assertThat(heard)
                .containsSubsequence(
                        "step stage",
                        "stage Build",
                        "step echo hello",
                        "line hello",
                        "done echo",
                        "end Build SUCCESS",
                        "finished SUCCESS");
        assertThat(outcome.stages()).singleElement().satisfies(stage -> {
            assertThat(stage.name()).isEqualTo("Build");
            assertThat(stage.state()).isEqualTo(StageState.SUCCESS);
        });
    }

    private record Listener(List<String> heard) implements RunObserver {
        @Override
        public void stageStarted(String id, String parentId, String name, boolean branch, Instant at) {
            heard.add("stage " + name);
        }

        @Override
        public void stageFinished(String id, String name, StageState state, Instant at) {
            heard.add("end " + name + " " + state);
        }

        @Override
        public void stepStarted(String id, String stageId, String function, String summary, Instant at) {
            heard.add(("step " + function + " " + (function.equals("echo") ? summary : "")).strip());
        }

        @Override
        public void stepFinished(String id, String function, Throwable error, Instant at) {
            heard.add("done " + function);
        }

        @Override
        public void logLine(String nodeId, String text) {
            heard.add("line " + text);
        }

        @Override
        public void runFinished(Result result, Instant at) {
            heard.add("finished " + result);
        }
    }

    @Test
    void aRecordedShellOutcomeReplacesTheScript() throws Exception {
        ShellInterceptor recorded = new ShellInterceptor() {
            @Override
            public Optional<ShellOutcome> intercept(ShellCall call) {
                return call.script().equals("deploy")
                        ? Optional.of(new ShellOutcome(0, "v7", "+ deploy\n"))
                        : Optional.empty();
            }
        };
        PipelineOutcome outcome = Rehearse.script(
                home,
                "node { def v = sh(script: 'deploy', returnStdout: true)\necho \"deployed ${v}\" }",
                request -> request.shell(recorded));
        assertThat(outcome.text()).contains("+ deploy", "deployed v7");
    }

    @Test
    void parametersReachParamsAndEnvironment() throws Exception {
        PipelineOutcome outcome = Rehearse.script(
                home,
                "echo \"${params.WHO} ${env.WHO}\"\nnode { sh 'echo shell $WHO' }",
                request -> request.parameters(Map.of("WHO", "Ann")));
        assertThat(outcome.text()).contains("Ann Ann", "shell Ann");
    }

    @Test
    void buildNumbersGoOnWithinOneHome() throws Exception {
        Rehearse.script(home, "echo 'one'");
        PipelineOutcome second = Rehearse.script(
                home, "echo \"build ${currentBuild.number} after ${currentBuild.previousBuild.result}\"");
        assertThat(second.text()).contains("build 2 after SUCCESS");
    }
}
