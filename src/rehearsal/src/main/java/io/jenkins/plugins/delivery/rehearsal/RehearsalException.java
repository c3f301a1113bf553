package io.jenkins.plugins.delivery.rehearsal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Problem;

/** The rehearsal cannot begin, or cannot leave its report: what is wrong, where, and what the user can do. */
final class RehearsalException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String remedy;

    RehearsalException(String message, @CheckForNull String place, String remedy) {
        this(message, place, remedy, null);
    }

    RehearsalException(String message, @CheckForNull String place, String remedy, @CheckForNull Throwable cause) {
        super(message, cause);
        this.place = place;
        this.remedy = remedy;
    }

    Problem problem() {
        return new Problem(getMessage(), place, remedy);
    }
}
