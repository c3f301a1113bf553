package io.jenkins.plugins.delivery.engine.flow.coverage;

import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.flow.Figure;
import io.jenkins.plugins.delivery.engine.flow.Reading;
import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import io.jenkins.plugins.delivery.engine.flow.ReportKind;
import io.jenkins.plugins.delivery.engine.flow.ReportSource;
import io.jenkins.plugins.delivery.engine.flow.Row;
import java.io.IOException;

/**
 * Coverage by tests: XML of JaCoCo (https://www.jacoco.org/jacoco/trunk/coverage/report.dtd) or Cobertura
 * (https://cobertura.github.io/cobertura, coverage-04.dtd), or LCOV (geninfo(1)), told by what the file holds.
 */
public final class CoverageReport implements ReportKind {
    @Override
    public String id() {
        return "coverage";
    }

    @Override
    public String title() {
        return "Coverage";
    }

    @Override
    public Reading read(ReportSource source, ArgumentMap settings) throws IOException {
        ReportInput file = source.file();
        Counts counts = file.beginsLikeXml() ? XmlCoverage.read(file) : LcovCoverage.read(file);
        if (!counts.lines().known()) {
            throw new ReportException(file.name(), "expected lines that tests could reach, but it says nothing of any");
        }
        Reading.Draft draft = Reading.draft("what", "reached", "of", "per cent");
        show("lines", "lines", counts.lines(), draft);
        if (counts.branches().known()) {
            show("branches", "branches", counts.branches(), draft);
        }
        String branches = counts.branches().known() ? ", " + counts.branches().text() + " of the branches" : "";
        return draft.summary("Tests reach " + counts.lines().text() + " of the lines" + branches);
    }

    private static void show(String id, String words, Ratio ratio, Reading.Draft draft) {
        draft.figure(new Figure(id, words, ratio.percent(), "%"))
                .row(
                        Row.Tone.NORMAL,
                        words,
                        ratio.isExact() ? Long.toString(ratio.reached()) : "",
                        ratio.isExact() ? Long.toString(ratio.all()) : "",
                        ratio.text());
    }
}
