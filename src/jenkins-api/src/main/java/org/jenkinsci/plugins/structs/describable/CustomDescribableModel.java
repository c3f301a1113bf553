package org.jenkinsci.plugins.structs.describable;

import java.util.Map;

public interface CustomDescribableModel {
    public default Map<String, Object> customInstantiate(Map<String, Object> map) {
        throw new UnsupportedOperationException("unwritten");
    }

    public default UninstantiatedDescribable customUninstantiate(UninstantiatedDescribable uninstantiatedDescribable) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static CustomDescribableModel of(Class<?> type) {
        throw new UnsupportedOperationException("unwritten");
    }
}
