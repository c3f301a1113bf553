package io.jenkins.plugins.delivery.engine.scan;

import static io.jenkins.plugins.delivery.engine.scan.Findings.code;
import static io.jenkins.plugins.delivery.engine.scan.Findings.dependency;
import static io.jenkins.plugins.delivery.engine.scan.Findings.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.scan.GateVerdict.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private static GateVerdict verdict(Baseline baseline, Object gates, FindingDraft... drafts) {
        return ScanAssessment.of(
                        report(drafts), baseline, ScanPolicy.of(Gate.parse("gates", gates), Suppressions.none()), TODAY)
                .verdict();
    }

    @Test
    void lowAndMediumPassByDefault() {
        GateVerdict verdict = verdict(
                Baseline.none(),
                null,
                code("lint", "A", "a.c", 1, "x").severity(Severity.MEDIUM, ""),
                code("lint", "B", "a.c", 1, "x").severity(Severity.LOW, ""));
        assertThat(verdict).isEqualTo(new GateVerdict(Outcome.PASSED, List.of(), true));
    }

    @Test
    void highFailsByDefaultAndIsExplained() {
        GateVerdict verdict = verdict(
                Baseline.none(),
                null,
                dependency("Trivy", "CVE-1", "qs", "5").severity(Severity.HIGH, ""),
                dependency("Trivy", "CVE-2", "qs", "5").severity(Severity.HIGH, ""));
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.violations())
                .containsExactly("2 HIGH in dependencies, 0 allowed: CVE-1 in qs 5, CVE-2 in qs 5");
    }

    @Test
    void namesTheKindsApartAndOnlyTheFirstFindings() {
        GateVerdict verdict = verdict(
                Baseline.none(),
                List.of(Map.of("max", 1)),
                dependency("Trivy", "CVE-1", "qs", "5"),
                dependency("Trivy", "CVE-2", "qs", "5"),
                code("lint", "A", "a.c", 1, "x"),
                code("lint", "B", "a.c", 2, "x"));
        assertThat(verdict.violations())
                .containsExactly(
                        "4 findings (2 in dependencies, 2 in code), 1 allowed: A at a.c:1, B at a.c:2, CVE-1 in"
                                + " qs 5 and 1 more");
    }

    @Test
    void aGateForNewFindingsIgnoresWhatTheBaselineHas() {
        FindingDraft old = code("lint", "A", "a.c", 1, "x").severity(Severity.HIGH, "");
        FindingDraft fresh = code("lint", "B", "a.c", 2, "x").severity(Severity.HIGH, "");
        Baseline baseline = Baseline.of("shop #1", report(old).findings());
        Object gates = List.of(Map.of("severity", "high", "scope", "new", "result", "unstable"));
        assertThat(verdict(baseline, gates, old).passed()).isTrue();
        GateVerdict verdict = verdict(baseline, gates, old, fresh);
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNSTABLE);
        assertThat(verdict.violations()).containsExactly("1 HIGH in code is new, 0 allowed: B at a.c:2");
    }

    @Test
    void nothingIsNewWithoutABaseline() {
        Object gates = List.of(Map.of("scope", "NEW"));
        assertThat(verdict(Baseline.none(), gates, code("lint", "A", "a.c", 1, "x"))
                        .passed())
                .isTrue();
    }

    @Test
    void aGateForAKindIgnoresOthers() {
        Object gates = List.of(Map.of("kind", "SECRET"));
        assertThat(verdict(Baseline.none(), gates, code("lint", "A", "a.c", 1, "x"))
                        .passed())
                .isTrue();
    }

    @Test
    void theWorstViolationDecides() {
        Object gates = List.of(Map.of("max", 0, "result", "FAILURE"), Map.of("max", 0, "result", "UNSTABLE"));
        assertThat(verdict(Baseline.none(), gates, code("lint", "A", "a.c", 1, "x"))
                        .outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void noGateAllowsAScanThatIsIncomplete() {
        ScanReport.Builder builder = new ScanReport.Builder(Findings.fingerprints());
        builder.incomplete("Trivy could not reach its database");
        GateVerdict verdict = ScanAssessment.of(
                        builder.build(), Baseline.none(), ScanPolicy.of(List.of(), Suppressions.none()), TODAY)
                .verdict();
        assertThat(verdict)
                .isEqualTo(new GateVerdict(Outcome.FAILED, List.of("Trivy could not reach its database"), false));
    }

    @Test
    void gatesOfTheAdministratorHoldBesideThoseOfTheJenkinsfile() {
        List<Gate> lax = Gate.parse("gates", List.of(Map.of("severity", "CRITICAL", "max", 9)));
        List<Gate> minimum = Gate.parse("minimum", List.of(Map.of("severity", "CRITICAL")));
        FindingDraft finding = dependency("Trivy", "CVE-1", "qs", "5").severity(Severity.CRITICAL, "");
        assertThat(verdict(lax, minimum, finding).violations())
                .containsExactly(
                        "1 CRITICAL in dependencies, 0 allowed: CVE-1 in qs 5 (demanded by the administrator)");
        assertThat(verdict(minimum, minimum, finding).violations())
                .containsExactly("1 CRITICAL in dependencies, 0 allowed: CVE-1 in qs 5");
    }

    private static GateVerdict verdict(List<Gate> gates, List<Gate> minimum, FindingDraft... drafts) {
        ScanPolicy policy = new ScanPolicy(gates, minimum, Suppressions.none(), Vex.none());
        return ScanAssessment.of(report(drafts), Baseline.none(), policy, TODAY).verdict();
    }

    @Test
    void aBuildThatHadToStopSomethingNewIsNothingToCompareWith() {
        Baseline before = Baseline.of("#1", List.of());
        FindingDraft finding = code("lint", "A", "a.c", 1, "x").severity(Severity.HIGH, "");
        assertThat(verdict(before, List.of(Map.of("scope", "NEW", "result", "UNSTABLE")), finding)
                        .comparable())
                .isFalse();
        assertThat(verdict(before, List.of(Map.of("result", "UNSTABLE")), finding)
                        .comparable())
                .isTrue();
    }

    @Test
    void explainsWhatAGateCannotBe() {
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(() -> Gate.parse("gates", List.of(Map.of("severity", "HGIH"))))
                .withMessageContaining("gates[0].severity")
                .withMessageContaining("did you mean 'HIGH'?");
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(() -> Gate.parse("gates", List.of(Map.of("severty", "HIGH"))))
                .withMessageContaining("did you mean 'severity'?");
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(() -> Gate.parse("gates", List.of(Map.of("max", -1))))
                .withMessageContaining("gates[0].max: expected 0 or more, but it is -1");
    }
}
