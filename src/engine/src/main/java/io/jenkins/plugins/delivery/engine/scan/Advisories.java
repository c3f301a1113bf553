package io.jenkins.plugins.delivery.engine.scan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The names of one vulnerability. */
final class Advisories {
    /**
     * Databases in which one id is one vulnerability. Those of distributions (RHSA, DSA, USN …) are about several at
     * once, and CWE is a class of them: neither proves that two findings are the same.
     */
    private static final Pattern ONE_VULNERABILITY =
            Pattern.compile("(CVE|GHSA|GO|PYSEC|RUSTSEC|OSV|MAL|GMS|GSD|HSEC|RSEC|BIT|SNYK)-.+");

    private static final Comparator<String> BEST_KNOWN_FIRST =
            Comparator.<String>comparingInt(Advisories::rank).thenComparing(Comparator.naturalOrder());

    private Advisories() {}

    /** The names by which another tool may mean the same: the rule, and aliases that stand for one vulnerability. */
    static List<String> identifying(String rule, Collection<String> aliases) {
        List<String> names = new ArrayList<>(aliases.size() + 1);
        names.add(rule);
        for (String alias : aliases) {
            if (ONE_VULNERABILITY.matcher(alias).matches()) {
                names.add(alias);
            }
        }
        return names;
    }

    /** CVE before GHSA before anything else, so that two tools that prefer different names agree. */
    static String canonical(String rule, Collection<String> aliases) {
        if (aliases.isEmpty()) {
            return rule;
        }
        return identifying(rule, aliases).stream().min(BEST_KNOWN_FIRST).orElse(rule);
    }

    /** Two vulnerabilities with a CVE each are not the same, whatever else they have in common. */
    static boolean contradict(Collection<String> one, Collection<String> two) {
        List<String> first = one.stream().filter(Advisories::isCve).toList();
        List<String> second = two.stream().filter(Advisories::isCve).toList();
        return !first.isEmpty() && !second.isEmpty() && first.stream().noneMatch(second::contains);
    }

    private static boolean isCve(String name) {
        return name.startsWith("CVE-");
    }

    private static int rank(String name) {
        if (isCve(name)) {
            return 0;
        }
        return name.startsWith("GHSA-") ? 1 : 2;
    }
}
