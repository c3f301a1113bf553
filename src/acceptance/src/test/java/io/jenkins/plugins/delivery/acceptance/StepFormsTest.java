package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is entered into the form of a step becomes a line of a Jenkinsfile, and that line the same step again. */
@ExtendWith(WithJenkins.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StepFormsTest {
    private RealJenkins jenkins;

    @BeforeAll
    void start(RealJenkins shared) {
        jenkins = shared;
    }

    @Test
    void eachFormMakesALineThatMakesTheSameStep() {
        List<StepForm> forms = StepForm.all(jenkins.as("admin"));
        List<String> problems = new ArrayList<>();
        for (StepForm form : forms) {
            JenkinsClient.Answer answer =
                    jenkins.as("admin").post("pipeline-syntax/generateSnippet", Map.of("json", form.json()));
            if (answer.status() != 200) {
                problems.add(form.step() + " was answered with " + answer.status());
                continue;
            }
            form.entered().forEach((name, value) -> {
                if (!answer.body().contains(name + ":") && !answer.body().contains("'" + value + "'")) {
                    problems.add(form.step() + ": " + name + " is not in " + answer.body());
                }
            });
            String again = again(answer.body());
            if (!again.equals(answer.body().strip())) {
                problems.add(form.step() + ": " + answer.body() + " became " + again);
            }
        }

        assertThat(forms).hasSize(steps());
        assertThat(problems).isEmpty();
    }

    /** Reads the line as a Jenkinsfile is read, makes the step, and writes it as the Snippet Generator does. */
    private String again(String snippet) {
        String encoded = Base64.getEncoder().encodeToString(snippet.getBytes(StandardCharsets.UTF_8));
        return jenkins.as("admin").script(Scripts.script("snippet.groovy", Map.of("SNIPPET", encoded)));
    }

    private int steps() {
        return Integer.parseInt(jenkins.as("admin").script("""
                import org.jenkinsci.plugins.workflow.steps.StepDescriptor
                print StepDescriptor.all().count { it.clazz.name.contains('plugins.delivery') }
                """));
    }
}
