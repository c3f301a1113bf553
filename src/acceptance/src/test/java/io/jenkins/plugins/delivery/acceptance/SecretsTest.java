package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Secrets that everything of ours uses, with servers and scanners that say them back, are nowhere afterwards. */
@ExtendWith({WithJenkins.class, WithCluster.class})
@NeedsWar("looks into every file of the home")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsTest {
    private static final String SETTINGS = """
            import com.cloudbees.plugins.credentials.*
            import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl
            import hudson.util.Secret
            import io.jenkins.plugins.delivery.config.*
            import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl
            def text = { new String(it.decodeBase64(), 'UTF-8') }
            def store = SystemCredentialsProvider.instance
            store.credentials.clear()
            store.credentials.add(new StringCredentialsImpl(CredentialsScope.GLOBAL, 'token', '', Secret.fromString(text('%s'))))
            store.credentials.add(new StringCredentialsImpl(CredentialsScope.GLOBAL, 'hmac', '', Secret.fromString(text('%s'))))
            store.credentials.add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, 'login', '', 'carl', text('%s')))
            store.save()
            def settings = DeliveryConfiguration.get()
            settings.clusters[0].credentialsId = 'token'
            settings.clusters = settings.clusters
            def leaky = new ScannerSettings('leaky')
            leaky.versionCommand = ['sh', '-c', 'echo 1.0']
            leaky.command = ['sh', '-c', 'echo "with $TOKEN and $LOGIN_PSW" >&2; cat a.sarif']
            leaky.credentials = [new ScannerCredential('TOKEN', 'token'), new ScannerCredential('LOGIN', 'login')]
            settings.scanners = [leaky]
            def hook = new NotificationTargetSettings('hook')
            hook.url = '%4$s/hook'
            hook.credentialsId = 'hmac'
            settings.notificationTargets = [hook]
            def web = new MetricProviderSettings('web')
            web.type = MetricProviderType.WEB
            web.url = '%4$s/metric?app={{app}}'
            web.credentialsId = 'token'
            web.jsonPath = '$.value'
            settings.metricProviders = settings.metricProviders + [web]
            print settings.scanners*.name
            """;

    private static final String USES = """
            node {
              writeFile file: 'a.sarif', text: '''{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"t"}},"results":[]}]}'''
              securityScan(scanners: ['leaky'])
              for (id in ['token', 'login']) {
                try {
                  smokeTest url: '%1$s', credentialsId: id, name: id, timeout: '6s', checks: [
                    [path: '/smoke', json: ['$.value': '1'], header: ['x-none': '1']]]
                } catch (e) { echo "on the agent: ${e.message}" }
              }
            }
            try { smokeTest url: '%1$s', credentialsId: 'login', name: 'controller', timeout: '6s', checks: [[path: '/smoke']] }
            catch (e) { echo "on the controller: ${e.message}" }
            """;

    private static final String METRICS =
            ", weights: [50, 100], interval: '1s', warmUp: '1s', router: 'replicas', metrics: [[name: 'orders', provider: 'web', query: 'orders', max: 1]], holdLimit: '4s'";

    private final Canary canary = new Canary();
    private RealJenkins jenkins;
    private Cluster cluster;
    private EchoServer server;
    private String token;
    private String password;

    @BeforeAll
    void start(RealJenkins shared, Cluster own) throws IOException {
        jenkins = shared;
        cluster = own;
        server = new EchoServer();
        token = canary.secret("token");
        password = canary.secret("password");
        canary.hunt("login", "carl:" + password);
        String said = jenkins.as("admin")
                .script(SETTINGS.formatted(
                        base64(token), base64(canary.secret("hmac")), base64(password), server.url()));
        assertThat(said).isEqualTo("[leaky]");
    }

    @AfterAll
    void end() {
        if (server != null) {
            server.close();
        }
        if (jenkins != null) {
            jenkins.as("admin").script("""
                    def settings = io.jenkins.plugins.delivery.config.DeliveryConfiguration.get()
                    settings.scanners = []
                    settings.notificationTargets = []
                    """);
        }
    }

    @Test
    void areInNoFileNoLogAndOnNoPage() throws IOException {
        Builds builds = new Builds(jenkins.as("admin"));
        builds.job(
                "secrets",
                USES.formatted(server.url())
                        + TinyApp.deploys("rollingDeploy", "secrets", cluster.image("1"), "1", "", "")
                        + "try {\n"
                        + TinyApp.deploys("canaryPromote", "secrets", cluster.image("2"), "2", METRICS, "")
                        + "} catch (e) { echo \"deployed: ${e.message}\" }\n"
                        + "approvalGate(environment: 'production', message: 'Release?', timeout: '1h')\n");
        int number = builds.begin("secrets");
        builds.awaitLog("secrets", number, "Approve or reject:");
        FullBuild build = new FullBuild("secrets", number);
        Builds.until("the webhook was called", () -> heard("/hook"));

        // They have been used, or looking for them would prove nothing.
        assertThat(server.heard()).anyMatch(said -> said.contains("/smoke") && said.contains(token));
        assertThat(server.heard())
                .anyMatch(said -> said.contains("/smoke") && said.contains(base64("carl:" + password)));
        assertThat(server.heard()).anyMatch(said -> said.startsWith("/metric") && said.contains(token));
        assertThat(canary.in("a server", server.heard().toString().getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();

        List<String> found = new ArrayList<>(pages(build));
        jenkins.restart();
        found.addAll(canary.below(jenkins.home().folder()));
        found.addAll(canary.in("the log", String.join("\n", jenkins.log()).getBytes(StandardCharsets.UTF_8)));
        assertThat(found).isEmpty();
    }

    private boolean heard(String path) {
        return server.heard().stream().anyMatch(said -> said.startsWith(path));
    }

    private List<String> pages(FullBuild build) {
        List<String> found = new ArrayList<>();
        List<String> paths = new ArrayList<>(
                List.of(build.path(), build.path() + "consoleText", build.path() + "api/json?depth=2", "log/all"));
        for (FullBuild.Place place : build.places(jenkins)) {
            paths.addAll(List.of(place.path(), place.path() + "json", place.path() + "findings", place.path() + "all"));
        }
        for (String path : paths) {
            found.addAll(canary.in(path, jenkins.as("admin").get(path).body().getBytes(StandardCharsets.UTF_8)));
        }
        return found;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
