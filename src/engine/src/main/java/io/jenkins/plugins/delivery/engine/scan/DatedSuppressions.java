package io.jenkins.plugins.delivery.engine.scan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Suppressions on one day, to which findings are shown one by one. It remembers which of them were of use. */
final class DatedSuppressions {
    private static final int ANNOUNCED_DAYS_AHEAD = 14;

    private final List<Suppression> entries;
    private final List<Predicate<Finding>> matchers;
    private final LocalDate today;
    private final BitSet matched = new BitSet();

    DatedSuppressions(List<Suppression> entries, LocalDate today) {
        this.entries = entries;
        this.today = today;
        matchers = entries.stream().map(Suppression::matcher).toList();
    }

    /** Why this finding does not count today, with the place that says so. */
    Optional<String> reason(Finding finding) {
        String source = finding.suppressedInSource();
        String reason = source == null ? null : source + " (by the scanner)";
        for (int i = 0; i < entries.size(); i++) {
            boolean decides = reason == null && !entries.get(i).expired(today);
            if ((decides || !matched.get(i)) && matchers.get(i).test(finding)) {
                matched.set(i);
                reason = decides ? words(entries.get(i)) : reason;
            }
        }
        return Optional.ofNullable(reason);
    }

    private static String words(Suppression entry) {
        return entry.reason() + " (" + entry.where() + ", until " + entry.expires() + ")";
    }

    /** Those that no longer hold: each is a defect of the file until somebody renews or removes it. */
    List<String> expired() {
        return entries.stream()
                .filter(entry -> entry.expired(today))
                .map(entry -> "the suppression of " + entry.id() + " expired on " + entry.expires()
                        + ": renew it with a reason or remove it (" + entry.where() + ")")
                .toList();
    }

    /** What the file's keepers should know: what expires soon, and what has matched nothing of what was shown. */
    List<String> notices() {
        List<String> notices = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Suppression entry = entries.get(i);
            if (!entry.expired(today) && today.plusDays(ANNOUNCED_DAYS_AHEAD).isAfter(entry.expires())) {
                notices.add("The suppression of " + entry.id() + " expires on " + entry.expires() + " (" + entry.where()
                        + ").");
            }
            if (!matched.get(i)) {
                notices.add("The suppression of " + entry.id() + " matches nothing (" + entry.where() + ").");
            }
        }
        return notices;
    }
}
