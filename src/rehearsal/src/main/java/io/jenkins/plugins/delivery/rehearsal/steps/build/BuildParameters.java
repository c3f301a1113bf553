package io.jenkins.plugins.delivery.rehearsal.steps.build;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/** Reads {@code [string(name: 'A', value: 'x'), [$class: 'StringParameterValue', name: 'B', value: 'y']]}. */
final class BuildParameters {
    private BuildParameters() {}

    static Map<String, Object> of(List<?> written) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Object one : written) {
            Map<?, ?> arguments = one instanceof UninstantiatedDescribable described
                    ? described.getArguments()
                    : one instanceof Map<?, ?> map ? map : Map.of();
            if (arguments.get("name") == null) {
                throw new IllegalArgumentException("A parameter of build needs a name and a value, but this is " + one);
            }
            values.put(arguments.get("name").toString(), arguments.get("value"));
        }
        return values;
    }
}
