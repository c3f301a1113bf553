package io.jenkins.plugins.delivery.harness;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** Each step that answers: Jenkins is restarted while the step is under way, and its answer is that of a quiet day. */
class RestartsTest {
    private static final String STAGES =
            "[[key: 'lint', title: 'Lint', kind: 'LINT', environment: '', way: 'USUAL', leftOut: '']]";
    private static final String WAYS = Stream.of(
                    "checkout",
                    "lint",
                    "test",
                    "scan",
                    "build",
                    "publish",
                    "provision",
                    "migrate",
                    "staging",
                    "smoke",
                    "approval",
                    "production",
                    "verify",
                    "releaseNotes")
            .map(stage -> stage + ": 'USUAL'")
            .collect(Collectors.joining(", "));
    private static final String REPORT = """
            {"version":"2.1.0","runs":[{"tool":{"driver":{"name":"t"}},"results":[{"ruleId":"R1","level":"error",
            "message":{"text":"bad"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a.c"}}}]}]}]}""";

    /** A call of each, and what is said of its answer. */
    private static final Map<String, String> STEPS = Map.ofEntries(
            entry("securityScan", "(reports: 'a.sarif', gates: [[severity: 'HIGH', max: 5]]).total"),
            entry("smokeTest", "(checks: [[tcp: '127.0.0.1:PORT']]).passed"),
            entry("deliveryReport", "(kind: 'coverage', file: 'lcov.info')"),
            entry("deliveryPlan", "(image: 'registry.example.com/shop', stages: [" + WAYS + "]).stages"),
            entry("deliveryReadiness", "(stages: " + STAGES + ", version: '1.4', programs: ['mvn'])"),
            entry("deliveryAccount", "(app: 'shop', stages: " + STAGES + ", done: 1).headline"),
            entry("deliveryWorkspace", "().tool"),
            entry("deliveryChoice", "(owner: 'deployTo', value: 'helm', known: ['helm', 'kustomize'])"),
            entry("deliveryStrategy", "(environment: 'staging', otherwise: 'canary')"),
            entry("deliveryEnvironment", "(environment: 'staging').variables"),
            entry("deliveryNews", "(message: 'It is done')"),
            entry("deliveryNotes", "(about: 'INCIDENT')"),
            entry(
                    "deliveryPromotion",
                    "(app: 'shop', image: 'shop@sha256:" + "ab".repeat(32)
                            + "', from: 'staging', to: 'production', vouched: true)"));

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @AfterEach
    void release() {
        HeldClock.release();
    }

    static Set<String> steps() {
        return STEPS.keySet();
    }

    @Test
    void aRestartInTheMiddleOfAStepChangesNothingOfItsAnswer() throws Throwable {
        Map<String, String> quiet = new HashMap<>();
        sessions.then(jenkins -> {
            jenkins.jenkins.setNumExecutors(2 * STEPS.size());
            SampleSettings.save("https://cluster.example.com", "https://prometheus.example.com");
            Jobs jobs = new Jobs(jenkins);
            int port = jenkins.getURL().getPort();
            for (String step : STEPS.keySet()) {
                jobs.begin("quiet-" + step, script(step, port));
            }
            for (String step : STEPS.keySet()) {
                quiet.put(step, jobs.answer("quiet-" + step));
            }
            HeldClock.hold();
            for (String step : STEPS.keySet()) {
                jenkins.waitForMessage("[Pipeline] " + step, jobs.begin("restarted-" + step, script(step, port)));
            }
        });
        HeldClock.release();
        Map<String, String> restarted = new HashMap<>();
        sessions.then(jenkins -> {
            Jobs jobs = new Jobs(jenkins);
            for (String step : STEPS.keySet()) {
                restarted.put(step, jobs.answer("restarted-" + step));
                assertThat(JenkinsRule.getLog(jobs.ended("restarted-" + step)))
                        .containsSubsequence("[Pipeline] " + step, "Resuming build", "answer ");
            }
        });

        assertThat(restarted).isEqualTo(quiet);
    }

    private static String script(String step, int port) {
        return """
                node {
                  writeFile file: 'a.sarif', text: \'\'\'%s\'\'\'
                  writeFile file: 'lcov.info', text: 'SF:a.c\\nDA:1,1\\nDA:2,0\\nLF:2\\nLH:1\\nend_of_record\\n'
                  writeFile file: 'pom.xml', text: '<project/>'
                  def answer = %s%s
                  echo "answer ${answer}"
                }
                """.formatted(REPORT, step, STEPS.get(step).replace("PORT", Integer.toString(port)));
    }
}
