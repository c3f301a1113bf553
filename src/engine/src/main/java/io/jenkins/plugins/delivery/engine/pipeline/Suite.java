package io.jenkins.plugins.delivery.engine.pipeline;

/** Which tests of a workspace are meant. */
public enum Suite {
    /** All that the build tool runs where nothing else is said. */
    ALL,
    /** Without anything around the code. */
    UNIT,
    /** With what the code talks to, such as a database. */
    INTEGRATION,
    /** Through the front door, as a user. */
    END_TO_END
}
