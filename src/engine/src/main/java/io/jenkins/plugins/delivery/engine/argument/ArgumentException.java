package io.jenkins.plugins.delivery.engine.argument;

/** An argument that cannot be used. The message names the argument, the value and what is allowed. */
public final class ArgumentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String argument;

    /**
     * @param argument name of the argument as a Jenkinsfile writes it, such as {@code metrics[0].max}
     * @param problem what is wrong with the value, and what is allowed
     */
    public ArgumentException(String argument, String problem) {
        super(argument + ": " + problem);
        this.argument = argument;
    }

    /** The name of the refused argument. */
    public String argument() {
        return argument;
    }
}
