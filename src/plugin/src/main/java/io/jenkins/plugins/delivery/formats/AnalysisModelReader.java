package io.jenkins.plugins.delivery.formats;

import edu.hm.hafner.analysis.Issue;
import edu.hm.hafner.analysis.Report;
import edu.hm.hafner.analysis.registry.ParserRegistry;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.FindingSink;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;
import io.jenkins.plugins.delivery.engine.scan.format.Outline;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFile;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFormatException;
import io.jenkins.plugins.delivery.engine.scan.format.SeverityTable;
import java.io.IOException;

/**
 * Reads a report with a parser of the Analysis Model (github.com/jenkinsci/analysis-model), all of it in memory. Most of
 * its parsers look for lines or elements that they know, so a report in which they find nothing may as well be of another
 * format: it counts as no run of the tool.
 */
final class AnalysisModelReader implements ProvidedReader {
    private static final long serialVersionUID = 1L;

    /** What the Analysis Model calls something that is not known. */
    private static final String UNDEFINED = "-";

    private final String id;
    private final String title;

    AnalysisModelReader(String id, String title) {
        this.id = id;
        this.title = title;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public SeverityTable severities() {
        return SeverityTable.otherwise(Severity.MEDIUM)
                .with(Severity.HIGH, "error", "high")
                .with(Severity.MEDIUM, "normal")
                .with(Severity.LOW, "low");
    }

    /** Whatever somebody says to be of this format: there is no way to tell. */
    @Override
    public boolean recognises(Outline outline) {
        return true;
    }

    @Override
    public void read(ReportFile file, FindingSink sink) throws IOException {
        Report report = parse(file);
        if (!report.isEmpty()) {
            sink.run(title, "");
        }
        report.forEach(issue -> sink.finding(draft(issue)));
        report.getErrorMessages().forEach(sink::incomplete);
    }

    private Report parse(ReportFile file) throws IOException {
        try (AnalysisModelInput input = new AnalysisModelInput(file)) {
            return new ParserRegistry().get(id).createParser().parse(input);
        } catch (RuntimeException | StackOverflowError e) {
            // Parsers throw whatever their libraries do where a report is not what they expect.
            throw problem(file, e);
        }
    }

    private ReportFormatException problem(ReportFile file, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ReportFormatException ours) {
                return ours;
            }
        }
        ReportFormatException problem =
                new ReportFormatException(file.name(), 0, 0, "expected " + title + ": " + firstLine(thrown));
        problem.initCause(thrown);
        return problem;
    }

    private static String firstLine(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
    }

    private FindingDraft draft(Issue issue) {
        String word = issue.getSeverity().getName();
        String type = known(issue.getType());
        String message = known(issue.getMessage());
        return new FindingDraft(title, Kind.CODE)
                .rule(type.isEmpty() ? known(issue.getCategory()) : type)
                .severity(severities().of(word), word)
                .message(message.isEmpty() ? known(issue.getDescription()) : message)
                .place(issue.hasFileName() ? issue.getFileName() : "", issue.getLineStart());
    }

    private static String known(String text) {
        return UNDEFINED.equals(text) ? "" : text;
    }
}
