package io.jenkins.plugins.delivery.steps.approval;

import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.approval.Evidence;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a build can show to approvers: its finished reports. */
final class ApprovalEvidence {
    private static final Set<ReportVerdict> UNFINISHED = Set.of(ReportVerdict.RUNNING, ReportVerdict.WAITING);

    private ApprovalEvidence() {}

    /**
     * @throws ArgumentException if something that was named or is required is not there
     */
    static List<Evidence> of(Run<?, ?> run, ApprovalGatePlan plan) {
        List<DeliveryReport> reports = finished(run);
        for (String kind : plan.requiredEvidence()) {
            require(kind, reports, "the environment " + plan.environment() + " requires it");
        }
        for (String name : plan.evidence()) {
            require(name, reports, "the step wants to show it");
        }
        Stream<Evidence> shown = reports.stream()
                .filter(report -> plan.evidence().isEmpty()
                        || plan.evidence().stream().anyMatch(name -> isNamed(report, name))
                        || plan.requiredEvidence().contains(report.getKind()))
                .map(ApprovalEvidence::of);
        return Stream.concat(ApprovedArtifact.evidence(plan.artifact()), shown).toList();
    }

    /** The same evidence as it is now. */
    static List<Evidence> again(Run<?, ?> run, List<Evidence> before) {
        Set<String> names = before.stream().map(Evidence::name).collect(Collectors.toSet());
        Stream<Evidence> artifact = before.stream().filter(ApprovedArtifact::is);
        Stream<Evidence> reports = finished(run).stream()
                .filter(report -> names.contains(report.getUrlName()))
                .map(ApprovalEvidence::of);
        return Stream.concat(artifact, reports).toList();
    }

    private static List<DeliveryReport> finished(Run<?, ?> run) {
        return run.getActions(DeliveryReport.class).stream()
                .filter(report -> !(report instanceof ApprovalAction))
                .filter(report -> !UNFINISHED.contains(report.getVerdict()))
                .toList();
    }

    private static void require(String name, List<DeliveryReport> reports, String why) {
        if (reports.stream().noneMatch(report -> isNamed(report, name))) {
            String present = reports.stream().map(DeliveryReport::getUrlName).collect(Collectors.joining(", "));
            throw new ArgumentException(
                    "evidence",
                    "this build has no finished report '" + name + "' (" + why + "); it has "
                            + (present.isEmpty() ? "none" : present));
        }
    }

    private static boolean isNamed(DeliveryReport report, String name) {
        return report.getKind().equals(name) || report.getUrlName().equals(name);
    }

    private static Evidence of(DeliveryReport report) {
        String json = String.valueOf(report.getModel());
        return new Evidence(
                report.getUrlName(),
                report.getVerdict() + ": " + report.getHeadline(),
                Evidence.digestOf(json.getBytes(StandardCharsets.UTF_8)));
    }
}
