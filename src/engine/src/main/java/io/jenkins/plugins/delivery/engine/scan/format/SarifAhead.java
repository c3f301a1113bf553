package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Descriptions of runs from further down in the file: JSON promises no order. Reading the file twice takes less memory
 * than keeping results until their rules are known.
 */
final class SarifAhead {
    private static final int TAIL = 16 * 1024;
    private static final List<String> LATE =
            List.of("\"originalUriBaseIds\"", "\"ruleConfigurationOverrides\"", "\"taxonomies\"");

    private final ReportFile file;
    private int run = -1;

    @CheckForNull
    private List<SarifRun> runs;

    @CheckForNull
    private Boolean lateDescription;

    /** The tool whose run was described after its results, and not at the end of the file, or null. */
    @CheckForNull
    private String toldTooEarly;

    SarifAhead(ReportFile file) {
        this.file = file;
    }

    /** All descriptions are read before any result. */
    static SarifAhead first(ReportFile file) {
        SarifAhead ahead = new SarifAhead(file);
        ahead.lateDescription = true;
        return ahead;
    }

    void toldTooEarly(String tool) {
        toldTooEarly = tool;
    }

    @CheckForNull
    String toldTooEarly() {
        return toldTooEarly;
    }

    void nextRun() {
        run++;
    }

    /** 1-based. */
    int runNumber() {
        return run + 1;
    }

    /** The whole description of the run that is being read. */
    SarifRun description() throws IOException {
        if (runs == null) {
            runs = descriptions();
        }
        return runs.get(run);
    }

    /** Whether the end of the file holds what would change the results before it. */
    boolean isDescribedLate() throws IOException {
        if (lateDescription == null) {
            String tail = tail();
            lateDescription = LATE.stream().anyMatch(tail::contains);
        }
        return lateDescription;
    }

    private String tail() throws IOException {
        try (InputStream stream = file.open()) {
            byte[] tail = new byte[TAIL];
            stream.skipNBytes(Math.max(0, file.size() - TAIL));
            return new String(tail, 0, stream.readNBytes(tail, 0, TAIL), StandardCharsets.ISO_8859_1);
        }
    }

    private List<SarifRun> descriptions() throws IOException {
        List<SarifRun> all = new ArrayList<>();
        JsonInput.read(
                file,
                json -> json.object(key -> {
                    if (key.equals("runs")) {
                        json.array(() -> {
                            SarifRun described = new SarifRun();
                            all.add(described);
                            json.object(part -> described.field(part, json));
                        });
                    }
                }));
        return all;
    }
}
