package io.jenkins.plugins.delivery.engine.flow.coverage;

import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportInput;
import java.io.IOException;

/** The totals of each file: LF and LH lines, BRF and BRH branches, up to {@code end_of_record}. */
final class LcovCoverage {
    private long lines;
    private long linesHit;
    private long branches;
    private long branchesHit;
    private boolean open;
    private boolean any;

    private LcovCoverage() {}

    static Counts read(ReportInput file) throws IOException {
        LcovCoverage coverage = new LcovCoverage();
        file.lines(coverage::line);
        if (!coverage.any || coverage.open) {
            throw new ReportException(
                    file.name(),
                    coverage.open
                            ? "expected end_of_record at its end; it was cut off"
                            : "expected XML of JaCoCo or Cobertura, or LCOV with records that begin with SF:");
        }
        return new Counts(
                Ratio.of(coverage.linesHit, coverage.lines), Ratio.of(coverage.branchesHit, coverage.branches));
    }

    private void line(int number, String line) {
        if (line.startsWith("SF:")) {
            any = true;
            open = true;
        } else if (line.equals("end_of_record")) {
            open = false;
        } else if (open) {
            lines += count("LF:", line);
            linesHit += count("LH:", line);
            branches += count("BRF:", line);
            branchesHit += count("BRH:", line);
        }
    }

    private static long count(String prefix, String line) {
        String value = line.startsWith(prefix) ? line.substring(prefix.length()).strip() : "";
        return value.matches("[0-9]{1,12}") ? Long.parseLong(value) : 0;
    }
}
