package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.delivery.rehearsal.runtime.KillPlan;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import io.jenkins.plugins.delivery.rehearsal.runtime.ShellCall;
import io.jenkins.plugins.delivery.rehearsal.runtime.ShellInterceptor;
import io.jenkins.plugins.delivery.rehearsal.runtime.ShellOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Jenkins asks of each file of {@code vars/}: what it holds between two steps can be written to disk, and the sandbox lets it. */
@Timeout(120)
class RestartedVarsTest {
    /** A declaration without a body, as help writes what a var returns. */
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?:List|Map|String|boolean|void) (?=\\w+(?:\\.\\w+)?\\()");

    private static final Pattern ASKED = Pattern.compile("(?s)for program in (.*?); do");
    /** One shell for all: it has every program, and the rest it does without a word. */
    private static final ShellInterceptor SHELL = new ShellInterceptor() {
        @Override
        public Optional<ShellOutcome> intercept(ShellCall call) {
            Matcher asked = ASKED.matcher(call.script());
            String answer = asked.find() ? asked.group(1).replace(' ', '\n') + "\n" : "";
            return Optional.of(new ShellOutcome(0, answer, ""));
        }
    };

    @TempDir
    Path folder;

    static Stream<Var> vars() {
        return Var.all().stream();
    }

    /** How its help says that it is called. What knows one tool's words is reached by who asks for the tool. */
    private static String example(Var var) {
        if (var.usage().equals(var.name())) {
            String tool = var.name().replace("infrastructure", "").toLowerCase(Locale.ROOT);
            return "provisionInfrastructure(tool: '" + tool + "', "
                    + Map.of(
                                    "terraform", "localState: true",
                                    "pulumi", "stack: 'shop'",
                                    "bicep", "resourceGroup: 'shop', template: 'main.bicep'",
                                    "cloudformation", "stack: 'shop', template: 'stack.yaml'")
                            .get(tool)
                    + ")";
        }
        return TYPE.matcher(var.usage()).replaceAll("").replace("(String tool)", "('maven')");
    }

    private static String script() {
        StringBuilder script = new StringBuilder("""
                node {
                given = [app: 'shop']
                version = '1.5.0'
                backup = [file: 'shop.dump', started: 0]
                image = [image: 'registry.example.com/shop', version: version, tool: 'docker', tags: [version],
                         reference: "registry.example.com/shop:${version}".toString(), archive: 'image.tar']
                """);
        vars().forEach(var ->
                script.append("try {\n%s\necho 'end of %2$s: well'\n} catch (e) { echo \"end of %2$s: ${e}\" }%n"
                        .formatted(example(var), var.name())));
        return script.append("}\n").toString();
    }

    private PipelineOutcome run(String home, KillPlan kill) throws Exception {
        return new Rehearsed(folder.resolve(home))
                .environments("staging", "production")
                .login("registry", "ci", "a-password")
                .login("shop-database", "shop", "a-password")
                .login("shop-admin", "shop", "a-password")
                .secret("flags", "a-token")
                .secret("grafana", "a-token")
                .file("pom.xml", "<project><version>1.5.0</version></project>")
                .file("Dockerfile", "FROM scratch\n")
                .file("compose.yaml", "services: {shop: {image: shop}}\n")
                .file("flags.flagd.json", "{\"flags\": {\"new-checkout\": {\"variants\": {\"on\": true}}}}")
                .file("db/migration/V1__orders.sql", "")
                .file(
                        "lint.sarif",
                        "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"a\"}}, \"results\": []}]}")
                .file("network/main.tf", "")
                .file("deploy/manifests/shop.yaml", "kind: Service\n")
                .shell(SHELL)
                .killed(kill)
                .run(script());
    }

    /** How each ended, without what is another in each run. */
    private static List<String> ends(PipelineOutcome outcome) {
        return outcome.text()
                .lines()
                .filter(line -> line.startsWith("end of "))
                .map(line -> line.replaceAll("/\\S+/workspace/|-[0-9a-f]{8}(?=[.])", ""))
                .toList();
    }

    @Test
    void eachComesToTheSameEndWhenTheControllerIsKilledAtEveryStep() throws Exception {
        PipelineOutcome calm = run("calm", KillPlan.none());
        PipelineOutcome killed = run("killed", KillPlan.everywhere());
        assertThat(killed.error()).as(killed.text()).isNull();
        assertThat(killed.result()).isEqualTo(Result.SUCCESS);
        assertThat(killed.restarts()).isPositive();
        assertThat(killed.boundaries())
                .as("how often all was written to disk")
                .isGreaterThan(Var.all().size());
        assertThat(ends(killed)).hasSize(Var.all().size()).isEqualTo(ends(calm));
        assertThat(killed.text()).doesNotContain("NotSerializable", "Scripts not permitted", "No signature of");
    }

    @ParameterizedTest
    @MethodSource("vars")
    void nothingIsKeptBetweenStepsThatCannotBeWrittenToDisk(Var var) {
        assertThat(FleetingValues.kept(var.code())).as(var.name()).isEmpty();
    }

    @Test
    void whatCannotBeWrittenToDiskIsFound() {
        assertThat(FleetingValues.kept("""
                        def call(Map given) {
                            def found = given.text =~ /a/
                            def json
                            json = new groovy.json.JsonSlurper()
                            Iterator all = given.keySet().iterator()
                            if (given.text =~ /b/) { sh 'true' }
                        }
                        @NonCPS
                        def quick(text) { def found = text =~ /a/; return found[0] }
                        """)).containsExactly("call: found", "call: json", "call: all");
    }
}
