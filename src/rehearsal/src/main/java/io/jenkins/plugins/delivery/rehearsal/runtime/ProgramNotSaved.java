package io.jenkins.plugins.delivery.rehearsal.runtime;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.NotSerializableException;

/** Something in the program cannot be saved; the cause tells the way to it. */
final class ProgramNotSaved extends NotSerializableException {
    private static final long serialVersionUID = 1;

    @CheckForNull
    private final String variable;

    ProgramNotSaved(String type) {
        this(type, null);
    }

    ProgramNotSaved(String type, @CheckForNull String variable) {
        super(type);
        this.variable = variable;
    }

    /** The name of the variable, or key of the map, that holds it. */
    @CheckForNull
    String variable() {
        return variable;
    }

    @Override
    public String toString() {
        return NotSerializableException.class.getName() + ": " + getMessage();
    }
}
