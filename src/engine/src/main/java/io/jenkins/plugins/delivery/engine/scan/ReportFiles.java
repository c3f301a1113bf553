package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFile;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFormatException;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFormats;
import io.jenkins.plugins.delivery.engine.scan.format.ReportReader;
import java.io.IOException;
import java.util.ArrayList;
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
        private record Added(ReportFile file, ReportReader reader, boolean ofImage) {}

        private final List<Added> added = new ArrayList<>();
        private final List<String> incomplete = new ArrayList<>();
        private ScanReport.Builder report = new ScanReport.Builder(fingerprints, tree);

        private Reading() {}

        /** Reads a report on the image of the scan. */
        public void addOfImage(ReportFile file, @CheckForNull ReportReader format) throws IOException {
            add(new Added(file, reader(file, format), true));
        }

        /**
         * @param format how to read the file; null means that its content says it
         * @throws ReportFormatException if the file cannot be read to its end
         */
        public void add(ReportFile file, @CheckForNull ReportReader format) throws IOException {
            add(new Added(file, reader(file, format), false));
        }

        private void add(Added next) throws IOException {
            int runsBefore = report.runsSeen();
            read(next);
            if (report.runsSeen() == runsBefore && !allowEmpty) {
                throw new ReportFormatException(
                        next.file.name(),
                        0,
                        0,
                        "expected at least one run of a tool: nothing was scanned (allowEmpty)");
            }
            added.add(next);
        }

        private void read(Added next) throws IOException {
            report.lookAtImage(next.ofImage);
            next.reader.read(next.file, new Telling(next.ofImage));
        }

        /** Hands on what a reader finds. To forget one file is to read those before it once more, which is rare. */
        private final class Telling implements FindingSink {
            private final boolean ofImage;

            Telling(boolean ofImage) {
                this.ofImage = ofImage;
            }

            @Override
            public void run(String tool, String version) {
                report.run(tool, version);
            }

            @Override
            public void finding(FindingDraft draft) {
                report.finding(draft);
            }

            @Override
            public void incomplete(String why) {
                report.incomplete(why);
            }

            @Override
            public boolean startAgain() throws IOException {
                report = new ScanReport.Builder(fingerprints, tree);
                for (Added before : added) {
                    read(before);
                }
                report.lookAtImage(ofImage);
                return true;
            }
        }

        /** Something was not looked at, which makes the report no proof. */
        public void incomplete(String why) {
            incomplete.add(why);
        }

        public ScanReport finish() {
            incomplete.forEach(report::incomplete);
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
