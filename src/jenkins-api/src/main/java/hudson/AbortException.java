package hudson;

import java.io.IOException;

/** A failure that speaks for itself: Jenkins prints its message without a stack trace. */
public class AbortException extends IOException {
    public AbortException() {}

    public AbortException(String message) {
        super(message);
    }
}
