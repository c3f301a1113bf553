package org.kohsuke.stapler;

/** A class cannot be made from named arguments. */
public class NoStaplerConstructorException extends IllegalArgumentException {
    public NoStaplerConstructorException(String message) {
        super(message);
    }

    public NoStaplerConstructorException(String message, Throwable cause) {
        super(message, cause);
    }

    public NoStaplerConstructorException(Throwable cause) {
        super(cause);
    }
}
