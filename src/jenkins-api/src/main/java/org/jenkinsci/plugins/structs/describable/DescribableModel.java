package org.jenkinsci.plugins.structs.describable;

import hudson.model.TaskListener;
import java.io.IOException;
import java.io.Serializable;
import java.util.Collection;
import java.util.Map;

public final class DescribableModel<T> implements Serializable {
    public static boolean STRICT_PARAMETER_CHECKING;
    public static final String CLAZZ = "$class";

    public static <T> DescribableModel<T> of(Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public DescribableModel(Class<T> type) {}

    public Class<T> getType() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Collection<DescribableParameter> getParameters() {
        throw new UnsupportedOperationException("unwritten");
    }

    public DescribableParameter getParameter(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean hasSingleRequiredParameter() {
        throw new UnsupportedOperationException("unwritten");
    }

    public DescribableParameter getSoleRequiredParameter() {
        throw new UnsupportedOperationException("unwritten");
    }

    public DescribableParameter getFirstRequiredParameter() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public T instantiate(Map<String, ?> map) throws IllegalArgumentException {
        throw new UnsupportedOperationException("unwritten");
    }

    public T instantiate(Map<String, ?> map, TaskListener taskListener) throws IllegalArgumentException {
        throw new UnsupportedOperationException("unwritten");
    }

    public Map<String, Object> uninstantiate(T value) throws UnsupportedOperationException {
        throw new UnsupportedOperationException("unwritten");
    }

    public UninstantiatedDescribable uninstantiate2(T value) throws UnsupportedOperationException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Map<String, Object> uninstantiate_(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static UninstantiatedDescribable uninstantiate2_(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isDeprecated() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getHelp() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public String toString() {
        throw new UnsupportedOperationException("unwritten");
    }
}
