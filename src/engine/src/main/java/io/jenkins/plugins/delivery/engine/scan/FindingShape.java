package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What many findings have in common: everything but their fingerprint, their place and the words of their message; of
 * findings about packages, whose rules and packages are many, everything but these as well.
 *
 * @param rule empty for findings about packages
 * @param component null for findings about packages
 */
record FindingShape(
        List<String> otherFingerprints,
        List<String> witnesses,
        String rule,
        List<String> aliases,
        Kind kind,
        Severity severity,
        String statedSeverity,
        @CheckForNull Component component,
        @CheckForNull String suppressedInSource,
        List<String> weaknesses,
        boolean inImage,
        boolean ofPackages)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean equals(Object other) {
        return other instanceof FindingShape shape
                && rule.equals(shape.rule)
                && severity == shape.severity
                && kind == shape.kind
                && inImage == shape.inImage
                && ofPackages == shape.ofPackages
                && statedSeverity.equals(shape.statedSeverity)
                && same(otherFingerprints, shape.otherFingerprints)
                && same(witnesses, shape.witnesses)
                && same(aliases, shape.aliases)
                && same(weaknesses, shape.weaknesses)
                && Objects.equals(component, shape.component)
                && Objects.equals(suppressedInSource, shape.suppressedInSource);
    }

    /** Few shapes of code share rule and severity; of packages, those share these whose other names are not the same. */
    @Override
    public int hashCode() {
        int hash = rule.hashCode() * 31 + statedSeverity.hashCode();
        return ofPackages ? (hash * 31 + aliases.hashCode()) * 31 + Objects.hashCode(suppressedInSource) : hash;
    }

    private static boolean same(List<String> one, List<String> two) {
        if (one == two || one.size() != two.size() || one.isEmpty()) {
            return one.size() == two.size();
        }
        return one.size() == 1 ? one.get(0).equals(two.get(0)) : one.equals(two);
    }

    static FindingShape of(Finding finding, List<String> weaknesses) {
        return new FindingShape(
                finding.otherFingerprints(),
                finding.witnesses(),
                finding.rule(),
                finding.aliases(),
                finding.kind(),
                finding.severity(),
                finding.statedSeverity(),
                finding.component(),
                finding.suppressedInSource(),
                weaknesses,
                finding.inImage(),
                false);
    }

    static FindingShape ofPackage(Finding finding) {
        return new FindingShape(
                finding.otherFingerprints(),
                finding.witnesses(),
                "",
                finding.aliases(),
                finding.kind(),
                finding.severity(),
                finding.statedSeverity(),
                null,
                finding.suppressedInSource(),
                List.of(),
                finding.inImage(),
                true);
    }

    Finding finding(String fingerprint, String message, @CheckForNull Place place) {
        return finding(fingerprint, rule, component, message, place);
    }

    Finding finding(
            String fingerprint,
            String ownRule,
            @CheckForNull Component ownComponent,
            String message,
            @CheckForNull Place place) {
        return new Finding(
                fingerprint,
                otherFingerprints,
                witnesses,
                ownRule,
                aliases,
                kind,
                severity,
                statedSeverity,
                message,
                place,
                ownComponent,
                suppressedInSource,
                inImage);
    }
}
