package io.jenkins.plugins.delivery.steps.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.EnvVars;
import hudson.Launcher;
import hudson.Proc;
import hudson.model.TaskListener;
import hudson.util.Secret;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.ScannerCredential;
import io.jenkins.plugins.delivery.config.ScannerSettings;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import io.jenkins.plugins.delivery.steps.StepHarness;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scanners that are run, with small programs in place of the real ones. */
class ScannersTest {
    private static final String SARIF =
            "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"lint\"}},\"results\":["
                    + "{\"ruleId\":\"A\",\"level\":\"error\",\"message\":{\"text\":\"x\"}}]}]}";

    @TempDir
    Path folder;

    private StepHarness harness;
    private Path programs;

    @BeforeEach
    void start() throws IOException {
        assumeThat(File.separatorChar)
                .as("the programs of this test are shell scripts")
                .isEqualTo('/');
        harness = new StepHarness(folder);
        programs = Files.createDirectories(folder.resolve("programs"));
        nextBuild();
    }

    private void nextBuild() throws IOException {
        harness.nextBuild();
        harness.provide(Launcher.class, new PatientLauncher());
        harness.provide(EnvVars.class, new EnvVars("PATH", programs + ":/usr/bin:/bin"));
    }

    @AfterEach
    void stop() {
        if (harness != null) {
            harness.close();
        }
    }

    /** Time stands still while a program runs, unless it is one that never ends. */
    private static final class PatientLauncher extends Launcher.LocalLauncher {
        PatientLauncher() {
            super(TaskListener.NULL);
        }

