package io.jenkins.plugins.delivery.engine.scan.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The definitions that come with the product. Command lines and exit codes are those of the tools' own documentation. */
public final class Scanners {
    private static final ExitCodes ONE_MEANS_FINDINGS = ExitCodes.findings(1);

    private static final List<ScannerDefinition> BUILT_IN = List.of(
            define("trivy-fs", "trivy", ExitCodes.zero(), "Install Trivy: https://trivy.dev")
                    .arguments(
                            "fs",
                            "--quiet",
                            "--scanners",
                            "vuln,secret",
                            "--format",
                            "json",
                            "--output",
                            "{report}",
                            "{path}"),
            define("trivy-image", "trivy", ExitCodes.zero(), "Install Trivy: https://trivy.dev")
                    .arguments(
                            "image",
                            "--quiet",
                            "--scanners",
                            "vuln,secret",
                            "--format",
                            "json",
                            "--output",
                            "{report}",
                            "{image}"),
            define("trivy-config", "trivy", ExitCodes.zero(), "Install Trivy: https://trivy.dev")
                    .arguments("config", "--quiet", "--format", "json", "--output", "{report}", "{path}"),
            define("grype", "grype", ExitCodes.zero(), "Install Grype: https://github.com/anchore/grype")
                    .arguments("--quiet", "--output", "json", "--file", "{report}", "dir:{path}"),
            define("grype-image", "grype", ExitCodes.zero(), "Install Grype: https://github.com/anchore/grype")
                    .arguments("--quiet", "--output", "json", "--file", "{report}", "{image}"),
            define("syft", "syft", ExitCodes.zero(), "Install Syft: https://github.com/anchore/syft")
                    .format(ScannerDefinition.INVENTORY)
                    .arguments("scan", "--quiet", "--output", "cyclonedx-json={report}", "dir:{path}"),
            define(
                            "gitleaks",
                            "gitleaks",
                            ExitCodes.findings(3),
                            "Install Gitleaks: https://github.com/gitleaks/gitleaks")
                    .version("version")
                    .format("gitleaks")
                    .arguments(
                            "detect",
                            "--no-banner",
                            "--no-git",
                            "--source",
                            "{path}",
                            "--report-format",
                            "json",
                            "--report-path",
                            "{report}",
                            "--exit-code",
                            "3"),
            define("semgrep", "semgrep", ONE_MEANS_FINDINGS, "Install Semgrep: pipx install semgrep")
                    .environment(Map.of("SEMGREP_SEND_METRICS", "off", "SEMGREP_ENABLE_VERSION_CHECK", "0"))
                    .arguments("scan", "--quiet", "--config", "p/default", "--json", "--output", "{report}", "{path}"),
            define("checkov", "checkov", ONE_MEANS_FINDINGS, "Install Checkov: pipx install checkov")
                    .format("checkov")
                    .arguments("--directory", "{path}", "--quiet", "--compact", "--output", "json"),
            define("npm-audit", "npm", ONE_MEANS_FINDINGS, "Install Node.js, which brings npm: https://nodejs.org")
                    .format("npm-audit")
                    .environment(Map.of("NPM_CONFIG_UPDATE_NOTIFIER", "false", "NPM_CONFIG_FUND", "false"))
                    .arguments("audit", "--json"),
            define("pip-audit", "pip-audit", ONE_MEANS_FINDINGS, "Install pip-audit: pipx install pip-audit")
                    .format("pip-audit")
                    .arguments(
                            "--format",
                            "json",
                            "--progress-spinner",
                            "off",
                            "--output",
                            "{report}",
                            "--requirement",
                            "requirements.txt"),
            define(
                            "osv-scanner",
                            "osv-scanner",
                            ONE_MEANS_FINDINGS.with(128, "it found no packages to look at"),
                            "Install OSV-Scanner: https://google.github.io/osv-scanner")
                    .format("osv-scanner")
                    .arguments("scan", "--format", "json", "--output", "{report}", "--recursive", "{path}"),
            define("hadolint", "hadolint", ONE_MEANS_FINDINGS, "Install Hadolint: https://github.com/hadolint/hadolint")
                    .format("hadolint")
                    .arguments("--format", "json", "{files:**/Dockerfile,**/*.Dockerfile,**/Dockerfile.*}"),
            define("bandit", "bandit", ONE_MEANS_FINDINGS, "Install Bandit: pipx install bandit")
                    .format("bandit")
                    .arguments("--quiet", "--recursive", "--format", "json", "--output", "{report}", "{path}"),
            define(
                            "spotbugs",
                            "spotbugs",
                            ONE_MEANS_FINDINGS.with(3, "classes that it needs are missing: compile first"),
                            "Install SpotBugs, and FindSecBugs as its plugin: https://spotbugs.github.io")
                    .version("-version")
                    .format("spotbugs-xml")
                    .arguments("-textui", "-exitcode", "-xml:withMessages", "-output", "{report}", "{path}"));

    private Scanners() {}

    public static List<ScannerDefinition> builtIn() {
        return BUILT_IN;
    }

    public static Optional<ScannerDefinition> builtIn(String id) {
        return BUILT_IN.stream().filter(scanner -> scanner.id().equals(id)).findFirst();
    }

    private static Draft define(String id, String program, ExitCodes exitCodes, String install) {
        return new Draft(id, program, exitCodes, "", List.of(program, "--version"), install, Map.of());
    }

    private record Draft(
            String id,
            String program,
            ExitCodes exitCodes,
            String format,
            List<String> versionCommand,
            String install,
            Map<String, String> environment) {
        Draft format(String name) {
            return new Draft(id, program, exitCodes, name, versionCommand, install, environment);
        }

        Draft version(String argument) {
            return new Draft(id, program, exitCodes, format, List.of(program, argument), install, environment);
        }

        Draft environment(Map<String, String> variables) {
            return new Draft(id, program, exitCodes, format, versionCommand, install, variables);
        }

        ScannerDefinition arguments(String... arguments) {
            List<String> command = new ArrayList<>(List.of(program));
            command.addAll(List.of(arguments));
            return new ScannerDefinition(id, command, exitCodes, format, versionCommand, install, environment);
        }
    }
}
