package io.jenkins.plugins.delivery.engine.scan.format;

import io.jenkins.plugins.delivery.engine.scan.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** SARIF does not say what a result is about: its tool, its rule's tags and its rule's id do. */
final class SarifKinds {
    private static final Pattern ADVISORY =
            Pattern.compile("(CVE-\\d{4}-\\d+|GHSA-\\w{4}-\\w{4}-\\w{4}|(RUSTSEC|PYSEC|GO|OSV|ALAS|DSA)-\\d{4}-).*");
    private static final List<String> SECRETS = List.of("gitleaks", "trufflehog", "detect-secrets", "ggshield");
    private static final List<String> INFRASTRUCTURE = List.of(
            "checkov", "tfsec", "terrascan", "kics", "infrastructure as code", "kube-linter", "kubescape", "kubesec");
    private static final List<String> IMAGES = List.of("dockle", "hadolint");

    /** Hard-coded passwords, keys and credentials: the message of such a result may quote them. */
    private static final Pattern HARD_CODED = Pattern.compile("(?i).*\\bcwe-?0*(259|321|798)\\b.*");

    private static final Set<String> PASSWORDS = Set.of("B105", "B106", "B107");

    private SarifKinds() {}

    static Kind of(String tool, SarifRule rule, String ruleId) {
        String name = tool.toLowerCase(Locale.ROOT);
        if (containsAny(name, SECRETS)
                || hasTag(rule, "secret")
                || isHardCoded(rule)
                || name.equals("bandit") && PASSWORDS.contains(ruleId)) {
            return Kind.SECRET;
        }
        if (containsAny(name, INFRASTRUCTURE) || hasTag(rule, "misconfiguration")) {
            return Kind.INFRASTRUCTURE;
        }
        if (containsAny(name, IMAGES)) {
            return Kind.IMAGE;
        }
        return ADVISORY.matcher(ruleId).matches() ? Kind.DEPENDENCY : Kind.CODE;
    }

    private static boolean isHardCoded(SarifRule rule) {
        return rule.tags.stream().anyMatch(tag -> HARD_CODED.matcher(tag).matches());
    }

    private static boolean containsAny(String name, List<String> words) {
        return words.stream().anyMatch(name::contains);
    }

    private static boolean hasTag(SarifRule rule, String tag) {
        return rule.tags.stream().anyMatch(t -> t.equalsIgnoreCase(tag) || t.equalsIgnoreCase(tag + "s"));
    }
}
