package io.jenkins.plugins.delivery.rehearsal.steps.input;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.ParameterDefinition;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.User;
import io.jenkins.plugins.delivery.rehearsal.steps.job.DeclaredParameter;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.support.steps.input.Rejection;

/** Waits without a thread: who answers completes the step. */
final class InputExecution extends StepExecution implements PendingInput {
    private static final long serialVersionUID = 1;

    private final InputStep input;
    private final String id;

    InputExecution(StepContext context, InputStep input) {
        super(context);
        this.input = input;
        this.id = input.getId() == null ? "I" + UUID.randomUUID().toString().replace("-", "") : input.getId();
    }

    @Override
    public boolean start() throws Exception {
        PrintStream log = getContext().get(TaskListener.class).getLogger();
        if (input.getParameters().isEmpty()) {
            log.println(input.getMessage());
            log.println(input.getOk() + " or " + input.getCancel());
        } else {
            log.println("Input requested");
        }
        pending().add(this);
        return false;
    }

    @Override
    public void onResume() {
        try {
            pending().add(this);
        } catch (IOException | InterruptedException lost) {
            getContext().onFailure(lost);
        }
    }

    @Override
    public void stop(Throwable cause) throws Exception {
        pending().remove(this);
        getContext().onFailure(cause);
    }

    @Override
    public String getStatus() {
        return "waiting for input: " + input.getMessage();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String message() {
        return input.getMessage();
    }

    @Override
    public List<ParameterDefinition> parameters() {
        return input.getParameters();
    }

    @Override
    public void proceed(String user, Map<String, Object> values) throws InputRefused {
        checkSubmitter(user);
        Object answer = answer(user, values);
        finish("Approved by " + user);
        getContext().onSuccess(answer);
    }

    @Override
    public void abort(String user) throws InputRefused {
        checkSubmitter(user);
        finish(null);
        getContext().onFailure(new FlowInterruptedException(Result.ABORTED, new Rejection(User.getById(user, true))));
    }

    private void checkSubmitter(String user) throws InputRefused {
        String allowed = input.getSubmitter();
        if (allowed != null && List.of(allowed.split("\\s*,\\s*")).stream().noneMatch(user::equals)) {
            throw new InputRefused("You need to be " + allowed + " to submit this.");
        }
    }

    /** Nothing asked: null; one thing asked: its value; otherwise all of them by name. */
    @CheckForNull
    private Object answer(String user, Map<String, Object> values) throws InputRefused {
        Map<String, Object> answer = new LinkedHashMap<>();
        for (ParameterDefinition parameter : input.getParameters()) {
            answer.put(parameter.getName(), value(parameter, values));
        }
        if (input.getSubmitterParameter() != null) {
            answer.put(input.getSubmitterParameter(), user);
        }
        if (answer.isEmpty()) {
            return null;
        }
        return answer.size() == 1 ? answer.values().iterator().next() : answer;
    }

    private Object value(ParameterDefinition parameter, Map<String, Object> values) throws InputRefused {
        String name = parameter.getName();
        try {
            return values.containsKey(name)
                    ? DeclaredParameter.valueOf(parameter, values.get(name)).getValue()
                    : parameter.getDefaultParameterValue().getValue();
        } catch (IllegalArgumentException unfit) {
            throw new InputRefused(unfit.getMessage());
        }
    }

    private void finish(@CheckForNull String line) {
        try {
            pending().remove(this);
            if (line != null) {
                getContext().get(TaskListener.class).getLogger().println(line);
            }
        } catch (IOException | InterruptedException unlogged) {
            getContext().onFailure(unlogged);
        }
    }

    private PendingInputs pending() throws IOException, InterruptedException {
        return PendingInputs.of(getContext().get(Run.class));
    }
}
