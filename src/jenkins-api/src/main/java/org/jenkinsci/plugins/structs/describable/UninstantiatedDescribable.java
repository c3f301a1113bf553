package org.jenkinsci.plugins.structs.describable;

import hudson.model.TaskListener;
import java.io.Serializable;
import java.util.Map;

public class UninstantiatedDescribable implements Serializable {
    public static final String ANONYMOUS_KEY = "<anonymous>";

    public UninstantiatedDescribable(String text, String text2, Map<String, ?> map) {}

    public UninstantiatedDescribable(Map<String, ?> map) {}

    public UninstantiatedDescribable withArguments(Map<String, ?> map) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getSymbol() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setSymbol(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getKlass() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setKlass(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public DescribableModel getModel() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setModel(DescribableModel describableModel) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Map<String, ?> getArguments() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean hasSoleRequiredArgument() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Map<String, Object> toMap() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Map<String, Object> toShallowMap() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Object instantiate() throws Exception {
        throw new UnsupportedOperationException("unwritten");
    }

    public Object instantiate(TaskListener taskListener) throws Exception {
        throw new UnsupportedOperationException("unwritten");
    }

    public <T> T instantiate(Class<T> type) throws Exception {
        throw new UnsupportedOperationException("unwritten");
    }

    public <T> T instantiate(Class<T> type, TaskListener taskListener) throws Exception {
        throw new UnsupportedOperationException("unwritten");
    }

    public static UninstantiatedDescribable from(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean equals(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public int hashCode() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String toString() {
        throw new UnsupportedOperationException("unwritten");
    }
}
