package io.jenkins.plugins.delivery.engine.scan;

import java.util.ArrayList;
import java.util.List;

/**
 * What decides whether findings may pass.
 *
 * @param gates those of the Jenkinsfile
 * @param minimum those of the administrator, which hold as well: a Jenkinsfile makes them stricter, never laxer
 */
public record ScanPolicy(List<Gate> gates, List<Gate> minimum, Suppressions suppressions, Vex vex) {
    public ScanPolicy {
        gates = List.copyOf(gates);
        minimum = List.copyOf(minimum);
    }

    public static ScanPolicy of(List<Gate> gates, Suppressions suppressions) {
        return new ScanPolicy(gates, List.of(), suppressions, Vex.none());
    }

    /** Gates of the administrator that the Jenkinsfile does not say itself. */
    List<Gate> imposed() {
        List<Gate> imposed = new ArrayList<>(minimum);
        imposed.removeAll(gates);
        return imposed;
    }
}
