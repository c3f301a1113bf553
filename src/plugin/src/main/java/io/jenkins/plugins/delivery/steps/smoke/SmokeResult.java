package io.jenkins.plugins.delivery.steps.smoke;

import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.smoke.JUnitXml;
import io.jenkins.plugins.delivery.engine.smoke.SmokeReport;
import java.io.IOException;
import java.io.PrintStream;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Where what came of a smoke test is left: in the build's report, in the workspace, and in the log. */
final class SmokeResult {
    private final SmokeReport report;

    SmokeResult(SmokeReport report) {
        this.report = report;
    }

    void publish(StepContext context, SmokeAction action, PrintStream log) throws IOException, InterruptedException {
        action.publish(context.get(Run.class), report);
        FilePath workspace = context.get(FilePath.class);
        if (workspace != null) {
            write(workspace.child("smoke-test"), action.getUrlName());
        }
        log.println("smokeTest: " + report.summary());
        SmokeWords.figures(report).forEach(figure -> log.println("  " + figure));
    }

    /** For the step {@code junit}, and with it the build's test page. */
    private void write(FilePath folder, String name) throws IOException, InterruptedException {
        folder.mkdirs();
        folder.child("TEST-" + name + ".xml").write(JUnitXml.of(name, report), "UTF-8");
    }
}