        @Override
        public Proc launch(ProcStarter starter) throws IOException {
            Proc proc = super.launch(starter);
            try {
                if (!starter.cmds().contains("forever")) {
                    proc.join();
                }
                Path pid = Path.of(starter.pwd().getRemote(), "pid");
                while (proc.isAlive() && (!Files.exists(pid) || Files.size(pid) == 0)) {
                    Thread.onSpinWait();
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return proc;
        }
    }

    /** A program that prints its version, and does this otherwise. */
    private void program(String name, String... script) throws IOException {
        Path file = programs.resolve(name);
        Files.writeString(
                file,
                "#!/bin/sh\n[ \"$1\" = --version ] && echo \"" + name + " version 1.2.3\" && exit 0\n"
                        + String.join("\n", script) + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static ScannerSettings scanner(String name, String... command) {
        ScannerSettings settings = new ScannerSettings(name);
        settings.setCommand(List.of(command));
        settings.setFindingsExitCodes("2");
        settings.setInstall("Ask Ada for " + name + ".");
        return settings;
    }

    private static SecurityScanStep scan(String... scanners) {
        SecurityScanStep step = new SecurityScanStep();
        step.setScanners(List.of(scanners));
        return step;
    }

    private static void configure(ScannerSettings... scanners) {
        DeliveryConfiguration.get().setScanners(List.of(scanners));
    }

    private ScanAction action() {
        return harness.run.getAction(ScanAction.class);
    }

    @Test
    void aScannerThatFoundSomethingIsNoError() throws Exception {
        program("lint", "echo '" + SARIF + "' > \"$2\"; exit 2");
        configure(scanner("lint", "lint", "--out", "{report}", "{path}"));
        assertThat(harness.start(scan("lint")).failure()).hasMessage("securityScan: 1 HIGH in code, 0 allowed: A");
        assertThat(harness.log()).contains("securityScan: lint 1.2.3: lint --out ");
        assertThat(action().getModel().at("/scanners/0/version").asText()).isEqualTo("1.2.3");
        assertThat(action().getModel().at("/scanners/0/exitCode").asInt()).isEqualTo(2);
        assertThat(harness.workspace.resolveSibling("workspace@tmp")).isEmptyDirectory();
    }

    @Test
    void aReportMayComeFromTheOutput() throws Exception {
        program("lint", "echo loading >&2; echo '" + SARIF + "'; exit 2");
        configure(scanner("lint", "lint"));
        assertThat(harness.start(scan("lint")).failure()).hasMessageContaining("1 HIGH in code");
    }

    @Test
    void aScannerThatIsNotInstalledSaysHowToInstallIt() throws Exception {
        configure(scanner("lint", "no-such-lint"));
        assertThat(harness.start(scan("lint", "gitleaks")).failure())
                .hasMessageContaining("lint: 'no-such-lint' is not on the PATH of this agent. Ask Ada for lint.")
                .hasMessageContaining("gitleaks: 'gitleaks' is not on the PATH")
                .hasMessageContaining("Install Gitleaks: https://github.com/gitleaks/gitleaks");
    }

    @Test
    void aCrashSaysItsExitCodeAndItsLastLinesAndCostsNoOtherReport() throws Exception {
        program("crash", "echo one; echo two >&2; exit 3");
        program("lint", "echo '" + SARIF + "'; exit 2");
        configure(scanner("crash", "crash"), scanner("lint", "lint"));
        assertThat(harness.start(scan("crash", "lint")).failure())
                .hasMessageContaining("crash: failed with exit code 3. It printed last: two")
                .hasMessageContaining("1 HIGH in code, 0 allowed: A");
        assertThat(action().getRows()).extracting(row -> row.get("rule")).containsExactly("A");
    }

    @Test
    void aReportThatCannotBeReadSaysHowItsScannerEnded() throws Exception {
        // What npm 10 does where the registry knows no advisories.
        program(
                "npm",
                "echo '{\"message\": \"405 Method Not Allowed\", \"statusCode\": 405,"
                        + " \"error\": {\"summary\": \"\", \"detail\": \"\"}}'",
                "echo npm error audit endpoint returned an error >&2",
                "exit 1");
        assertThat(harness.start(scan("npm-audit")).failure())
                .hasMessageContaining("405 Method Not Allowed")
                .hasMessageContaining(
                        "(npm-audit ended with exit code 1. It printed last: npm error audit endpoint returned an error)");
        assertThat(action().getVerdict()).isEqualTo(ReportVerdict.FAILED);
    }

    @Test
    void banditIsRunAsItsDefinitionSays() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/bandit")),
                "Skipped: there is no /usr/bin/bandit, so its real reports are not read.");
        Files.writeString(
                harness.workspace.resolve("app.py"), "import subprocess\nsubprocess.call(__file__, shell=True)\n");
        SecurityScanStep step = scan("bandit");
        step.setGates(List.of());
        assertThat(harness.start(step).failure()).hasMessageContaining("HIGH in ");
        assertThat(action().getRows())
                .extracting(row -> row.get("rule") + " " + row.get("place"))
                .containsExactlyInAnyOrder("B602 app.py:2", "B404 app.py:1");
        assertThat(action().getModel().at("/scanners/0/version").asText()).isNotEmpty();
    }

    /** SpotBugs itself, started by what its own start script does with these arguments. */
    @Test
    void spotBugsIsRunAsItsDefinitionSays() throws Exception {
        String java = "exec " + Path.of(System.getProperty("java.home"), "bin", "java")
                + " -XX:TieredStopAtLevel=1 -cp '"
                + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                + "' edu.umd.cs.findbugs.";
        program(
                "spotbugs",
                "[ \"$1\" = -version ] && echo 4.9.8 && exit 0",
                "[ \"$1\" = -textui ] && shift && " + java + "FindBugs2 \"$@\"",
                "exit 4");
        Path source = Files.writeString(
                folder.resolve("Shop.java"),
                "public class Shop {\n  public boolean isBook(String kind) {\n    return kind == \"book\";\n  }\n}\n");
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-g", "-d", harness.workspace.toString(), source.toString());
        assertThat(compiled).isZero();
        assertThat(harness.start(scan("spotbugs")).failure()).hasMessageContaining("1 HIGH in code, 0 allowed");
        assertThat(action().getRows())
                .extracting(row -> row.get("rule") + " " + row.get("place"))
                .containsExactly("ES_COMPARING_PARAMETER_STRING_WITH_EQ Shop.java:3");
        assertThat(action().getModel().at("/scanners/0/exitCode").asInt()).isEqualTo(1);
    }

    @Test
    void aScannerWithoutAReportIsAnError() throws Exception {
        program("lint", "echo nothing to do");
        configure(scanner("lint", "lint", "{report}"));
        assertThat(harness.start(scan("lint")).failure())
                .hasMessageContaining(
                        "lint: wrote no report, and ended with exit code 0. It printed last: nothing to do");
    }

    @Test
    void aScannerThatTakesTooLongIsEnded() throws Exception {
        program("lint", "echo $$ > pid; echo working; while :; do read line < /dev/zero; done");
        configure(scanner("lint", "lint", "forever"));
        SecurityScanStep step = scan("lint");
        step.setTimeout("20s");
        Throwable failure = harness.start(step).failure();
        assertThat(failure).hasMessageContaining("lint: did not end within 20s");
        assertThat(isAlive()).isFalse();
    }

    @Test
    void stoppingTheStepEndsItsScanners() throws Exception {
        program("lint", "echo $$ > pid; while :; do read line < /dev/zero; done");
        configure(scanner("lint", "lint", "forever"));
        harness.start(scan("lint"));
        untilItRuns();
        InterruptedException cause = new InterruptedException("stop");
        harness.stop(cause);
        assertThat(harness.failure()).isSameAs(cause);
        assertThat(isAlive()).isFalse();
        assertThat(action().getHeadline()).isEqualTo("The scan was stopped before it was over");
    }

    @Test
    void afterARestartWhatWasOverIsUsedAndWhatRanRunsAgain() throws Exception {
        program("quick", "echo x >> quick-runs; echo '" + SARIF + "'; exit 2");
        program(
                "slow",
                "echo x >> slow-runs; echo $$ > pid",
                "[ -f released ] || while :; do read line < /dev/zero; done",
                "echo '" + SARIF.replace("lint", "slow") + "'");
        configure(scanner("quick", "quick"), scanner("slow", "slow", "forever"));
        harness.start(scan("quick", "slow"));
        untilItRuns();
        while (!harness.status().equals("running slow")) {
            assertThat(harness.step()).isTrue();
        }
        long first = pid();
        Files.writeString(harness.workspace.resolve("released"), "");
        harness.restart();
        assertThat(harness.failure()).hasMessageContaining("2 HIGH in code");
        assertThat(ProcessHandle.of(first).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
        assertThat(Files.readAllLines(harness.workspace.resolve("quick-runs"))).hasSize(1);
        assertThat(Files.readAllLines(harness.workspace.resolve("slow-runs"))).hasSize(2);
        assertThat(harness.log()).contains("slow was cut short by a restart, and runs again");
    }

    @Test
    void aDefinitionThatIsDeletedOrChangedMeanwhileIsTheOneThatTheScanEndsWith() throws Exception {
        program(
                "lint",
                "echo $$ > pid",
                "[ -f released ] || while :; do read line < /dev/zero; done",
                "cat report; exit 2");
        Files.writeString(harness.workspace.resolve("report"), SARIF);
        configure(scanner("lint", "lint", "forever"));
        harness.start(scan("lint"));
        untilItRuns();

        ScannerSettings other = scanner("other", "other");
        configure(other);
        Files.writeString(harness.workspace.resolve("released"), "");
        harness.restart();

        assertThat(harness.failure()).hasMessage("securityScan: 1 HIGH in code, 0 allowed: A");
        assertThat(action().getVerdict()).isEqualTo(ReportVerdict.FAILED);
        assertThat(harness.start(scan("other")).failure()).hasMessageContaining("Ask Ada for other.");
    }

    private void untilItRuns() throws IOException {
        Path pid = harness.workspace.resolve("pid");
        while (!Files.exists(pid) || Files.size(pid) == 0) {
            assertThat(harness.step()).as("the step goes on").isTrue();
        }
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readString(harness.workspace.resolve("pid")).strip());
    }

    private boolean isAlive() throws IOException {
        return ProcessHandle.of(pid()).map(ProcessHandle::isAlive).orElse(false);
    }

    @Test
    void anInventoryIsKeptAndProvesNothing() throws Exception {
        program("list", "echo '{\"bomFormat\":\"CycloneDX\"}'");
        ScannerSettings list = scanner("list", "list");
        list.setFormat("inventory");
        program("lint", "echo '" + SARIF.replace("error", "note") + "'");
        configure(list, scanner("lint", "lint"));
        assertThat(harness.start(scan("list", "lint")).result()).containsEntry("total", 1);
        assertThat(harness.run
                        .getArtifactManager()
                        .root()
                        .child("delivery/security-scan-list.json")
                        .exists())
                .isTrue();
        assertThat(harness.run
                        .getArtifactManager()
                        .root()
                        .child("delivery/security-scan.sarif")
                        .exists())
                .isTrue();
        assertThat(harness.run.getRootDir().toPath().resolve("delivery/security-scan.artifacts"))
                .doesNotExist();
    }

    @Test
    void item16NoShellSeesWhatIsFilledIn() throws Exception {
        program("lint", "for a in \"$@\"; do echo \"[$a]\" >> seen; done; echo '" + SARIF + "'");
        Files.writeString(harness.workspace.resolve("a b; touch pwned.sql"), "");
        Files.writeString(harness.workspace.resolve("--config=evil.sql"), "");
        configure(scanner("lint", "lint", "$(touch pwned)", "{files:*.sql}"));
        harness.start(scan("lint")).failure();
        assertThat(Files.readAllLines(harness.workspace.resolve("seen")))
                .containsExactly("[$(touch pwned)]", "[./--config=evil.sql]", "[a b; touch pwned.sql]");
        assertThat(harness.workspace.resolve("pwned")).doesNotExist();
    }

    @Test
    void item09CredentialsAreBoundByTheirIdAndMasked() throws Exception {
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new StringCredentialsImpl(
                        CredentialsScope.GLOBAL, "lint-token", "", Secret.fromString("hunter2hunter2")));
        program("lint", "echo \"token $LINT_TOKEN refused\" >&2; exit 9");
        ScannerSettings lint = scanner("lint", "lint");
        lint.setCredentials(List.of(new ScannerCredential("LINT_TOKEN", "lint-token")));
        configure(lint);
        assertThat(harness.start(scan("lint")).failure()).hasMessageContaining("token **** refused");
        assertThat(harness.log()).doesNotContain("hunter2");
        assertThat(action().json().toString()).doesNotContain("hunter2");
    }

