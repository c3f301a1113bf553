package io.jenkins.plugins.delivery.engine.flow;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * What is read.
 *
 * @param file the report
 * @param before the same from before what is reported on, where a kind compares; or null
 */
public record ReportSource(ReportInput file, @CheckForNull ReportInput before) {
    public static ReportSource of(ReportInput file) {
        return new ReportSource(file, null);
    }
}
