package io.jenkins.plugins.delivery.rehearsal.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.delivery.rehearsal.runtime.KillPlan;
import io.jenkins.plugins.delivery.rehearsal.runtime.LogLine;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRequest;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRuntime;
import io.jenkins.plugins.delivery.rehearsal.runtime.StageState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the recordings of a real Jenkins leave open. */
@Timeout(60)
class DeclarativePipelineTest {
    @TempDir
    private Path home;

    @Test
    void names_the_step_that_was_probably_meant_before_anything_runs() throws Exception {
        PipelineOutcome outcome = run("""
                def own(text) { echo text }
                pipeline {
                  agent any
                  stages { stage('A') { steps {
                    own 'fine'
                    ehco 'x'
                  } } }
                }
                """);

        assertThat(outcome.result()).isEqualTo(Result.FAILURE);
        assertThat(outcome.error()).contains("There is no step 'ehco'; did you mean 'echo'?");
        assertThat(outcome.place()).endsWith("Jenkinsfile:6");
        assertThat(outcome.stages()).isEmpty();
    }

    @Test
    void names_the_argument_that_was_probably_meant_before_anything_runs() throws Exception {
        PipelineOutcome outcome =
                run("pipeline {\n agent any\n stages { stage('A') { steps { sh scirpt: 'true' } } }\n}");

        assertThat(outcome.error()).contains("Invalid parameter \"scirpt\", did you mean \"script\"?");
        assertThat(outcome.place()).endsWith("Jenkinsfile:3");
    }

    @Test
    void lets_this_machine_stand_for_containers_and_tools() throws Exception {
        PipelineOutcome outcome = run("""
                pipeline {
                  agent { docker { image 'maven:3-eclipse-temurin-21' } }
                  tools { maven 'maven-3.9' }
                  stages { stage('A') { steps { echo 'built' } } }
                }
                """);

        assertThat(outcome.result()).isEqualTo(Result.SUCCESS);
        assertThat(outcome.text())
                .contains("this machine stands for the agent of type docker")
                .contains("stands for maven maven-3.9")
                .contains("built");
    }

    @Test
    void survives_a_controller_that_is_killed_whenever_it_has_saved() throws Exception {
        String pipeline = """
                def shared = [:]
                pipeline {
                  agent any
                  environment { APP = 'shop'; IMAGE = "${APP}:${BUILD_NUMBER}" }
                  options { timeout(time: 1, unit: 'HOURS') }
                  stages {
                    stage('Build') { steps { script { shared.digest = 'd1' }; sleep 3; writeFile file: 'a.txt', text: env.IMAGE } }
                    stage('Check') {
                      matrix {
                        axes { axis { name 'OS'; values 'linux', 'mac' } }
                        stages { stage('Test') { steps { sleep 2; echo "${OS} ${shared.digest}" } } }
                      }
                    }
                    stage('Later') { when { expression { fileExists 'b.txt' } }; steps { echo 'never' } }
                    stage('Deploy') {
                      steps { retry(2) { sleep 1; echo readFile('a.txt') } }
                      post { always { sleep 1; echo 'deployed' } }
                    }
                  }
                  post { success { echo 'all done' } }
                }
                """;

        PipelineOutcome undisturbed = run(pipeline);
        PipelineOutcome killed = new PipelineRuntime()
                .run(PipelineRequest.ofScript(pipeline)
                        .home(home.resolve("killed"))
                        .kill(KillPlan.everywhere())
                        .build());

        assertThat(killed.restarts()).isGreaterThanOrEqualTo(4);
        assertThat(killed.result()).isEqualTo(Result.SUCCESS);
        assertThat(output(killed)).containsExactlyElementsOf(output(undisturbed));
    }

    @Test
    void skips_what_is_inside_of_a_skipped_stage() throws Exception {
        PipelineOutcome outcome = run("""
                pipeline {
                  agent none
                  stages {
                    stage('Outer') {
                      when { expression { false } }
                      stages { stage('Inner') { steps { echo 'never' } } }
                    }
                  }
                }
                """);

        assertThat(outcome.stages()).singleElement().satisfies(outer -> {
            assertThat(outer.state()).isEqualTo(StageState.SKIPPED);
            assertThat(outer.children()).extracting("state").containsExactly(StageState.SKIPPED);
        });
    }

    @Test
    void skips_stages_after_an_unstable_one_if_told_to() throws Exception {
        PipelineOutcome outcome = run("""
                pipeline {
                  agent none
                  options { skipStagesAfterUnstable() }
                  stages {
                    stage('Shaky') { steps { unstable 'so so' } }
                    stage('Next') { steps { echo 'never' } }
                  }
                  post { unstable { echo 'reacts' } }
                }
                """);

        assertThat(outcome.result()).isEqualTo(Result.UNSTABLE);
        assertThat(outcome.text())
                .contains("Stage \"Next\" skipped due to earlier stage(s) marking the build as unstable")
                .contains("reacts")
                .doesNotContain("never");
    }

    @Test
    void ends_the_other_branches_when_one_fails_if_told_to() throws Exception {
        PipelineOutcome outcome = run("""
                pipeline {
                  agent none
                  options { parallelsAlwaysFailFast() }
                  stages {
                    stage('Fan') {
                      parallel {
                        stage('Slow') { steps { sleep 100; echo 'never' }; post { aborted { echo 'slow was ended' } } }
                        stage('Bad') { steps { sleep 1; error 'bad branch' } }
                      }
                    }
                  }
                }
                """);

        assertThat(outcome.result()).isEqualTo(Result.FAILURE);
        assertThat(outcome.error()).contains("bad branch");
        assertThat(outcome.text()).contains("slow was ended").doesNotContain("never");
    }

    @Test
    void lets_branches_take_turns_at_a_lock() throws Exception {
        PipelineOutcome outcome = run("""
                pipeline {
                  agent none
                  stages {
                    stage('Fan') {
                      parallel {
                        stage('One') { steps { lock('db') { echo 'one in'; sleep 5; echo 'one out' } } }
                        stage('Two') { options { lock('db') }; steps { echo 'two in'; echo 'two out' } }
                      }
                    }
                  }
                }
                """);

        assertThat(outcome.result()).isEqualTo(Result.SUCCESS);
        assertThat(output(outcome).stream().filter(line -> line.matches("(one|two) .*")))
                .containsExactly("one in", "one out", "two in", "two out");
    }

    private PipelineOutcome run(String pipeline) throws Exception {
        return new PipelineRuntime()
                .run(PipelineRequest.ofScript(pipeline)
                        .home(home.resolve("home"))
                        .build());
    }

    private static List<String> output(PipelineOutcome outcome) {
        return outcome.log().stream()
                .filter(line -> line.kind() == LogLine.Kind.OUTPUT)
                .map(LogLine::text)
                .filter(line ->
                        !line.matches("Resuming build at .*|Ready to run at .*|Sleeping for .*|No need to sleep.*"
                                + "|Running on Jenkins in .*|Timeout expires in .*|Timeout set to expire.*"))
                .toList();
    }
}
