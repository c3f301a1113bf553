package org.kohsuke.stapler;

public class NoStaplerConstructorException extends IllegalArgumentException {
    public NoStaplerConstructorException(String text) {}

    public NoStaplerConstructorException(String text, Throwable throwable) {}

    public NoStaplerConstructorException(Throwable throwable) {}
}
