package io.jenkins.plugins.delivery.engine.flow;

import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Reads reports of one kind. Implementations hold no state, so one instance serves everybody. */
public interface ReportKind {
    /** What {@code kind:} of a Jenkinsfile calls it: lower-case letters and dashes, such as {@code terraform-plan}. */
    String id();

    /** What people call it. */
    String title();

    /** Which keys {@code settings} may have. */
    default Set<String> settings() {
        return Set.of();
    }

    /** The gates of a report for which the Jenkinsfile names none. */
    default List<ReportGate> gates() {
        return List.of();
    }

    /**
     * Reads a report, in memory that does not grow with the file but with what is told of it.
     *
     * @param settings with no other keys than {@link #settings()}
     * @throws ReportException if the file is not of this kind, all the way to its end
     */
    Reading read(ReportSource source, ArgumentMap settings) throws IOException;
}
