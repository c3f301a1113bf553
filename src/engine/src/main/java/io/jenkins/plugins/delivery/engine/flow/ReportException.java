package io.jenkins.plugins.delivery.engine.flow;

import java.io.IOException;

/** A report cannot be read as what it should be: says in which file, where in it, and what was expected there. */
public final class ReportException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param problem what was expected, and what is there instead */
    public ReportException(String file, String problem) {
        super(file + ": " + problem);
    }

    /** @param line 1-based */
    public ReportException(String file, long line, String problem) {
        super(file + ":" + line + ": " + problem);
    }
}
