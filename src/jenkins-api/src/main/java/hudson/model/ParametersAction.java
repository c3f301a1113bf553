package hudson.model;

import hudson.EnvVars;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import jenkins.model.RunAction2;

public class ParametersAction implements RunAction2, Iterable<ParameterValue> {
    public static final String KEEP_UNDEFINED_PARAMETERS_SYSTEM_PROPERTY_NAME = null;
    public static final String SAFE_PARAMETERS_SYSTEM_PROPERTY_NAME = null;

    public ParametersAction(List<ParameterValue> list) {}

    public ParametersAction(List<ParameterValue> list, Collection<String> collection) {}

    public ParametersAction(ParameterValue... parameterValue) {}

    public void buildEnvironment(Run<?, ?> run, EnvVars envVars) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Iterator<ParameterValue> iterator() {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<ParameterValue> getParameters() {
        throw new UnsupportedOperationException("unwritten");
    }

    public ParameterValue getParameter(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getIconFileName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getUrlName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean shouldSchedule(List<Action> list) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ParametersAction createUpdated(Collection<? extends ParameterValue> collection) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ParametersAction merge(ParametersAction parametersAction) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onAttached(Run<?, ?> run) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onLoad(Run<?, ?> run) {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<ParameterValue> getAllParameters() {
        throw new UnsupportedOperationException("unwritten");
    }
}
