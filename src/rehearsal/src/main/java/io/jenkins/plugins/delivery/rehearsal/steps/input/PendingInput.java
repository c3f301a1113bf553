package io.jenkins.plugins.delivery.rehearsal.steps.input;

import hudson.model.ParameterDefinition;
import java.util.List;
import java.util.Map;

/** A question that waits for its answer; each method that answers may be called from any thread, once. */
public interface PendingInput {
    String id();

    String message();

    List<ParameterDefinition> parameters();

    /**
     * Somebody says yes.
     *
     * @param user id of the user
     * @param values of parameters by name; defaults stand for those that are missing
     * @throws InputRefused if this user may not answer, or a value does not fit
     */
    void proceed(String user, Map<String, Object> values) throws InputRefused;

    /** Somebody says no: the step fails, and with it the run, as aborted. */
    void abort(String user) throws InputRefused;
}
