package io.jenkins.plugins.delivery.engine.scan.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Chooses scanners by the files that are there, and says why. */
public final class AutoScanners {
    /** Every kind of problem has one rule; the first file that matches is named as the reason. */
    private static final List<Rule> RULES = List.of(
            rule(
                    "dependencies",
                    "(package-lock|npm-shrinkwrap)\\.json",
                    "trivy-fs",
                    "osv-scanner",
                    "grype",
                    "npm-audit"),
            rule(
                    "dependencies",
                    "requirements.*\\.txt|poetry\\.lock|Pipfile\\.lock|uv\\.lock",
                    "trivy-fs",
                    "osv-scanner",
                    "grype",
                    "pip-audit"),
            rule(
                    "dependencies",
                    "pom\\.xml|gradle\\.lockfile|go\\.mod|Cargo\\.lock|Gemfile\\.lock|composer\\.lock|yarn\\.lock"
                            + "|pnpm-lock\\.yaml|packages\\.lock\\.json|mix\\.lock|pubspec\\.lock|conan\\.lock",
                    "trivy-fs",
                    "osv-scanner",
                    "grype"),
            rule(
                    "infrastructure as code",
                    ".*\\.(tf|tf\\.json|bicep)|Chart\\.yaml|kustomization\\.ya?ml",
                    "trivy-config",
                    "checkov"),
            rule("images", "Dockerfile|Dockerfile\\..*|.*\\.Dockerfile", "hadolint", "trivy-config", "checkov"),
            rule("Python code", ".*\\.py", "bandit", "semgrep"),
            rule("code", ".*\\.(js|jsx|ts|tsx|java|kt|go|rb|php|cs|scala|swift|c|cc|cpp)", "semgrep"));

    private static final ScannerNeed SECRETS =
            new ScannerNeed("every workspace may hold secrets", new ArrayList<>(List.of("gitleaks", "trivy-fs")));

    private record Rule(String what, Pattern file, List<String> candidates) {}

    private AutoScanners() {}

    private static Rule rule(String what, String file, String... candidates) {
        return new Rule(what, Pattern.compile("(?:.*/)?(?:" + file + ")"), List.of(candidates));
    }

    /**
     * What a workspace should be looked at for.
     *
     * @param files paths with forward slashes
     * @param image reference of an image that was built, or null
     */
    public static List<ScannerNeed> needs(Collection<String> files, @CheckForNull String image) {
        List<ScannerNeed> needs = new ArrayList<>();
        needs.add(SECRETS);
        for (Rule rule : RULES) {
            seen(rule, files)
                    .ifPresent(file -> needs.add(
                            new ScannerNeed(rule.what() + " of " + file, new ArrayList<>(rule.candidates()))));
        }
        if (image != null) {
            needs.add(new ScannerNeed("the image " + image, new ArrayList<>(List.of("trivy-image", "grype-image"))));
        }
        return needs;
    }

    /** The one that is least deep, so that the reason names what people know. */
    private static Optional<String> seen(Rule rule, Collection<String> files) {
        return files.stream()
                .filter(file -> rule.file().matcher(file).matches())
                .min((one, two) -> depth(one) != depth(two) ? depth(one) - depth(two) : one.compareTo(two));
    }

    private static int depth(String file) {
        return (int) file.chars().filter(c -> c == '/').count();
    }
}
