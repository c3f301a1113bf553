package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/** What many findings have in common: everything but their fingerprint, their place and the words of their message. */
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
        List<String> weaknesses)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean equals(Object other) {
        return other instanceof FindingShape shape
                && rule.equals(shape.rule)
                && severity == shape.severity
                && kind == shape.kind
                && statedSeverity.equals(shape.statedSeverity)
                && same(otherFingerprints, shape.otherFingerprints)
                && same(witnesses, shape.witnesses)
                && same(aliases, shape.aliases)
                && same(weaknesses, shape.weaknesses)
                && Objects.equals(component, shape.component)
                && Objects.equals(suppressedInSource, shape.suppressedInSource);
    }

    /** Few shapes share rule and severity; to mix in the lists would take longer than to compare them. */
    @Override
    public int hashCode() {
        return rule.hashCode() * 31 + statedSeverity.hashCode();
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
                weaknesses);
    }

    Finding finding(String fingerprint, String message, @CheckForNull Place place) {
        return new Finding(
                fingerprint,
                otherFingerprints,
                witnesses,
                rule,
                aliases,
                kind,
                severity,
                statedSeverity,
                message,
                place,
                component,
                suppressedInSource);
    }
}
