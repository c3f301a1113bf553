package io.jenkins.plugins.delivery.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The form of each step, opened and saved in Jenkins, gives the step that it was opened with. */
@WithJenkins
class FormsTest {
    private static JenkinsRule jenkins;

    @BeforeAll
    static void start(JenkinsRule rule) {
        jenkins = rule;
        SampleSettings.save("https://cluster.example.com", "https://prometheus.example.com");
    }

    static Stream<StepForm> forms() throws IOException {
        return StepForm.all();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormGivesTheStepBackThatItWasOpenedWith(StepForm form) throws Exception {
        Step before = form.step();

        Step after = new StepConfigTester(jenkins).configRoundTrip(before);

        assertThat(arguments(after)).asString().isEqualTo(arguments(before).toString());
    }

    @Test
    void everyStepHasItsForm() throws Exception {
        assertThat(forms().map(StepForm::symbol)).containsExactlyInAnyOrderElementsOf(StepForm.offered());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormIsTriedWithAValueForEachOfItsFields(StepForm form) throws Exception {
        Map<String, Object> said = arguments(form.step());

        assertThat(form.fields()).allSatisfy(field -> assertThat(said).containsKey(field));
    }

    private static Map<String, Object> arguments(Step step) {
        return new TreeMap<>(DescribableModel.uninstantiate2_(step).getArguments());
    }
}
