package hudson.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.model.RunAction2;

/** The parameters of a build. */
public class ParametersAction implements RunAction2, Iterable<ParameterValue> {
    private final List<ParameterValue> parameters;

    public ParametersAction(List<ParameterValue> parameters) {
        this.parameters = new ArrayList<>(parameters);
    }

    public ParametersAction(ParameterValue... parameters) {
        this(List.of(parameters));
    }

    public List<ParameterValue> getParameters() {
        return List.copyOf(parameters);
    }

    public List<ParameterValue> getAllParameters() {
        return getParameters();
    }

    /** Null when there is none of this name. */
    public ParameterValue getParameter(String name) {
        return parameters.stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Iterator<ParameterValue> iterator() {
        return getParameters().iterator();
    }

    /** With {@code overrides} in place of those with the same names, and added otherwise. */
    public ParametersAction createUpdated(Collection<? extends ParameterValue> overrides) {
        Map<String, ParameterValue> byName = new LinkedHashMap<>();
        parameters.forEach(each -> byName.put(each.getName(), each));
        overrides.forEach(each -> byName.put(each.getName(), each));
        return new ParametersAction(List.copyOf(byName.values()));
    }

    @Override
    public void onAttached(Run<?, ?> r) {}

    @Override
    public void onLoad(Run<?, ?> r) {}

    @Override
    public String getDisplayName() {
        return "Parameters";
    }

    @Override
    public String getIconFileName() {
        return "document-properties.gif";
    }

    @Override
    public String getUrlName() {
        return "parameters";
    }
}
