package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A report held against its baseline, suppressions and gates.
 *
 * @param findings all of them, worst and newest first, suppressed and fixed ones included
 * @param verdict what the gates say
 * @param notices what people should know although it decides nothing
 * @param runs tools that ran
 * @param baseline which build it was compared with, or null
 */
public record ScanAssessment(
        AssessedFindings findings,
        GateVerdict verdict,
        List<String> notices,
        List<String> runs,
        @CheckForNull String baseline) {

    public ScanAssessment {
        notices = List.copyOf(notices);
        runs = List.copyOf(runs);
    }

    /** @param today the day that decides which suppressions hold, in UTC */
    public static ScanAssessment of(ScanReport report, Baseline baseline, ScanPolicy policy, LocalDate today) {
        DatedSuppressions suppressions = policy.suppressions().on(today);
        Vex.Use vex = policy.vex().use();
        AssessedFindings findings =
                AssessedFindings.of(report.findings(), baseline.compare(report.findings()), suppressions, vex);
        GateKeeper keeper = new GateKeeper(findings);
        report.incomplete().forEach(keeper::refuseIncomplete);
        suppressions.expired().forEach(keeper::refuse);
        policy.gates().forEach(gate -> keeper.apply(gate, ""));
        policy.imposed().forEach(gate -> keeper.apply(gate, " (demanded by the administrator)"));
        List<String> notices = new ArrayList<>(suppressions.notices());
        notices.addAll(vex.notices());
        return new ScanAssessment(findings, keeper.verdict(), notices, report.runs(), baseline.where());
    }

    /** How many have this standing. */
    public int count(Standing standing) {
        return (int) findings.where(each -> Classification.standing(each) == standing)
                .count();
    }

    /** How many count: new and outstanding ones. */
    public int total() {
        return (int) findings.where(Classification::counts).count();
    }

    /** What counts, by severity; severities without a finding are left out. */
    public Map<Severity, Integer> bySeverity() {
        return counts(Severity.class, Classification::severity);
    }

    /** What counts, by kind; kinds without a finding are left out. */
    public Map<Kind, Integer> byKind() {
        return counts(Kind.class, Classification::kind);
    }

    private <E extends Enum<E>> Map<E, Integer> counts(Class<E> type, IntFunction<E> property) {
        Map<E, Integer> counts = new EnumMap<>(type);
        findings.where(Classification::counts)
                .forEach(at -> counts.merge(property.apply(findings.classification(at)), 1, Integer::sum));
        return counts;
    }
}