    @Test
    void theWorkspaceMayChooseAndTheReasonIsTold() throws Exception {
        Files.writeString(harness.workspace.resolve("Dockerfile"), "FROM scratch\n");
        program("trivy", "while [ \"$1\" != --output ]; do shift; done", "echo '" + SARIF + "' > \"$2\"");
        program(
                "hadolint",
                "echo '[{\"code\":\"DL3006\",\"line\":1,\"level\":\"error\",\"file\":\"'$3'\",\"message\":\"tag\","
                        + "\"column\":1}]'; exit 1");
        harness.start(scan("auto")).failure();
        assertThat(harness.log())
                .contains("auto: every workspace may hold secrets → gitleaks or trivy-fs")
                .contains("auto: images of Dockerfile → hadolint or trivy-config or checkov")
                .contains("gitleaks is not installed on this agent; trying trivy-fs");
        assertThat(action().getModel().path("scanners"))
                .extracting(scanner -> scanner.path("id").asText())
                .containsExactly("trivy-fs", "hadolint");
        assertThat(action().getRows()).extracting(row -> row.get("rule")).contains("DL3006", "A");
    }

    @Test
    void aVexStatementOnTheImageIsAboutWhatScannersOfTheImageFoundAndNothingElse() throws Exception {
        Files.writeString(harness.workspace.resolve("vex.json"), """
                {"@context": "https://openvex.dev/ns/v0.2.0", "@id": "vex", "author": "Ada", "version": 1,
                 "timestamp": "2026-01-01T00:00:00Z", "statements": [
                  {"vulnerability": {"name": "CVE-1"}, "products": [{"@id": "pkg:oci/shop"}],
                   "status": "not_affected", "justification": "component_not_present"}]}
                """);
        program(
                "trivy",
                "image=$([ \"$1\" = image ] && echo only-in-image || echo only-in-files)",
                "while [ \"$1\" != --output ]; do shift; done",
                "echo '{\"SchemaVersion\":2,\"ArtifactName\":\"x\",\"Results\":[{\"Target\":\"t\",\"Class\":\"lang-pkgs\","
                        + "\"Vulnerabilities\":[{\"VulnerabilityID\":\"CVE-1\",\"PkgName\":\"'$image'\",\"InstalledVersion\":\"1\","
                        + "\"Severity\":\"HIGH\"},{\"VulnerabilityID\":\"CVE-1\",\"PkgName\":\"in-both\","
                        + "\"InstalledVersion\":\"1\",\"Severity\":\"HIGH\"}]}]}' > \"$2\"");
        SecurityScanStep step = scan("auto");
        step.setImage("registry.example.com/shop:1.2");
        step.setVex("vex.json");
        harness.start(step).failure();
        assertThat(action().getRows())
                .extracting(row -> row.get("component") + " " + row.get("standing"))
                .containsExactlyInAnyOrder(
                        "only-in-image 1 SUPPRESSED", "only-in-files 1 OUTSTANDING", "in-both 1 OUTSTANDING");
    }

