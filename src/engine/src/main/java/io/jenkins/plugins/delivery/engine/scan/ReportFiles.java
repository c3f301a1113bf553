package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFile;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFormatException;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFormats;
import io.jenkins.plugins.delivery.engine.scan.format.ReportReader;
import java.io.IOException;
import java.util.List;

/** Reads report files, each by its own format, into one {@link ScanReport}. */
public final class ReportFiles {
    private final Fingerprints fingerprints;
    private final SourceTree tree;

    @CheckForNull
    private final ReportReader forced;

    private final boolean allowEmpty;

    /**
     * @param forced read everything as this format, instead of detecting it
     * @param allowEmpty whether a report without a single run may pass
     */
    public ReportFiles(Fingerprints fingerprints, @CheckForNull ReportReader forced, boolean allowEmpty) {
        this(fingerprints, SourceTree.unknown(), forced, allowEmpty);
    }

    /** @param tree the files that the reports are about */
    public ReportFiles(
            Fingerprints fingerprints, SourceTree tree, @CheckForNull ReportReader forced, boolean allowEmpty) {
        this.fingerprints = fingerprints;
        this.tree = tree;
        this.forced = forced;
        this.allowEmpty = allowEmpty;
    }

    /** @throws ReportFormatException for the first file that cannot be read to its end */
    public ScanReport read(List<ReportFile> files) throws IOException {
        Reading reading = start();
        for (ReportFile file : files) {
            reading.add(file, forced);
        }
        return reading.report.build();
    }

    /** Reads files whose formats differ. */
    public Reading start() {
        return new Reading();
    }

    /** Several files that become one report. */
    public final class Reading {
        private final ScanReport.Builder report = new ScanReport.Builder(fingerprints, tree);

        private Reading() {}

        /**
         * @param format how to read the file; null means that its content says it
         * @throws ReportFormatException if the file cannot be read to its end
         */
        public void add(ReportFile file, @CheckForNull ReportReader format) throws IOException {
            int runsBefore = report.runsSeen();
            reader(file, format).read(file, report);
            if (report.runsSeen() == runsBefore && !allowEmpty) {
                throw new ReportFormatException(
                        file.name(), 0, 0, "expected at least one run of a tool: nothing was scanned (allowEmpty)");
            }
        }

        /** Something was not looked at, which makes the report no proof. */
        public void incomplete(String why) {
            report.incomplete(why);
        }

        public ScanReport finish() {
            return report.build();
        }
    }

    private static ReportReader reader(ReportFile file, @CheckForNull ReportReader format) throws IOException {
        if (format == null) {
            return ReportFormats.detect(file);
        }
        ReportFormats.check(file, format);
        return format;
    }
}
