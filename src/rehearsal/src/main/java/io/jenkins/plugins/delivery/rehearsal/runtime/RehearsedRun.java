package io.jenkins.plugins.delivery.rehearsal.runtime;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.model.ParameterDefinition;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.rehearsal.steps.job.JobSettings;
import io.jenkins.plugins.delivery.rehearsal.steps.scm.ChangeLog;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.support.steps.build.RunWrapper;

/** One build of a rehearsed job. */
public final class RehearsedRun extends hudson.model.Run<RehearsedJob, RehearsedRun>
        implements FlowExecutionOwner.Executable, RunWrapper.Variables {
    /** What the pipeline assigned to {@code env}. */
    @CheckForNull
    private TreeMap<String, String> environment;

    private volatile boolean finished;

    @CheckForNull
    private transient PipelineExecution execution;

    RehearsedRun(RehearsedJob job) throws IOException {
        super(job);
    }

    RehearsedRun(RehearsedJob job, File directory) throws IOException {
        super(job, directory);
    }

    void begin(PipelineExecution running, Instant at) {
        timestamp = at.toEpochMilli();
        execution = running;
        onStartBuilding();
    }

    void resume(PipelineExecution running) {
        execution = running;
    }

    void finish(Instant at) {
        duration = Math.max(1, at.toEpochMilli() - timestamp);
        finished = true;
        onEndBuilding();
    }

    @Override
    public boolean isBuilding() {
        return !finished;
    }

    /** The execution while the build runs in this process, also after its end; null after a reload. */
    @CheckForNull
    public PipelineExecution getExecution() {
        return execution;
    }

    @Override
    @CheckForNull
    public FlowExecutionOwner asFlowExecutionOwner() {
        FlowExecution running = execution;
        return running == null ? null : running.getOwner();
    }

    synchronized void assign(String name, @CheckForNull String value) {
        if (environment == null) {
            environment = new TreeMap<>();
        }
        if (value == null) {
            environment.remove(name);
        } else {
            environment.put(name, value);
        }
    }

    synchronized Map<String, String> assigned() {
        return environment == null ? new TreeMap<>() : new TreeMap<>(environment);
    }

    @Override
    public Map<String, String> buildVariables() {
        Map<String, String> variables = new TreeMap<>();
        given().forEach(value -> variables.put(value.getName(), String.valueOf(value.getValue())));
        variables.putAll(assigned());
        return variables;
    }

    private List<ParameterValue> given() {
        ParametersAction action = getAction(ParametersAction.class);
        return action == null ? List.of() : action.getParameters();
    }

    /** The values of the parameters by name: those that were given, and the defaults of those that were not. */
    Map<String, Object> parameterValues() {
        Map<String, Object> values = new LinkedHashMap<>();
        given().forEach(value -> values.put(value.getName(), value.getValue()));
        for (ParameterDefinition defined : JobSettings.parameters(getParent())) {
            if (!values.containsKey(defined.getName())) {
                ParameterValue value = defined.getDefaultParameterValue();
                if (value != null) {
                    values.put(defined.getName(), value.getValue());
                }
            }
        }
        return values;
    }

    @Override
    public List<?> changes() {
        return ChangeLog.of(this).sets();
    }

    @Override
    public EnvVars getEnvironment(TaskListener listener) throws IOException, InterruptedException {
        EnvVars variables = super.getEnvironment(listener);
        variables.put("CI", "true");
        String root = Jenkins.get().getRootUrl();
        if (root != null) {
            variables.put("JENKINS_URL", root);
            variables.put("JOB_URL", root + getParent().getUrl());
            variables.put("BUILD_URL", root + getUrl());
        }
        variables.put("JOB_NAME", getParent().getFullName());
        variables.put("JOB_BASE_NAME", getParent().getName());
        variables.put("BUILD_NUMBER", Integer.toString(getNumber()));
        variables.put("BUILD_ID", getId());
        variables.put("BUILD_DISPLAY_NAME", getDisplayName());
        variables.put("BUILD_TAG", "jenkins-" + getParent().getFullName().replace('/', '-') + "-" + getNumber());
        given().forEach(value -> variables.put(value.getName(), String.valueOf(value.getValue())));
        variables.putAll(assigned());
        return variables;
    }
}
