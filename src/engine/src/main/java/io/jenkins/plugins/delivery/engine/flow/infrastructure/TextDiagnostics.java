package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import java.util.Optional;

/** Errors as commands without {@code -json} print them: in a box, or as plain lines without colours. */
final class TextDiagnostics {
    private static final String ERROR = "Error: ";
    private static final int LONGEST = 4000;

    private String summary;
    private final StringBuilder detail = new StringBuilder();

    /** The error that ends with this line, if one does. */
    Optional<Diagnostic> line(String line) {
        String text = line.replaceFirst("^[│|] ?", "");
        if (text.startsWith(ERROR)) {
            Optional<Diagnostic> last = end();
            summary = text.substring(ERROR.length()).strip();
            return last;
        }
        if (line.startsWith("╵")) {
            return end();
        }
        if (summary != null && detail.length() < LONGEST) {
            detail.append(text).append('\n');
        }
        return Optional.empty();
    }

    Optional<Diagnostic> end() {
        if (summary == null) {
            return Optional.empty();
        }
        Diagnostic diagnostic = new Diagnostic(true, summary, detail.toString(), "", "");
        summary = null;
        detail.setLength(0);
        return Optional.of(diagnostic);
    }
}
