package io.jenkins.plugins.delivery.rehearsal.cluster.workload;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Which pods stand behind a Service. */
public final class ServiceEndpoints {
    private ServiceEndpoints() {}

    /** The pods that the Service selects and that have an address, ready or not, by name. */
    static List<Pod> selected(Service service, List<Pod> pods) {
        Map<String, String> selector = service.getSpec().getSelector();
        return pods.stream()
                .filter(pod -> pod.getMetadata()
                                .getNamespace()
                                .equals(service.getMetadata().getNamespace())
                        && pod.getMetadata().getLabels() != null
                        && pod.getMetadata().getLabels().entrySet().containsAll(selector.entrySet())
                        && pod.getStatus() != null
                        && pod.getStatus().getPodIP() != null)
                .sorted(Comparator.comparing(pod -> pod.getMetadata().getName()))
                .toList();
    }

    /** The pods that requests may go to now. */
    public static List<Pod> ready(Service service, List<Pod> pods) {
        Map<String, String> selector = service.getSpec().getSelector();
        return selector == null || selector.isEmpty()
                ? List.of()
                : selected(service, pods).stream().filter(PodReadiness::isReady).toList();
    }

    /** The port of the pod that a port of the Service leads to. */
    public static OptionalInt containerPort(Pod pod, ServicePort port) {
        return EndpointsController.containerPort(pod, port.getTargetPort());
    }
}
