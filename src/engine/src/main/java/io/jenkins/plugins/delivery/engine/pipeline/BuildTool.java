package io.jenkins.plugins.delivery.engine.pipeline;

import io.jenkins.plugins.delivery.engine.argument.Choices;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What builds a workspace, by the files at its root, and how it is asked to do things. */
public enum BuildTool {
    MAVEN(
            List.of("pom.xml"),
            new Calls("mvn", "mvnw", "-B -ntp"),
            "checkstyle:check",
            new Tests(
                    "verify",
                    "test",
                    "test-compile failsafe:integration-test failsafe:verify",
                    "test-compile failsafe:integration-test failsafe:verify -Pend-to-end",
                    "**/target/surefire-reports/*.xml, **/target/failsafe-reports/*.xml"),
            List.of("target/site/jacoco/jacoco.xml", "target/site/jacoco-aggregate/jacoco.xml")),
    GRADLE(
            List.of("build.gradle", "build.gradle.kts"),
            new Calls("gradle", "gradlew", "--console=plain"),
            "check -x test",
            new Tests("check", "test", "integrationTest", "endToEndTest", "**/build/test-results/**/*.xml"),
            List.of("build/reports/jacoco/test/jacocoTestReport.xml")),
    NPM(
            List.of("package.json"),
            new Calls("npm", "", ""),
            "run lint",
            new Tests("test", "test", "run test:integration", "run test:e2e", "**/junit*.xml"),
            List.of("coverage/lcov.info", "coverage/cobertura-coverage.xml")),
    PYTHON(
            List.of("pyproject.toml", "setup.py", "requirements.txt"),
            new Calls("python3", "", "-m"),
            "ruff check .",
            new Tests(
                    "pytest --junitxml=junit.xml",
                    "pytest --junitxml=junit.xml -m \"not integration and not e2e\"",
                    "pytest --junitxml=junit.xml -m integration",
                    "pytest --junitxml=junit.xml -m e2e",
                    "**/junit*.xml"),
            List.of("coverage.xml", "coverage.lcov")),
    GO(
            List.of("go.mod"),
            new Calls("go", "", ""),
            "vet ./...",
            new Tests(
                    "run gotest.tools/gotestsum@latest --junitfile junit.xml -- ./...",
                    "run gotest.tools/gotestsum@latest --junitfile junit.xml -- -short ./...",
                    "run gotest.tools/gotestsum@latest --junitfile junit.xml -- -tags integration ./...",
                    "run gotest.tools/gotestsum@latest --junitfile junit.xml -- -tags e2e ./...",
                    "**/junit*.xml"),
            List.of("coverage.xml", "coverage.lcov"));

    private final List<String> markers;
    private final Calls calls;
    private final String lint;
    private final Tests tests;
    private final List<String> coverage;

    BuildTool(List<String> markers, Calls calls, String lint, Tests tests, List<String> coverage) {
        this.markers = markers;
        this.calls = calls;
        this.lint = lint;
        this.tests = tests;
        this.coverage = coverage;
    }

    /** A wrapper at the root is preferred to what the agent has. */
    private record Calls(String program, String wrapper, String options) {}

    private record Tests(String all, String unit, String integration, String endToEnd, String results) {}

    /** The first one of which a file lies at the root of a workspace. */
    public static Optional<BuildTool> of(Collection<String> files) {
        return Arrays.stream(values())
                .filter(tool -> tool.markers.stream().anyMatch(files::contains))
                .findFirst();
    }

    /** By its name, as a Jenkinsfile writes it. */
    public static BuildTool named(String argument, String name) {
        List<String> ids = ids();
        return values()[ids.indexOf(Choices.pick(argument, "build tool", name, ids))];
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(BuildTool::id).toList();
    }

    /** All files by which any of them is known. */
    public static List<String> allMarkers() {
        return Arrays.stream(values()).flatMap(tool -> tool.markers.stream()).toList();
    }

    /** The name in a Jenkinsfile, such as {@code maven}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How it is called, with what it is told every time. */
    public String command(Collection<String> files) {
        String program = hasWrapper(files) ? "./" + calls.wrapper : calls.program;
        return calls.options.isEmpty() ? program : program + " " + calls.options;
    }

    /** The program that the agent needs; empty where the workspace brings it. */
    public Optional<String> program(Collection<String> files) {
        return hasWrapper(files) ? Optional.empty() : Optional.of(calls.program);
    }

    private boolean hasWrapper(Collection<String> files) {
        return !calls.wrapper.isEmpty() && files.contains(calls.wrapper);
    }

    /** What runs its linters. */
    public String lint(Collection<String> files) {
        return command(files) + " " + lint;
    }

    /** What runs tests. */
    public String test(Collection<String> files, Suite suite) {
        String goal =
                switch (suite) {
                    case ALL -> tests.all;
                    case UNIT -> tests.unit;
                    case INTEGRATION -> tests.integration;
                    case END_TO_END -> tests.endToEnd;
                };
        return command(files) + " " + goal;
    }

    /** Ant patterns of the JUnit reports that it leaves. */
    public String results() {
        return tests.results;
    }

    /** Where a report of the coverage usually lies. */
    public List<String> coverage() {
        return coverage;
    }
}
