package io.jenkins.plugins.delivery.rehearsal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.FilePath;
import hudson.model.Result;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(40)
class RestartTest {
    private static final String PROGRAM = """
            class Item implements Serializable { String name; List tags = [] }
            def item = new Item(name: 'thing', tags: ['a'])
            def closure = { x -> "closure ${x} ${item.name}" }
            def total = 0
            env.KEPT = 'kept'
            node {
              for (e in [one: 1, two: 2]) {
                sleep e.value
                total += e.value
                echo "${e.key} makes ${total}"
              }
              stage('Shell') {
                def out = sh(script: 'sleep 0.2; echo from-shell', returnStdout: true).trim()
                echo "out ${out}"
              }
              parallel(
                left: { sleep 2; echo 'left done' },
                right: { retry(2) { sleep 1; echo 'right done' } })
              try {
                timeout(time: 5, unit: 'SECONDS') { sleep 60 }
              } catch (e) {
                echo "caught ${e.message}"
              }
              waitUntil { total++ > 4 }
            }
            withEnv(['MORE=x']) { sleep 1; echo "${closure('arg')} ${env.KEPT} ${env.MORE} ${item.tags}" }
            """;

    @TempDir
    Path folder;

    @Test
    void aPipelineKilledAtEveryBoundaryEndsAsIfNothingHadHappened() throws Exception {
        PipelineOutcome calm = Rehearse.script(folder.resolve("calm"), PROGRAM);
        PipelineOutcome killed =
                Rehearse.script(folder.resolve("killed"), PROGRAM, request -> request.kill(KillPlan.everywhere()));
        assertThat(calm.result()).isEqualTo(Result.SUCCESS);
        assertThat(killed.result()).isEqualTo(Result.SUCCESS);
        assertThat(killed.restarts()).isGreaterThan(4);
        assertThat(said(killed)).containsExactlyInAnyOrderElementsOf(said(calm));
    }

    /** What the script itself printed. */
    private static List<String> said(PipelineOutcome outcome) {
        return outcome.log().stream()
                .map(LogLine::text)
                .filter(line -> line.matches("(one|two) makes .*|out .*|(left|right) done|caught .*|closure .*"))
                .toList();
    }

    @Test
    void eachSingleBoundarySurvivesAKill() throws Exception {
        int boundaries = Rehearse.script(folder.resolve("count"), PROGRAM).boundaries();
        assertThat(boundaries).isGreaterThan(4);
        for (int boundary = 1; boundary <= boundaries; boundary += 2) {
            int killed = boundary;
            PipelineOutcome outcome = Rehearse.script(
                    folder.resolve("at-" + boundary), PROGRAM, request -> request.kill(KillPlan.at(killed)));
            assertThat(outcome.result()).as("killed at boundary " + boundary).isEqualTo(Result.SUCCESS);
        }
    }

    @Test
    void whatAKilledControllerLeavesRunningDoesNotReachTheWorkspaceOfTheOneAfterIt() throws Exception {
        CompletableFuture<PipelineRun> run = new CompletableFuture<>();
        List<StepContext> left = new CopyOnWriteArrayList<>();
        try (VirtualClock clock = new VirtualClock();
                RehearsalController controller = RehearsalController.start(folder, clock, jenkins -> {})) {
            PipelineRequest request = PipelineRequest.ofScript("node { sleep 60 }")
                    .home(controller.home())
                    .clock(clock)
                    .kill(boundary -> left.addAll(contexts(run.join())))
                    .build();
            run.complete(new PipelineRuntime().start(request));

            assertThat(run.join().await().restarts()).isPositive();
            assertThat(left).isNotEmpty().allSatisfy(context -> assertThatThrownBy(() -> context.get(FilePath.class))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("was killed"));
        }
    }

    /** Of the steps that are under way. */
    private static List<StepContext> contexts(PipelineRun run) {
        return run.execution().program().snapshot().stream()
                .filter(thread -> thread.step != null)
                .map(thread -> thread.step.getContext())
                .toList();
    }

    @Test
    void loadedScriptsAreThereAfterARestart() throws Exception {
        String program = """
                node {
                  writeFile file: 'util.groovy', text: 'def twice(n) { sleep 1; n * 2 }\\nreturn this'
                  def util = load 'util.groovy'
                  echo "result ${util.twice(21)}"
                }
                """;
        PipelineOutcome outcome = Rehearse.script(folder, program, request -> request.kill(KillPlan.everywhere()));
        assertThat(outcome.text()).contains("result 42");
        assertThat(outcome.restarts()).isPositive();
    }
}
