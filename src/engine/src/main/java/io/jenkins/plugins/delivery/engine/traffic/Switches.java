package io.jenkins.plugins.delivery.engine.traffic;

import java.util.List;

/** The switches there are. */
public final class Switches {
    private static final List<Switch> ALL = List.of(new ServiceSwitch(), new IngressSwitch(), new HttpRouteSwitch());

    private Switches() {}

    /** Their names, as a Jenkinsfile uses them; the first is the one to take without a reason for another. */
    public static List<String> names() {
        return ALL.stream().map(Switch::name).toList();
    }

    /** The switch of a name. */
    public static Switch named(String name) {
        return ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no switch '" + name + "'"));
    }
}
