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
    private static final List<String> SECRETS =
            List.of("gitleaks", "trufflehog", "detect-secrets", "ggshield", "secretlint");
    private static final List<String> INFRASTRUCTURE = List.of(
            "checkov", "tfsec", "terrascan", "kics", "infrastructure as code", "kube-linter", "kubescape", "kubesec");
    private static final List<String> IMAGES = List.of("dockle", "hadolint");

    /** Hard-coded passwords, keys and credentials: the message of such a result may quote them. */
    private static final Pattern HARD_CODED = Pattern.compile("(?i).*\\bcwe-?0*(259|321|798)\\b.*");

    private static final Set<String> PASSWORDS = Set.of("B105", "B106", "B107");

    private final boolean ofSecrets;
    private final boolean ofInfrastructure;
    private final boolean ofImages;
    private final boolean ofBandit;

    /** @param tool name of the driver */
    SarifKinds(String tool) {
        String name = tool.toLowerCase(Locale.ROOT);
        ofSecrets = SECRETS.stream().anyMatch(name::contains);
        ofInfrastructure = INFRASTRUCTURE.stream().anyMatch(name::contains);
        ofImages = IMAGES.stream().anyMatch(name::contains);
        ofBandit = name.equals("bandit");
    }

    Kind of(SarifRule rule, String ruleId) {
        if (ofSecrets || hasTag(rule, "secret") || isHardCoded(rule) || ofBandit && PASSWORDS.contains(ruleId)) {
            return Kind.SECRET;
        }
        if (ofInfrastructure || hasTag(rule, "misconfiguration")) {
            return Kind.INFRASTRUCTURE;
        }
        if (ofImages) {
            return Kind.IMAGE;
        }
        return ruleId.indexOf('-') > 0 && ADVISORY.matcher(ruleId).matches() ? Kind.DEPENDENCY : Kind.CODE;
    }

    private static boolean isHardCoded(SarifRule rule) {
        for (String tag : rule.tags) {
            if (HARD_CODED.matcher(tag).matches()) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasTag(SarifRule rule, String tag) {
        for (String own : rule.tags) {
            if (own.equalsIgnoreCase(tag) || own.equalsIgnoreCase(tag + "s")) {
                return true;
            }
        }
        return false;
    }
}
