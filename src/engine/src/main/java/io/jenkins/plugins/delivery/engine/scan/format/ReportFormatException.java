package io.jenkins.plugins.delivery.engine.scan.format;

import java.io.IOException;

/** A report cannot be read as what it should be: says in which file, where in it, and what was expected there. */
public final class ReportFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long line;
    private final long column;

    /**
     * @param line 1-based, or 0 where the file as a whole is meant
     * @param column 1-based, or 0
     * @param problem what was expected and what is there instead
     */
    public ReportFormatException(String file, long line, long column, String problem) {
        super(line > 0 ? file + ":" + line + ":" + Math.max(1, column) + ": " + problem : file + ": " + problem);
        this.file = file;
        this.line = line;
        this.column = column;
    }

    public String file() {
        return file;
    }

    public long line() {
        return line;
    }

    public long column() {
        return column;
    }
}
