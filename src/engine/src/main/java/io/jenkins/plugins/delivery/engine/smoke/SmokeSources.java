package io.jenkins.plugins.delivery.engine.smoke;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.util.Map;

/**
 * What the reading of a suite needs from outside.
 *
 * @param environment the step's environment variables
 * @param files reads what the suite names
 */
public record SmokeSources(Map<String, String> environment, Files files) {
    /** Reads files of the workspace, and documents from where they are published. */
    public interface Files {
        /**
         * @param argument where the file is named
         * @param place path in the workspace, or an address where the argument may be one
         * @throws ArgumentException if it cannot be read
         */
        byte[] read(String argument, String place);
    }

    public SmokeSources {
        environment = Map.copyOf(environment);
    }

    /** No variables and no files. */
    public static SmokeSources none() {
        return new SmokeSources(Map.of(), (argument, place) -> {
            throw new ArgumentException(argument, "'" + place + "' lies in a workspace; run the step in a node");
        });
    }
}
