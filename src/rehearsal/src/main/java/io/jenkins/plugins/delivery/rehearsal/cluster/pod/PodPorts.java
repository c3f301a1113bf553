package io.jenkins.plugins.delivery.rehearsal.cluster.pod;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Which port of this machine stands for which port of a pod. Pods have no network of their own here, so that each gets
 * free ports of the loopback interface and is told by the variable {@code PORT} (the first port of the container) and
 * {@code PORT_<NAME>}.
 */
final class PodPorts {
    private final Pod pod;
    private final Map<Integer, Integer> real = new LinkedHashMap<>();

    PodPorts(Pod pod) {
        this.pod = pod;
        for (Container container : pod.getSpec().getContainers()) {
            for (ContainerPort port : container.getPorts()) {
                real.computeIfAbsent(port.getContainerPort(), any -> FreePorts.take());
            }
        }
    }

    /** Where a port of the pod, by number or by name, listens on this machine. */
    OptionalInt real(IntOrString port) {
        OptionalInt number = number(port);
        return number.isPresent() && real.containsKey(number.getAsInt())
                ? OptionalInt.of(real.get(number.getAsInt()))
                : OptionalInt.empty();
    }

    private OptionalInt number(IntOrString port) {
        if (port.getIntVal() != null) {
            return OptionalInt.of(port.getIntVal());
        }
        return pod.getSpec().getContainers().stream()
                .flatMap(container -> container.getPorts().stream())
                .filter(candidate -> port.getStrVal().equals(candidate.getName()))
                .mapToInt(ContainerPort::getContainerPort)
                .findFirst();
    }

    /** Where the first port of a container listens; empty when it declares none. */
    OptionalInt first(Container container) {
        return container.getPorts().stream()
                .mapToInt(port -> real.get(port.getContainerPort()))
                .findFirst();
    }

    Map<String, String> environment(Container container) {
        Map<String, String> variables = new LinkedHashMap<>();
        first(container).ifPresent(port -> variables.put("PORT", Integer.toString(port)));
        for (ContainerPort port : container.getPorts()) {
            if (port.getName() != null) {
                String name = "PORT_" + port.getName().toUpperCase(Locale.ROOT).replace('-', '_');
                variables.put(name, real.get(port.getContainerPort()).toString());
            }
        }
        return variables;
    }
}