    @Test
    void aScannerOfTheSettingsMayWriteAFormatOfTheAnalysisModel() throws Exception {
        program(
                "style",
                "echo '<checkstyle><file name=\"a.js\"><error line=\"3\" severity=\"error\" message=\"m\" "
                        + "source=\"no-eval\"/></file></checkstyle>'; exit 2");
        ScannerSettings style = scanner("style", "style");
        style.setFormat("checkstyle");
        configure(style);
        assertThat(harness.start(scan("style")).failure()).hasMessageContaining("no-eval at a.js:3");
        style.setFormat("checkstile");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> configure(style))
                .withMessageContaining("format: there is no format 'checkstile'; did you mean 'checkstyle'?");
    }

    @Test
    void argumentsAreExplainedBeforeAnythingIsStarted() {
        assertRefused(scan("trivyfs"), "did you mean 'trivy-fs'?");
        assertRefused(scan("trivy-image"), "image: nothing was given, and trivy-image looks at an image");
        SecurityScanStep image = scan("trivy-image");
        image.setImage("--config=/etc/passwd");
        assertRefused(image, "is no reference of an image");
        SecurityScanStep path = scan("trivy-fs");
        path.setPath("../other");
        assertRefused(path, "path: '../other' is no path inside the workspace");
        SecurityScanStep timeout = scan("trivy-fs");
        timeout.setTimeout("soon");
        assertRefused(timeout, "timeout: 'soon' is not a duration");
    }

    private static void assertRefused(SecurityScanStep step, String words) {
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(step::check)
                .withMessageContaining(words);
    }

    @Test
    void definitionsThatCannotBeUsedAreRefusedInTheSettings() {
        for (Map.Entry<ScannerSettings, String> wrong : Map.of(
                        scanner("Lint", "lint"), "lower-case letters",
                        scanner("lint"), "command: names no program",
                        scanner("lint", "lint", "{reports}"), "command[1]: '{reports}' has a placeholder",
                        scanner("lint", "{path}"), "command[0]")
                .entrySet()) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> configure(wrong.getKey()))
                    .withMessageContaining(wrong.getValue());
        }
        assertThat(DeliveryConfiguration.get().getScanners()).isEmpty();
    }

    @Test
    void oneTextIsAListOfOne() throws Exception {
        SecurityScanStep.DescriptorImpl descriptor = new SecurityScanStep.DescriptorImpl();
        assertThat(descriptor.customInstantiate(Map.of("scanners", "auto"))).containsEntry("scanners", List.of("auto"));
    }
}
