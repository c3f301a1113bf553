package io.jenkins.plugins.delivery.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WorkspaceTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @ParameterizedTest
    @CsvSource({
        "pom.xml, maven, mvn -B -ntp verify",
        "build.gradle.kts, gradle, gradle --console=plain check",
        "package.json, npm, npm test",
        "pyproject.toml, python, python3 -m pytest --junitxml=junit.xml",
        "go.mod, go, go run gotest.tools/gotestsum@latest --junitfile junit.xml -- ./..."
    })
    void the_build_tool_is_known_by_its_file(String file, String id, String test) {
        BuildTool tool = BuildTool.of(Set.of(file)).orElseThrow();
        assertThat(tool.id()).isEqualTo(id);
        assertThat(tool.test(Set.of(file), Suite.ALL)).isEqualTo(test);
    }

    @Test
    void a_wrapper_is_preferred_and_needs_no_program() {
        Set<String> files = Set.of("build.gradle", "gradlew");
        assertThat(BuildTool.GRADLE.lint(files)).isEqualTo("./gradlew --console=plain check -x test");
        assertThat(BuildTool.GRADLE.program(files)).isEmpty();
        assertThat(BuildTool.of(Set.of("Makefile"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(BuildTool.class)
    void every_build_tool_runs_each_suite_in_a_way_of_its_own(BuildTool tool) {
        assertThat(tool.test(Set.of(), Suite.INTEGRATION)).isNotEqualTo(tool.test(Set.of(), Suite.UNIT));
        assertThat(tool.test(Set.of(), Suite.END_TO_END)).isNotEqualTo(tool.test(Set.of(), Suite.INTEGRATION));
        assertThat(tool.coverage()).isNotEmpty();
        assertThat(Program.named(tool.program(Set.of()).orElseThrow())).isPresent();
    }

    @ParameterizedTest
    @EnumSource(Program.class)
    void every_program_says_how_to_get_it(Program program) {
        assertThat(program.howToGet()).isNotBlank().doesNotEndWith(".");
    }

    @Test
    void the_version_stands_in_the_file_of_the_build_tool() {
        assertThat(ProjectVersion.of("pom.xml", """
                <project><parent><version>9</version></parent><!-- <version>8</version> -->
                <version>${revision}</version><properties><revision>1.5.0-SNAPSHOT</revision></properties>
                <dependencies><dependency><version>7</version></dependency></dependencies></project>
                """)).contains("1.5.0-SNAPSHOT");
        assertThat(ProjectVersion.of("pom.xml", "<project><parent><version>9</version></parent></project>"))
                .contains("9");
        assertThat(ProjectVersion.of("package.json", "{\"engines\": {\"version\": \"2\"}, \"version\": \"1.2.3\"}"))
                .contains("1.2.3");
        assertThat(ProjectVersion.of(
                        "pyproject.toml", "[tool.x]\nversion = \"9\"\n[project]\nname = 'a'\nversion = '0.4'\n"))
                .contains("0.4");
        assertThat(ProjectVersion.of("gradle.properties", "a=b\nversion=3.1\n")).contains("3.1");
        assertThat(ProjectVersion.of("VERSION", "4.0\n")).contains("4.0");
    }

    @Test
    void what_says_no_version_or_none_that_could_be_one_says_nothing() {
        assertThat(ProjectVersion.of("pom.xml", "<project><version>${other}</version></project>"))
                .isEmpty();
        assertThat(ProjectVersion.of("pom.xml", "<project>")).isEmpty();
        assertThat(ProjectVersion.of("package.json", "[")).isEmpty();
        assertThat(ProjectVersion.of("VERSION", "")).isEmpty();
    }

    @Test
    void each_build_has_a_version_of_its_own() {
        Optional<String> project = Optional.of("1.5.0-SNAPSHOT");
        assertThat(ReleaseVersion.of("2.0", "v1", project, "7")).isEqualTo("2.0");
        assertThat(ReleaseVersion.of(null, "v1.4.2", project, "7")).isEqualTo("1.4.2");
        assertThat(ReleaseVersion.of(null, null, project, "7")).isEqualTo("1.5.0-7");
    }

    @Test
    void no_version_and_one_that_says_nothing_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReleaseVersion.of(null, null, Optional.empty(), "7"))
                .withMessageContaining("There is no version")
                .withMessageContaining("version = env.BUILD_NUMBER");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReleaseVersion.of("latest", null, Optional.empty(), "7"))
                .withMessageContaining("says nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReleaseVersion.of("a b", null, Optional.empty(), "7"))
                .withMessageContaining("cannot be the tag of an image");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPRoute, canary, gateway-api",
        "VirtualService, canary, istio",
        "IngressRoute, canary, traefik",
        "Service, canary,",
        "Deployment, rolling,"
    })
    void the_strategy_is_what_the_manifests_allow(String kind, String strategy, String router) {
        StrategyChoice choice = StrategyChoice.of(
                java.util.List.of("kind: Deployment\n---\nkind: " + kind + "\nmetadata:\n  kind: HTTPRoute\n"), false);
        assertThat(choice.strategy()).isEqualTo(strategy);
        assertThat(choice.router()).isEqualTo(router);
    }

    @Test
    void an_ingress_counts_if_its_class_can_split() {
        String ingress = "apiVersion: networking.k8s.io/v1\nkind: Ingress\nspec:\n  ingressClassName: nginx\n";
        assertThat(StrategyChoice.of(List.of("kind: Service\n", ingress), false).router())
                .isEqualTo("nginx");
        assertThat(StrategyChoice.of(List.of("kind: Service\n", ingress.replace("nginx", "other")), false)
                        .router())
                .isNull();
        assertThat(StrategyChoice.of(
                                List.of("kind: Service\nspec:\n  selector:\n    delivery.jenkins.io/color: blue\n"),
                                false)
                        .strategy())
                .isEqualTo("blue-green");
        assertThat(StrategyChoice.of(List.of(), true).strategy()).isEqualTo("compose");
    }

    @Test
    void a_checkout_that_nobody_could_repeat_is_said_with_what_to_do() {
        Checkout checkout = Checkout.parse(COMMIT + "\ntrue\n M pom.xml\nMM src/A.java\n");
        assertThat(checkout.problems(false, false))
                .satisfiesExactly(
                        dirty -> assertThat(dirty)
                                .contains(
                                        "pom.xml, src/A.java are not as commit 01234567 has them", "allowDirty: true"),
                        shallow -> assertThat(shallow).contains("git fetch --unshallow", "allowShallow: true"));
        assertThat(checkout.problems(true, true)).isEmpty();
    }

    @Test
    void what_is_no_checkout_has_no_problem_of_one() {
        assertThat(Checkout.parse("")).isEqualTo(Checkout.NONE);
        assertThat(Checkout.parse("fatal: not a git repository\n").problems(false, false))
                .isEmpty();
        assertThat(Checkout.parse(COMMIT + "\nfalse\n").problems(false, false)).isEmpty();
    }
}
