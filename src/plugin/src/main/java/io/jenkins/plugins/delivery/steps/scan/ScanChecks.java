package io.jenkins.plugins.delivery.steps.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.checks.api.ChecksConclusion;
import io.jenkins.plugins.checks.api.ChecksDetails;
import io.jenkins.plugins.checks.api.ChecksOutput;
import io.jenkins.plugins.checks.api.ChecksPublisherFactory;
import io.jenkins.plugins.checks.api.ChecksStatus;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import java.util.List;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;

/** Publishes each scan as a check run on the forge, where the plugin checks-api is installed. */
@Extension(optional = true)
public final class ScanChecks extends ScanListener {
    @Override
    public void published(Run<?, ?> run, ScanAction scan, TaskListener listener) {
        ChecksDetails.ChecksDetailsBuilder check = new ChecksDetails.ChecksDetailsBuilder()
                .withName(scan.getDisplayName())
                .withStatus(ChecksStatus.COMPLETED)
                .withConclusion(conclusion(scan.getVerdict()))
                .withOutput(new ChecksOutput.ChecksOutputBuilder()
                        .withTitle(
                                scan.getFigures().isEmpty()
                                        ? scan.getVerdict().getWord()
                                        : scan.getFigures().get(0))
                        .withSummary(plain(scan.getHeadline()))
                        .withText(items(scan.getFigures()) + "\n\n" + items(scan.getViolations()))
                        .build());
        String address = address(run, scan);
        ChecksPublisherFactory.fromRun(run, listener)
                .publish((address == null ? check : check.withDetailsURL(address)).build());
    }

    private static ChecksConclusion conclusion(ReportVerdict verdict) {
        return switch (verdict) {
            case PASSED -> ChecksConclusion.SUCCESS;
            case WARNED -> ChecksConclusion.NEUTRAL;
            case FAILED -> ChecksConclusion.FAILURE;
            case RUNNING, WAITING -> ChecksConclusion.NONE;
        };
    }

    /** Null where nobody has said at what address this Jenkins is. */
    @CheckForNull
    private static String address(Run<?, ?> run, ScanAction scan) {
        String root = Jenkins.get().getRootUrl();
        return root == null ? null : root + run.getUrl() + scan.getUrlName() + "/";
    }

    private static String items(List<String> texts) {
        return texts.stream().map(text -> "- " + plain(text)).collect(Collectors.joining("\n"));
    }

    /** What tools say is text, never Markdown or HTML. */
    private static String plain(String text) {
        return text.replaceAll("[\\r\\n]+", " ").replaceAll("[\\\\`*_{}\\[\\]<>#|!~@&]", "\\\\$0");
    }
}
