package io.jenkins.plugins.delivery.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.rehearsal.cluster.image.ImageTars;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in files: settings, scenarios, manifests, declarative pipelines. Told with its place and what to do, and nothing is deployed. */
class BadFilesTest {
    private static final String SETTINGS = """
            users: [{name: bob}]
            settings:
              clusters:
                - {name: local, allowedNamespaces: production, reachableAt: ANNOTATION}
              environments:
                - {name: production, cluster: local, namespace: production}
            """;
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: shop}
            spec: {selector: {app: shop}, ports: [{port: 80}]}
            """;
    private static final String DEPLOY =
            "node {\n  checkout scm\n  rollingDeploy(environment: 'production', app: 'shop', manifests: 'deploy/*.yaml') { }\n}\n";

    @TempDir
    private Path root;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Properties properties = new Properties();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ecko 'x'                            | 'ecko'; did you mean 'echo'?
                    sh script: 'x', returnStdOut: true  | "returnStdOut", did you mean "returnStdout"?
                    sleep time: 'soon'                  | Expecting "int" for parameter "time" but got "soon"
                    """)
    void aDeclarativePipelineIsCheckedBeforeItRuns(String step, String said) throws IOException {
        String script =
                "pipeline {\n  agent any\n  stages {\n    stage('Build') {\n      steps {\n        %s\n      }\n    }\n  }\n}\n";

        assertThat(rehearse(script.formatted(step))).isEqualTo(Main.OTHER_RESULT);
        assertThat(said()).contains(said, "Jenkinsfile:6");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    securityScan report: 'a.sarif'      | no argument 'report'; did you mean 'reports'?
                    securityScan reports: 'none.sarif'  | nothing in the workspace matches 'none.sarif'
                    approvalGate onTimeout: 'REJCT'     | 'REJCT' for 'onTimeout'; did you mean 'REJECT'?
                    approvalGate timeout: 'soon'        | 'soon' is not a duration; write 30s
                    """)
    void ourOwnStepsSayWhatTheyWant(String step, String said) throws IOException {
        assertThat(rehearse("node {\n  " + step + "\n}\n")).isEqualTo(Main.OTHER_RESULT);
        assertThat(said()).contains(said, "Jenkinsfile:2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    usrs: [{name: bob}]                                 | rehearsal.yaml:2:1: there is no key 'usrs'; did you mean 'users'?
                    users: [{name: bob, group: [x]}]                    | rehearsal.yaml:2:9: users[0]: there is no key 'group'; did you mean 'groups'?
                    settings: {environment: [{name: x}]}                | rehearsal.yaml:2: settings: there is no setting 'environment'; did you mean 'environments'?
                    settings: {environments: [{name: x, clustr: y}]}    | rehearsal.yaml:2: settings.environments[0]: there is no key 'clustr'; did you mean 'cluster'?
                    users: [                                            | rehearsal.yaml:
                    """)
    void misspeltSettings(String line, String said) throws IOException {
        Files.writeString(root.resolve("rehearsal.yaml"), "# settings\n" + line + "\n");

        assertThat(rehearse("echo 'never'\n")).isEqualTo(Main.NOT_REHEARSED);
        assertThat(said()).contains(said, "docs/rehearsal.md").doesNotContain("never");
        assertThat(root.resolve("target/rehearsal/index.html")).doesNotExist();
    }

    @Test
    void afterBadSettingsAreCorrectedTheNextRehearsalRuns() throws IOException {
        Path settings = root.resolve("rehearsal.yaml");
        Files.writeString(settings, "settings: {environment: []}\n");
        assertThat(rehearse("echo 'x'\n")).isEqualTo(Main.NOT_REHEARSED);

        Files.writeString(settings, "settings: {environments: []}\n");
        assertThat(rehearse("echo 'x'\n")).as(said()).isEqualTo(Main.SUCCESS);
    }

    @Test
    void aMisspeltScenario() throws IOException {
        Files.createDirectories(root.resolve("scenarios"));
        Files.writeString(root.resolve("scenarios/bad.yaml"), "description: x\nrelease:\n  falt: errors\n");
        properties.setProperty("scenario", "bad");

        assertThat(rehearse("echo 'never'\n")).isEqualTo(Main.NOT_REHEARSED);
        assertThat(said())
                .contains("scenarios/bad.yaml:3", "'falt'; did you mean 'fault'?")
                .doesNotContain("never");
    }

    @Test
    void aManifestThatIsNotYaml() throws IOException {
        manifest("apiVersion: v1\nkind: Service\n\tmetadata: {name: shop}\n");

        assertThat(rehearse(DEPLOY)).isEqualTo(Main.OTHER_RESULT);
        assertThat(said()).contains("deploy/shop.yaml, line 3, column 1: not YAML", "Jenkinsfile:3");
    }

    @Test
    void aManifestWithoutDeployment() throws IOException {
        manifest(SERVICE);

        assertThat(rehearse(DEPLOY)).isEqualTo(Main.OTHER_RESULT);
        assertThat(said())
                .contains(
                        "there is no Deployment, StatefulSet or DaemonSet 'shop' among the manifests", "Jenkinsfile:3");
    }

    @Test
    void noManifestOfWhatServedBefore() throws IOException {
        ImageTars.write(root.resolve("written.tar"), Map.of("app/any", new byte[1]), List.of("true"), List.of("A=b"));
        Files.writeString(root.resolve("rehearsal.yaml"), SETTINGS + """
                images: [{tar: image.tar, repository: shop}]
                applications:
                  - {name: shop, environment: production, previous: {manifests: 'nowhere/*.yaml', env: {A: c}}}
                """);

        assertThat(rehearse("node {\n  sh 'cp " + root.resolve("written.tar") + " image.tar'\n}\n"))
                .isEqualTo(Main.OTHER_RESULT);
        assertThat(said()).contains("applications.previous.manifests 'nowhere/*.yaml' matches no file");
    }

    @Test
    void noManifestAtAll() throws IOException {
        Files.writeString(root.resolve("rehearsal.yaml"), SETTINGS);

        assertThat(rehearse(DEPLOY)).isEqualTo(Main.OTHER_RESULT);
        assertThat(said())
                .contains("nothing in the workspace matches 'deploy/*.yaml'", "Jenkinsfile:3")
                .doesNotContain("allowEmpty");
    }

    @Test
    void aKubeconfigThatIsNotThere() throws IOException {
        properties.setProperty("kubeconfig", "nowhere.conf");

        assertThat(rehearse("echo 'never'\n")).isEqualTo(Main.NOT_REHEARSED);
        assertThat(said()).contains("nowhere.conf", "Check -Dkubeconfig").doesNotContain("never");
    }

    @Test
    void whoAsksForItGetsTheStackTrace() throws IOException {
        properties.setProperty("kubeconfig", "nowhere.conf");
        properties.setProperty("verbose", "true");

        assertThat(run("echo 'never'\n")).isEqualTo(Main.NOT_REHEARSED);
        assertThat(said()).contains("\tat ");
    }

    private void manifest(String text) throws IOException {
        Files.writeString(root.resolve("rehearsal.yaml"), SETTINGS);
        Files.createDirectories(root.resolve("deploy"));
        Files.writeString(root.resolve("deploy/shop.yaml"), text);
    }

    private int rehearse(String script) throws IOException {
        int code = run(script);
        assertThat(said()).doesNotContain("\tat ", "Exception:", "The rehearsal itself failed");
        return code;
    }

    private int run(String script) throws IOException {
        Files.writeString(root.resolve("Jenkinsfile"), script);
        properties.setProperty("user.dir", root.toString());
        properties.setProperty("maven.multiModuleProjectDirectory", root.toString());
        properties.setProperty("pipeline", "Jenkinsfile");
        bytes.reset();
        return Main.run(properties, new PrintStream(bytes, true, StandardCharsets.UTF_8), false, Map.of());
    }

    private String said() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
