package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
        List<AssessedFinding> findings,
        GateVerdict verdict,
        List<String> notices,
        List<String> runs,
        @CheckForNull String baseline)
        implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Comparator<AssessedFinding> WORST_FIRST = Comparator.comparing(
                    (AssessedFinding assessed) -> assessed.standing().compareTo(Standing.SUPPRESSED) >= 0)
            .thenComparing(assessed -> assessed.finding().severity())
            .thenComparing(AssessedFinding::standing)
            .thenComparing(assessed -> assessed.finding().label());

    public ScanAssessment {
        findings = Collections.unmodifiableList(new ArrayList<>(findings));
        notices = List.copyOf(notices);
        runs = List.copyOf(runs);
    }

    /** @param today the day that decides which suppressions hold, in UTC */
    public static ScanAssessment of(ScanReport report, Baseline baseline, ScanPolicy policy, LocalDate today) {
        List<AssessedFinding> assessed = assess(report, baseline, policy, today);
        GateKeeper keeper = new GateKeeper(assessed);
        report.incomplete().forEach(keeper::refuseIncomplete);
        policy.suppressions().expired(today).forEach(keeper::refuse);
        policy.gates().forEach(gate -> keeper.apply(gate, ""));
        policy.imposed().forEach(gate -> keeper.apply(gate, " (demanded by the administrator)"));
        List<String> notices = new ArrayList<>(policy.suppressions().notices(report.findings(), today));
        notices.addAll(policy.vex().notices(report.findings()));
        return new ScanAssessment(assessed, keeper.verdict(), notices, report.runs(), baseline.where());
    }

    private static List<AssessedFinding> assess(
            ScanReport report, Baseline baseline, ScanPolicy policy, LocalDate today) {
        Baseline.Comparison comparison = baseline.compare(report.findings());
        List<AssessedFinding> assessed = new ArrayList<>(report.findings().size());
        for (Finding finding : report.findings()) {
            assessed.add(assess(finding, comparison, policy, today));
        }
        for (Finding fixed : comparison.fixed()) {
            assessed.add(new AssessedFinding(fixed, Standing.FIXED, ""));
        }
        assessed.sort(WORST_FIRST);
        return assessed;
    }

    private static AssessedFinding assess(
            Finding finding, Baseline.Comparison comparison, ScanPolicy policy, LocalDate today) {
        Optional<String> reason = policy.suppressions().reason(finding, today);
        Optional<VexStatement> statement = policy.vex().statement(finding);
        String said = statement.map(VexStatement::words).orElse("");
        if (reason.isPresent()) {
            return new AssessedFinding(finding, Standing.SUPPRESSED, reason.get());
        }
        boolean suppressed = statement.isPresent() && statement.get().status().suppresses();
        return new AssessedFinding(finding, suppressed ? Standing.SUPPRESSED : comparison.standing(finding), said);
    }

    /** How many have this standing. */
    public int count(Standing standing) {
        return (int) findings.stream()
                .filter(assessed -> assessed.standing() == standing)
                .count();
    }

    /** How many count: new and outstanding ones. */
    public int total() {
        return count(Standing.NEW) + count(Standing.OUTSTANDING);
    }

    /** What counts, by severity; severities without a finding are left out. */
    public Map<Severity, Integer> bySeverity() {
        return counts(Severity.class, Finding::severity);
    }

    /** What counts, by kind; kinds without a finding are left out. */
    public Map<Kind, Integer> byKind() {
        return counts(Kind.class, Finding::kind);
    }

    private <E extends Enum<E>> Map<E, Integer> counts(Class<E> type, Function<Finding, E> property) {
        Map<E, Integer> counts = new EnumMap<>(type);
        for (AssessedFinding assessed : findings) {
            if (assessed.standing() == Standing.NEW || assessed.standing() == Standing.OUTSTANDING) {
                counts.merge(property.apply(assessed.finding()), 1, Integer::sum);
            }
        }
        return counts;
    }
}
