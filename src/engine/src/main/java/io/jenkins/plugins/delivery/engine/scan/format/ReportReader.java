package io.jenkins.plugins.delivery.engine.scan.format;

import io.jenkins.plugins.delivery.engine.scan.FindingSink;
import java.io.IOException;

/** Reads one format. Implementations hold no state, so one instance serves everybody. */
public interface ReportReader {
    /** What {@code format:} of a Jenkinsfile calls it, such as {@code npm-audit}. */
    String id();

    /** The format's name as its makers write it. */
    String title();

    /** How the tool's words become severities. */
    SeverityTable severities();

    /** Whether a file that begins like this is of this format. */
    boolean recognises(Outline outline);

    /**
     * Streams the findings of the file, in bounded memory.
     *
     * @throws ReportFormatException if the file is not what {@link #recognises} took it for, all the way to its end
     */
    void read(ReportFile file, FindingSink sink) throws IOException;
}
